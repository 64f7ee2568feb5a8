import { pem, RFC8037 } from '../../contract/keys/known-keys.js';

const BODY = 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g';
const PEM = pem('PRIVATE KEY', BODY);
/** Version 2 with the public key (RFC 5958), as ring and aws-lc write it. */
const V2_BODY =
  'MFECAQEwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9ggSEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const JWK = { kty: 'OKP', crv: 'Ed25519', d: RFC8037.d, x: RFC8037.x };
const TWEETNACL = Buffer.from(RFC8037.seedHex + RFC8037.hex, 'hex');

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** The private key of RFC 8037 in every accepted form, with what is said to have been repaired. */
export const ED25519_FORMS: { name: string; text: string; repaired?: string }[] = [
  { name: 'a PKCS#8 PEM', text: PEM },
  { name: 'a PKCS#8 PEM with CRLF', text: PEM.replaceAll('\n', '\r\n') },
  { name: 'a PKCS#8 PEM without a last line break', text: PEM.trim() },
  { name: 'a PKCS#8 PEM with literal \\n', text: PEM.replaceAll('\n', '\\n'), repaired: 'literal \\n' },
  { name: 'a PKCS#8 PEM on one line', text: PEM.trim().replaceAll('\n', ' '), repaired: 'lost line breaks' },
  { name: 'a PKCS#8 PEM without any break', text: PEM.replaceAll('\n', ''), repaired: 'lost line breaks' },
  { name: 'a PKCS#8 PEM with a byte order mark', text: `\uFEFF${PEM}`, repaired: 'byte order mark' },
  { name: 'a PKCS#8 PEM with indentation', text: PEM.replaceAll(/^/gm, '  '), repaired: 'indentation' },
  { name: 'a PKCS#8 PEM in quotes', text: `"${PEM}"`, repaired: 'quotes' },
  {
    name: 'a PKCS#8 PEM in quotes with literal \\n',
    text: `'${PEM.replaceAll('\n', '\\n')}'`,
    repaired: 'quotes, literal \\n',
  },
  { name: 'base64 of a PKCS#8 PEM', text: base64(PEM), repaired: 'base64 around the key' },
  { name: 'the body of a PKCS#8 PEM', text: BODY },
  { name: 'a PKCS#8 version 2 PEM', text: pem('PRIVATE KEY', V2_BODY) },
  { name: 'the body of a PKCS#8 version 2 PEM', text: V2_BODY },
  { name: '64 hex digits', text: RFC8037.seedHex },
  { name: '64 hex digits in upper case with a line break', text: `${RFC8037.seedHex.toUpperCase()}\n` },
  { name: 'a seed in base64', text: 'nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=' },
  { name: 'a seed in base64 without padding', text: 'nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' },
  { name: 'a seed in base64url', text: RFC8037.d },
  { name: 'a tweetnacl key in hex', text: TWEETNACL.toString('hex') },
  { name: 'a tweetnacl key in base64', text: TWEETNACL.toString('base64') },
  { name: 'a tweetnacl key in base64url', text: TWEETNACL.toString('base64url') },
  { name: 'a JWK', text: JSON.stringify(JWK) },
  { name: 'a JWK with alg Ed25519', text: JSON.stringify({ ...JWK, alg: 'Ed25519', kid: 'k1', use: 'sig' }) },
  { name: 'a JWK set of one key', text: JSON.stringify({ keys: [JWK] }) },
  { name: 'base64 of a JWK', text: base64(JSON.stringify(JWK)), repaired: 'base64 around the key' },
];

/** OpenSSH keys as ssh-keygen writes them, up to where the private part begins: only what is in clear text is read. */
export const OPENSSH_ED25519 = pem(
  'OPENSSH PRIVATE KEY',
  'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUxOQAAACCekWgIQatnsgpgQedlnW1ovwgkOmcwDzbsJiKT6fn2HQAAAIg=',
);
export const OPENSSH_ED25519_ENCRYPTED = pem(
  'OPENSSH PRIVATE KEY',
  'b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABDcSD1Q3LzreOqJHPnXsnLRAAAAEAAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIBz9GeO+s1hFf8TzE49ZPmEmgzBPpLflH1ZwbQAc2wx6AAAA',
);
export const OPENSSH_RSA = pem(
  'OPENSSH PRIVATE KEY',
  'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAABFwAAAAdzc2gtcnNhAAAAAwEAAQAAAQEAzm+/778A3D/eSGeOfkE=',
);
