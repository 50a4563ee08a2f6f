export { compilePack, type CompiledPack } from './compile.js';
export { isWhole, parseItem, parsePack } from './pack.js';
export type { Problem } from './problems.js';
export { richText, TextFault } from './rich-text.js';
export { splitPack } from './split.js';
export { typography } from './typography.js';
export { compileText, type AuthoredText } from './wording.js';
