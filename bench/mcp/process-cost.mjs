// What a process has used: CPU time and resident memory. From /proc where there is one, else from ps; nothing on Windows.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Ticks a second of the kernel's accounting, on every Linux that runs workerd. */
const TICKS = 100;

/**
 * CPU time of a process so far, in milliseconds; NaN where it cannot be had.
 * @param {number} pid
 */
export function cpuMilliseconds(pid) {
  try {
    // The name stands in brackets and may hold spaces: fields are counted from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return seconds(ask(pid, 'cputime')) * 1000;
  }
}

/**
 * Resident memory of a process, in MB.
 * @param {number} pid
 */
export function residentMegabytes(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number(ask(pid, 'rss')) / 1024;
  }
}

/**
 * @param {number} pid
 * @param {string} what
 */
function ask(pid, what) {
  try {
    return execFileSync('ps', ['-o', `${what}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/**
 * `[[dd-]hh:]mm:ss[.ss]` in seconds.
 * @param {string} text
 */
function seconds(text) {
  if (text === '') return NaN;
  const [days = '', time = ''] = text.includes('-') ? text.split('-') : ['0', text];
  return Number(days) * 86_400 + time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
