import { attackSuite } from './attack-suite.js';

attackSuite({ clock: 'quick' });
