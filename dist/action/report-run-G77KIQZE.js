import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import{reportRun}from"./chunk-RN43U7F2.js";import"./chunk-EXKMKZTI.js";import"./chunk-3CTGP35L.js";import"./chunk-2KJFSVLC.js";import"./chunk-E3PFYPUN.js";export{reportRun};
