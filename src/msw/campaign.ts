import type { CampaignNumbers } from '../reports/campaign.js';
import type { ToldSession } from '../reports/session.js';

/** People, not sessions: of a learner who came twice, the last session that was shared counts, or else the last one. */
function peopleOf(sessions: readonly ToldSession[]): readonly ToldSession[] {
  const time = (at: Date | null): number => at?.getTime() ?? -Infinity;
  const people = new Map<string, ToldSession>();
  for (const session of sessions) {
    const who = session.learner ?? session.id;
    const before = people.get(who);
    const later =
      !before ||
      time(session.shared_at) > time(before.shared_at) ||
      (!session.shared_at && !before.shared_at && session.started_at >= before.started_at);
    if (later) people.set(who, session);
  }
  return [...people.values()];
}

/** A campaign in numbers, before anything is hidden. */
export function numbersOf(sessions: readonly ToldSession[]): CampaignNumbers {
  const people = peopleOf(sessions);
  const results = people.flatMap(({ shared_at: at, result }) => (at && result ? [result] : []));
  const words = people.flatMap(({ recommend }) => recommend ?? []);
  const inBand = (band: number): number => results.filter(({ score }) => score.band === band).length;
  const axes = new Map<string, { id: string; title: CampaignNumbers['axes'][number]['title']; states: Record<string, number> }>();
  for (const { id, title, state } of results.flatMap((result) => result.axes)) {
    const axis = axes.get(id) ?? { id, title, states: {} };
    axis.states[state] = (axis.states[state] ?? 0) + 1;
    axes.set(id, axis);
  }
  return {
    sessions: people.length,
    shared: results.length,
    bands: [inBand(1), inBand(2), inBand(3)],
    axes: [...axes.values()],
    answers: words.length,
    promoters: words.filter((word) => word >= 9).length,
    detractors: words.filter((word) => word <= 6).length,
  };
}
