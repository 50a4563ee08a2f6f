import type { SessionExplanation, Voice } from '../model/index.js';
import { gateSection, questionsSection } from './asked.js';
import type { ExplanationDocument } from './blocks.js';
import { formulaSection } from './calculation.js';
import { rulesSection, stopSection } from './decided.js';
import { english } from './english.js';
import { french } from './french.js';
import { runOf } from './lines.js';
import { factsSection, levelsSection, skillsSection, summarySection, unusedSection } from './told.js';
import type { Writer } from './writer.js';

/** How the reader is spoken to; French, `vous` and standard wording unless said. */
export type ReaderVoice = Partial<Voice>;

/**
 * An explanation in plain words, in French or English: sections of paragraphs, lists and tables, to be shown in any way.
 * What the pack has in French only stays in French, and says so. Days are those of this machine's time zone.
 */
export function explanationDocument(explanation: SessionExplanation, voice: ReaderVoice = {}): ExplanationDocument {
  const { language = 'fr', register = 'vous', reading = 'standard' } = voice;
  const words = language === 'en' ? english() : french(register);
  const writer: Writer = { words, run: (text) => runOf(text, { language, register, reading }) };
  const sections = [
    summarySection,
    gateSection,
    questionsSection,
    stopSection,
    levelsSection,
    skillsSection,
    rulesSection,
    unusedSection,
    factsSection,
    formulaSection,
  ].flatMap((write) => write(explanation, writer) ?? []);
  return { language, title: words.title, sections };
}
