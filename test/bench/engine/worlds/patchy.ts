import type { Nature } from '../banks.js';
import { attempt, chanceOf, type World } from '../world.js';

interface Profile {
  readonly group: string;
  /** Chance that a subject of each nature is familiar. */
  readonly familiar: Readonly<Record<Nature, number>>;
  /** Share of a familiar and of an unfamiliar subject that is mastered, on average. */
  readonly depth: readonly [familiar: number, unfamiliar: number];
  /** Chance of saying "je ne sais pas encore" rather than trying. */
  readonly silent: number;
  /** Multiplies the published chance of a lucky guess. */
  readonly luck: number;
}

const even = (p: number): Profile['familiar'] => ({ phone: p, office: p, neither: p });

const profiles: readonly Profile[] = [
  { group: 'absolute beginner', familiar: even(0.03), depth: [0.3, 0.02], silent: 0.65, luck: 1 },
  { group: 'guesser', familiar: even(0.06), depth: [0.4, 0.04], silent: 0, luck: 1.3 },
  { group: 'phone, not office', familiar: { phone: 0.93, office: 0.1, neither: 0.55 }, depth: [0.85, 0.15], silent: 0.25, luck: 1.1 },
  { group: 'office, not phone', familiar: { phone: 0.2, office: 0.93, neither: 0.6 }, depth: [0.88, 0.2], silent: 0.4, luck: 1 },
  { group: 'here and there', familiar: even(0.6), depth: [0.85, 0.25], silent: 0.3, luck: 1 },
  { group: 'advanced', familiar: even(0.96), depth: [0.93, 0.5], silent: 0.4, luck: 1 },
];

/** No ability at all: each subject is familiar or is not, and skills are missing in the middle of what is known. */
export const patchy: World = {
  id: 'patchy',
  title: 'patchy profiles',
  open({ bank, places }, random) {
    const harder = bank.subjects.map(() => random.normal(0, 0.12));
    const count = bank.subjects.map(({ skills }) => skills.length);
    const first = bank.subjects.map((_, s) => places.findIndex(({ subject }) => subject === s));
    // The share of a subject that is mastered shrinks where it is harder than published, as if its skills lay higher.
    const thresholds = places.map(({ subject, level }) => level - 0.5 + harder[subject]! * count[subject]!);
    return {
      thresholds,
      person(draw, index) {
        const { group, familiar, depth, silent, luck } = profiles[index % profiles.length]!;
        const known = bank.subjects.map((_, s) => {
          const [deep, shallow] = depth;
          const share = draw.chance(familiar[places[first[s]!]!.nature]) ? deep : shallow;
          return count[s]! * Math.max(0, draw.normal(share, 0.15) - harder[s]!);
        });
        const masters = places.map(({ subject }, skill) => {
          const rank = skill - first[subject]! + 0.5;
          return draw.chance(rank < known[subject]! ? 0.95 : group === 'absolute beginner' || group === 'guesser' ? 0.005 : 0.04);
        });
        return {
          group,
          masters,
          respond: (met) => attempt(draw, masters[met.skill]!, { ...met, guess: Math.min(0.9, met.guess * luck) }, silent),
          likelihood: (met, answer) =>
            chanceOf(Number(masters[met.skill]), { ...met, guess: Math.min(0.9, met.guess * luck) }, silent, answer),
        };
      },
    };
  },
};
