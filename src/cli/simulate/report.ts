import { formOf, itemsOf } from '../../backend/run/bank.js';
import { engineVersion } from '../../engine/index.js';
import { groupFigures, itemFigures, type Figures } from './figures.js';
import type { Job } from './part.js';
import { courseOf, type Run } from './play.js';

/** The figures of all runs of a job. */
export function figuresOf({ pack, pathway: id, quotas, seed }: Job, runs: readonly Run[], cohort?: string): Figures {
  const course = courseOf(pack, id);
  const { pathway } = course;
  const own = runs.filter(({ route }) => route === undefined).map(({ answers }) => answers);
  const ids = pathway.mode === 'evaluation' ? itemsOf(pack, pathway).map((item) => item.id) : formOf(pack, pathway);
  const scored = ids.filter((item) => pathway.mode !== 'evaluation' || !course.unscored.has(course.items.get(item)?.subject ?? ''));
  const items = itemFigures(scored, own);
  return {
    format: 'pix-diagnostic/simulation@1',
    pack: `${pack.id}@${pack.version}`,
    pathway: id,
    mode: pathway.mode,
    engine: engineVersion,
    seed,
    ...(cohort !== undefined && { cohort }),
    all: groupFigures(course, runs),
    personas: quotas.map(({ persona: { id: persona, name } }) => ({
      id: persona,
      name,
      ...groupFigures(
        course,
        runs.filter((run) => run.persona === persona),
      ),
    })),
    gateItems: itemFigures(
      pathway.gate?.items ?? [],
      runs.map(({ gate }) => gate),
    ),
    items,
    mostAsked: items.reduce<Figures['mostAsked']>((most, item) => ((item.asked.share ?? 0) > (most?.asked.share ?? 0) ? item : most), null),
    neverAsked: items.filter(({ passed }) => passed.of === 0).map(({ item }) => item),
  };
}
