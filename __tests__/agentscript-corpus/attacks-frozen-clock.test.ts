import { attackSuite } from './attack-suite.js';

// Clocks stand still in a production Worker while a script computes: only ticks bound it there. How an operation is named or a
// prototype walked has nothing to do with it: of such classes a sample shows that they hold here too.
attackSuite({ clock: 'still', sample: 12 });
