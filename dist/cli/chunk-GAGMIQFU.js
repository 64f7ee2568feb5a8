import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import{EXIT}from"./chunk-S25SJVAY.js";function jsonDocument(command,ok,fields){let document={version:1,command,ok,...fields};return`${JSON.stringify(document,(_name,value)=>value===void 0?null:value,2)}
`}var UsageError=class extends Error{};function misuse({stdout,stderr},{problem,json,command}){let hint=`See "frontmcp deploy${command===void 0?"":` ${command}`} --help".`;return stderr.write(`${problem}
${hint}
`),json&&stdout.write(jsonDocument(command??"deploy",!1,{failure:{code:"usage",message:problem,hint}})),EXIT.usage}export{jsonDocument,UsageError,misuse};
