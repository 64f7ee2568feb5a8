/** The issuer gave no keys to check a token with. An error, because it must pass through `jwtVerify`. */
export class IssuerUnavailable extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'IssuerUnavailable';
  }
}
