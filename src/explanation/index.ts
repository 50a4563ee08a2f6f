export type { SessionExplanation } from '../model/index.js';
export type { Block, ExplanationDocument, Formula, List, Paragraph, Section, Table } from './blocks.js';
export { explanationDocument, type ReaderVoice } from './document.js';
export { textOf, type Foreign, type Line, type Run } from './lines.js';
export { explanationText } from './text.js';
