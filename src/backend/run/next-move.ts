import type { Lesson, Pack, Pathway } from '../../model/index.js';
import { formOf } from './bank.js';
import type { SessionRecord } from './record.js';

/** What comes next, before any text is fetched. */
export type Move =
  | { readonly kind: 'item'; readonly item: string; readonly phase: 'gate' | 'main' }
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | { readonly kind: 'route'; readonly pathway: string }
  | { readonly kind: 'stop' | 'review' | 'end' };

/** The next item of an evaluation, from the engine; null when it has asked enough. */
export type Choose = (pathway: Pathway, record: SessionRecord) => string | null;

/** The pathway in force: the one chosen at the gate, if any. */
export function pathwayInForce(pack: Pack, record: SessionRecord): Pathway {
  const id = record.route ?? record.pathway;
  const pathway = pack.pathways.find((candidate) => candidate.id === id);
  if (!pathway) throw new Error(`The pack ${pack.id} has no pathway "${id}".`);
  return pathway;
}

/** What comes next, from the record alone. */
export function nextMove(pack: Pack, record: SessionRecord, choose: Choose): Move {
  const first = gateMove(pack, record);
  if (first) return first;
  const pathway = pathwayInForce(pack, record);
  if (record.confirmed) return { kind: 'end' };
  if (!record.stopped) {
    if (offersToStop(pathway, record)) return { kind: 'stop' };
    const item = pathway.mode === 'evaluation' ? choose(pathway, record) : nextOfForm(pack, pathway, record);
    if (item !== null) return lessonBefore(pack, pathway, record, item) ?? { kind: 'item', item, phase: 'main' };
  }
  // In learning mode each answer was looked at already: there is nothing to review.
  return record.answers.length && pathway.mode !== 'learning' ? { kind: 'review' } : { kind: 'end' };
}

/** What the entry gate does next; null once it is over, which it is as soon as no rule of it can be met any more. */
export function gateMove(pack: Pack, { pathway, gate: given, route, answers }: SessionRecord): Move | null {
  const gate = pack.pathways.find(({ id }) => id === pathway)?.gate;
  // Who has begun the main part without a connection stays in it.
  if (!gate || route !== undefined || answers.length) return null;
  const missing = ({ failures, of }: (typeof gate.routes)[number]): number =>
    failures - given.slice(0, of).filter(({ passed }) => !passed).length;
  const met = gate.routes.find((rule) => missing(rule) <= 0);
  if (met) return { kind: 'route', pathway: met.pathway };
  if (!gate.routes.some((rule) => missing(rule) <= rule.of - given.length)) return null;
  const item = gate.items.find((id) => !given.some((answer) => answer.item === id));
  return item !== undefined ? { kind: 'item', item, phase: 'gate' } : null;
}

function offersToStop({ stopAfterUnknown }: Pathway, { answers, wentOnAt = 0 }: SessionRecord): boolean {
  if (!stopAfterUnknown || answers.length - wentOnAt < stopAfterUnknown) return false;
  return answers.slice(-stopAfterUnknown).every(({ response }) => response === null);
}

const nextOfForm = (pack: Pack, pathway: Pathway, { gate, answers }: SessionRecord): string | null =>
  formOf(pack, pathway).find((id) => ![...gate, ...answers].some(({ item }) => item === id)) ?? null;

function lessonBefore(pack: Pack, pathway: Pathway, record: SessionRecord, item: string): Move | null {
  const subject = pack.items.find(({ id }) => id === item)?.subject;
  const lesson = pathway.lessons?.find((candidate) => candidate.subject === subject && !record.lessons.includes(candidate.id));
  return lesson ? { kind: 'lesson', lesson } : null;
}
