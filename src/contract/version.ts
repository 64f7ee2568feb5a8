/** The version of this product, as package.json has it: the CLI prints it, the push client and the Worker tell it. */
export const VERSION = '0.1.0';
