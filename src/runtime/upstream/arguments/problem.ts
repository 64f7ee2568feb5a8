/** One thing that is wrong with the arguments of a call, in words that let an agent repair it. */
export interface ArgumentProblem {
  /** JSON pointer into the arguments (RFC 6901); empty for the arguments as a whole. */
  pointer: string;
  message: string;
  expected?: string;
  got?: string;
}
