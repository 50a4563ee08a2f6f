import type { Finding } from './problems.js';
import { TextFault } from './rich-text.js';
import type { TextKind } from './schema-walk.js';
import { typography } from './typography.js';
import { compileText, type AuthoredText } from './wording.js';

/** The compiled form of a text found in a file; a fault in it is told to `report`, and the text stays as it was. */
export function compileAuthored(kind: TextKind, value: unknown, report: (finding: Finding) => void): unknown {
  if (kind === 'phrase') return typography(value as string);
  if (kind === 'interfaceText' && (typeof value === 'string' || (value as { en?: string }).en === undefined)) {
    const remedy = 'Write { fr: …, en: … }.';
    report({ code: 'no-english', reason: 'an interface in English shows this text in French.', remedy, severity: 'warning' });
  }
  try {
    return compileText(value as AuthoredText);
  } catch (error) {
    if (!(error instanceof TextFault)) throw error;
    report({ code: 'text', reason: `${error.message}.`, remedy: error.remedy });
    return '';
  }
}
