import type { Bank } from '../../src/engine/index.js';

/** Kinds of items: chances to pass without the skill, to fail with it, and seconds. */
const kinds = [
  { guess: 0.02, slip: 0.08, seconds: 75 },
  { guess: 0.06, slip: 0.06, seconds: 45 },
  { guess: 0.2, slip: 0.05, seconds: 30 },
];

/** A bank of so many subjects, each with so many levels from 1, each with so many items; subjects are dealt to the domains in turn. */
export function makeBank(subjects: number, levels: number, items: number, domains: number): Bank {
  const all = Array.from({ length: subjects }, (_, s) => ({
    id: `s${s}`,
    domain: `d${s % domains}`,
    skills: Array.from({ length: levels }, (_, i) => `s${s}-${i + 1}`),
  }));
  const skills = all.flatMap(({ id, domain, skills }) =>
    skills.map((skill, i) => ({ id: skill, subject: id, domain, level: i + 1, weight: 1 })),
  );
  return {
    id: `bank-${subjects}-${levels}-${items}`,
    domains: Array.from({ length: domains }, (_, d) => `d${d}`),
    subjects: all,
    skills,
    items: skills.flatMap(({ id }, s) =>
      Array.from({ length: items }, (_, i) => ({ id: `${id}-${i}`, skill: id, ...(kinds[(s + i) % kinds.length] ?? kinds[0]!) })),
    ),
    cuts: [0.5, 0.8],
  };
}
