import type { Logistic } from './irt.js';

/** What catR 3.17 says of one vector of answers, prior N(0, 1), 121 points of [−6, 6]. */
export interface Case {
  readonly model: string;
  /** Indices in the bank. */
  readonly asked: readonly number[];
  readonly answers: readonly boolean[];
  readonly eap: number;
  readonly eapSd: number;
  readonly ml: number;
  readonly mlSe: number;
  readonly map: number;
  readonly wle: number;
  /** The next item, as an index. */
  readonly next: number;
}

const rows = (csv: string): string[][] =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

/** Items of a bank: columns a, b, c, d. */
export const readItems = (csv: string): Logistic[] =>
  rows(csv).map((row) => {
    const [a = NaN, b = NaN, c = NaN, d = NaN] = row.map(Number);
    return { a, b, c, d };
  });

/** Columns model, items (from 1), x, eap, eapSd, ml, mlSe, map, wle, nextMFI. */
export const readCases = (csv: string): Case[] =>
  rows(csv).map(([model = '', items = '', x = '', ...figures]) => {
    const [eap = NaN, eapSd = NaN, ml = NaN, mlSe = NaN, map = NaN, wle = NaN, next = NaN] = figures.map(Number);
    return {
      model,
      asked: items.split(' ').map((item) => Number(item) - 1),
      answers: [...x].map((answer) => answer === '1'),
      eap,
      eapSd,
      ml,
      mlSe,
      map,
      wle,
      next: next - 1,
    };
  });
