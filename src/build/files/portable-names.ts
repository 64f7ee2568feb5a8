/** Names that Windows gives to devices, whatever ending follows. */
const DEVICE_NAME = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
/** Characters that cannot stand in a file name on Windows. */
const FORBIDDEN_ON_WINDOWS = '\\:*?"<>|';

/** Why a file name cannot exist on every system, as a phrase; undefined when it can. */
export function portabilityFault(name: string): string | undefined {
  if (DEVICE_NAME.test(name)) return 'Windows keeps this name for a device';
  if (name.endsWith('.')) return 'Windows drops a dot at the end';
  if (name.endsWith(' ')) return 'Windows drops a space at the end';
  for (const character of name) {
    if (character < ' ' || character === '\u007f') return 'it contains a control character';
    if (FORBIDDEN_ON_WINDOWS.includes(character)) return `Windows does not allow ${character} in a name`;
  }
  return undefined;
}

/** Two names that come out equal here are one file on systems that fold case or normalise. */
export function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** Whether a name is git's own folder, on any system. It holds tokens and hooks, never content. */
export function isGitFolder(name: string): boolean {
  return name.toLowerCase() === '.git';
}
