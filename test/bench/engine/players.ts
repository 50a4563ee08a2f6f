import type { Player } from './players/kinds.js';

/** Who is compared. Another variant of the engine is another line here. */
export const players: readonly Player[] = [
  { id: 'express', title: 'engine, express', asking: { by: 'engine', options: { mode: 'express' } }, scoring: 'posterior' },
  { id: 'standard', title: 'engine, standard', asking: { by: 'engine', options: { mode: 'standard' } }, scoring: 'posterior' },
  { id: 'thorough', title: 'engine, thorough', asking: { by: 'engine', options: { mode: 'thorough' } }, scoring: 'posterior' },
  {
    id: 'express-calibrated',
    title: 'engine, express, calibrated',
    asking: { by: 'engine', options: { mode: 'express' }, bank: 'calibrated' },
    scoring: 'posterior',
  },
  {
    id: 'standard-calibrated',
    title: 'engine, standard, calibrated',
    asking: { by: 'engine', options: { mode: 'standard' }, bank: 'calibrated' },
    scoring: 'posterior',
  },
  {
    id: 'thorough-calibrated',
    title: 'engine, thorough, calibrated',
    asking: { by: 'engine', options: { mode: 'thorough' }, bank: 'calibrated' },
    scoring: 'posterior',
  },
  {
    id: 'express-two-levels',
    title: 'engine, express, two levels',
    asking: { by: 'engine', options: { mode: 'express' }, bank: 'two levels' },
    scoring: 'posterior',
  },
  {
    id: 'standard-two-levels',
    title: 'engine, standard, two levels',
    asking: { by: 'engine', options: { mode: 'standard' }, bank: 'two levels' },
    scoring: 'posterior',
  },
  {
    id: 'thorough-two-levels',
    title: 'engine, thorough, two levels',
    asking: { by: 'engine', options: { mode: 'thorough' }, bank: 'two levels' },
    scoring: 'posterior',
  },
  { id: 'campaign', title: 'campaign-like', asking: { by: 'campaign' }, scoring: 'inference' },
  { id: 'campaign-posterior', title: 'campaign-like, our scoring', asking: { by: 'campaign' }, scoring: 'posterior' },
  { id: 'form-20', title: 'fixed form of 20, share right', asking: { by: 'form', count: 20 }, scoring: 'share' },
  { id: 'form-40', title: 'fixed form of 40, share right', asking: { by: 'form', count: 40 }, scoring: 'share' },
  { id: 'form-20-posterior', title: 'fixed form of 20, our scoring', asking: { by: 'form', count: 20 }, scoring: 'posterior' },
  { id: 'form-40-posterior', title: 'fixed form of 40, our scoring', asking: { by: 'form', count: 40 }, scoring: 'posterior' },
  { id: 'random-20', title: 'random 20, our scoring', asking: { by: 'chance', count: 40 }, first: 20, scoring: 'posterior' },
  { id: 'random-40', title: 'random 40, our scoring', asking: { by: 'chance', count: 40 }, scoring: 'posterior' },
  { id: 'jscat-12', title: 'jsCAT 3PL, EAP, MFI, 12', asking: { by: 'jscat', count: 40 }, first: 12, scoring: 'ability' },
  { id: 'jscat-24', title: 'jsCAT 3PL, EAP, MFI, 24', asking: { by: 'jscat', count: 40 }, first: 24, scoring: 'ability' },
  { id: 'jscat-40', title: 'jsCAT 3PL, EAP, MFI, 40', asking: { by: 'jscat', count: 40 }, scoring: 'ability' },
  {
    id: 'standard-two-levels-calibrated',
    title: 'engine, standard, two levels, calibrated',
    asking: { by: 'engine', options: { mode: 'standard' }, bank: 'both' },
    scoring: 'posterior',
    aside: true,
  },
  ...[8, 10, 12, 14, 16, 21].map((count): Player => ({
    id: `oracle-${count}`,
    title: `oracle, ${count}`,
    asking: { by: 'oracle', count: 21 },
    first: count,
    scoring: 'population',
    aside: true,
  })),
  // How many questions an accuracy of the band takes, sooner and later, whatever the doubt about the score; chosen as in the mode
  // that takes the fewest for it.
  ...(['published', 'two levels'] as const).flatMap((bank) =>
    [75, 80, 85, 90, 95].map((sure): Player => ({
      id: `band-${sure}${bank === 'published' ? '' : '-two-levels'}`,
      title: `engine, band alone, .${sure}${bank === 'published' ? '' : ', two levels'}`,
      asking: {
        by: 'engine',
        options: {
          mode: bank === 'published' ? 'express' : 'thorough',
          stop: { minItems: 5, confidence: sure / 100, decay: 0.01, sd: 1 },
          maxItems: 26,
        },
        bank,
      },
      scoring: 'posterior',
      aside: true,
    })),
  ),
  ...(
    [
      ['easy', 'two easy questions first', { easyStart: 2 }],
      ['relief', 'an easy one after two failures', { relief: 2 }],
      ['varied', 'exposure .75', { exposure: 0.75 }],
      ['most-varied', 'exposure .6', { exposure: 0.6 }],
      ['best', 'always the best question', { exposure: 1 }],
      ['narrow', 'pool .4', { pool: 0.4 }],
      ['whole', 'all items', { pool: 1 }],
      ['quota', 'three questions of one domain', { quotas: { safety: { least: 3 } } }],
      ['diagnostic', 'easy start, relief, exposure .75', { easyStart: 2, relief: 2, exposure: 0.75 }],
    ] as const
  ).map(([id, title, options]): Player => ({
    id: `standard-${id}`,
    title: `engine, standard, ${title}`,
    asking: { by: 'engine', options: { mode: 'standard', ...options } },
    scoring: 'posterior',
    aside: true,
  })),
];

/** The one against whom groups are compared: always played. */
export const yardstick = 'campaign';
