import { attackSuite } from './attack-suite.js';

// Clocks stand still in a production Worker while a script computes: only ticks bound it there.
attackSuite({ clock: 'still' });
