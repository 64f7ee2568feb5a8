import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
var EXIT={done:0,failed:1,usage:2,redeployRequired:3};export{EXIT};
