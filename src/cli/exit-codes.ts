/** What the process ends with. */
export const EXIT = {
  done: 0,
  /** Failed or refused. */
  failed: 1,
  /** Called wrongly. */
  usage: 2,
  /** The Worker must be redeployed first. */
  redeployRequired: 3,
} as const;
