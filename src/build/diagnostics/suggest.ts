/** Names that somebody probably meant: the same suggestions in a build's diagnostics and in the Worker's answers. */
export { didYouMean, suggest } from '../../contract/search/suggest.js';
