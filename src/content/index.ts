export { compilePack, type CompiledPack } from './compile.js';
export { parseItem, parsePack } from './pack.js';
export type { Problem } from './problems.js';
export { richText, TextFault } from './rich-text.js';
export { typography } from './typography.js';
export { compileText, type AuthoredText } from './wording.js';
