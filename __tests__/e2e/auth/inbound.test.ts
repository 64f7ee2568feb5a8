import { inboundSuite } from './inbound-suite.js';
import { signInTarget } from './sign-in-target.js';

describe(`in workerd, ${signInTarget.name}`, () => inboundSuite(signInTarget));
