import { levelsOf, skillId, type PackSubject } from '../model/index.js';
import type { Report } from './problems.js';
import { checkKnown } from './references.js';

/** As the engine keeps them apart: nearer ones would be moved there. */
const leastGap = 0.05;

/**
 * Calibrated difficulties: of skills that the pack has, and increasing within a subject, together with the published ones
 * of skills that have none. `unread`: subjects whose files cannot be read, of which nothing is said.
 */
export function checkThresholds(
  thresholds: Readonly<Record<string, number>>,
  subjects: readonly PackSubject[],
  unread: ReadonlySet<string>,
  report: Report,
): void {
  const known = subjects.flatMap((subject) => levelsOf(subject).map((level) => skillId(subject.id, level)));
  for (const id of Object.keys(thresholds)) {
    if (!unread.has(id.replace(/-\d+$/, '')))
      checkKnown(id, known, 'a skill of the pack', ['thresholds', id], (path, finding) => report(path, { ...finding, onKey: true }));
  }
  for (const subject of subjects) {
    let below: { id: string; value: number } | undefined;
    for (const level of levelsOf(subject)) {
      const id = skillId(subject.id, level);
      const value = thresholds[id] ?? level - 0.5;
      if (below && value - below.value < leastGap - 1e-9 && (id in thresholds || below.id in thresholds)) {
        report(['thresholds', id in thresholds ? id : below.id], {
          code: 'out-of-order',
          reason: `${id} (${value}) is not harder than ${below.id} (${below.value}) by ${leastGap} or more.`,
          remedy: 'Give the thresholds of all levels of a subject, increasing: pix-diagnostic calibrate writes them so.',
        });
      }
      below = { id, value };
    }
  }
}
