import { inboundSuite } from './inbound-suite.js';
import { wholeWorkerTarget } from './whole-worker-target.js';

describe(`in workerd, ${wholeWorkerTarget.name}`, () => inboundSuite(wholeWorkerTarget));
