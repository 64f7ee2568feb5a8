/**
 * Whether a host name, as the URL parser spells it, always means this machine: localhost and the names below it
 * (RFC 6761 section 6.3), 127.0.0.0/8 (RFC 1122 section 3.2.1.3) or ::1 (RFC 4291 section 2.5.3).
 */
export function isLoopback(hostname: string): boolean {
  return /^(?:.+\.)?localhost$/.test(hostname) || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Whether nobody on the way reads what is sent to a URL: https, or http that stays on this machine (W3C Secure Contexts section 3.1). */
export function isSecureUrl({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
