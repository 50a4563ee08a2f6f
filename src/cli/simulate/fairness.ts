/** Who passed what, of learners who all answered the same items. */
export interface Trial {
  readonly items: readonly { readonly id: string; readonly subject: string }[];
  readonly learners: readonly {
    readonly groups: readonly string[];
    /** One for each item. */
    readonly passed: readonly boolean[];
  }[];
}

/** How much harder an item is for a group than for the others of equal ability. */
export interface Shift {
  readonly item: string;
  readonly group: string;
  /** In logits; less than 0 where it is easier. */
  readonly shift: number;
  /** Standard error. */
  readonly error: number;
  /** More than the tolerated shift, beyond chance. */
  readonly unfair: boolean;
}

/** A shift that is tolerated, in logits. */
export const tolerated = 0.5;
/** Fewer learners in a group, or beside it, tell nothing. */
const enough = 100;
/** One-sided, 5 %. */
export const beyondChance = 1.645;

/** Learners of one level of ability: passed and failed, of the others and of the group. */
interface Stratum {
  readonly others: [passed: number, failed: number];
  readonly group: [passed: number, failed: number];
}

/**
 * The common log-odds ratio of Mantel and Haenszel, and its standard error; undefined where the strata tell nothing.
 * Holland and Thayer, "Differential item performance and the Mantel-Haenszel procedure", in Wainer and Braun (ed.), Test
 * Validity, 1988; variance: Robins, Breslow and Greenland, Biometrics 42, 1986.
 */
export function commonLogOdds(strata: Iterable<Stratum>): { readonly shift: number; readonly error: number } | undefined {
  let [r, s, pr, crossed, qs] = [0, 0, 0, 0, 0];
  for (const { others, group } of strata) {
    const all = others[0] + others[1] + group[0] + group[1];
    const [with_, against] = [(others[0] * group[1]) / all, (others[1] * group[0]) / all];
    const [concordant, discordant] = [(others[0] + group[1]) / all, (others[1] + group[0]) / all];
    r += with_;
    s += against;
    pr += concordant * with_;
    crossed += concordant * against + discordant * with_;
    qs += discordant * against;
  }
  if (r === 0 || s === 0) return undefined;
  return { shift: Math.log(r / s), error: Math.sqrt(pr / (2 * r * r) + crossed / (2 * r * s) + qs / (2 * s * s)) };
}

/**
 * The shift of every item for every group of enough learners. Those who passed as many items of its subject, itself
 * included, count as of equal ability. The verdict is that of class C at the Educational Testing Service, with our limit:
 * a shift that is over it, and over it beyond chance.
 */
export function shiftsOf({ items, learners }: Trial, groups: readonly string[]): readonly Shift[] {
  const subjects = [...new Set(items.map(({ subject }) => subject))];
  const indices = new Map(subjects.map((id) => [id, items.flatMap(({ subject }, i) => (subject === id ? [i] : []))]));
  const scores = subjects.map((id) => learners.map(({ passed }) => indices.get(id)!.filter((i) => passed[i]).length));
  return groups.flatMap((group) => {
    const inside = learners.map((learner) => learner.groups.includes(group));
    const size = inside.filter(Boolean).length;
    if (Math.min(size, learners.length - size) < enough) return [];
    return items.flatMap(({ id: item, subject }, i) => {
      const strata = new Map<number, Stratum>();
      learners.forEach(({ passed }, n) => {
        const score = scores[subjects.indexOf(subject)]![n]!;
        const stratum = strata.get(score) ?? { others: [0, 0], group: [0, 0] };
        strata.set(score, stratum);
        stratum[inside[n] ? 'group' : 'others'][passed[i] ? 0 : 1]++;
      });
      const found = commonLogOdds(strata.values());
      return found ? [{ item, group, ...found, unfair: Math.abs(found.shift) - tolerated > beyondChance * found.error }] : [];
    });
  });
}
