import { sql } from 'kysely';
import type { Schemas } from '../../contract/index.js';
import type { AxisState, Text } from '../../model/index.js';
import type { Database } from '../database/schema.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { partnerOf } from './session-row.js';
import { isSmall, smallest, suppressCells, suppressPart, type Count } from './suppress.js';

const states: readonly AxisState[] = ['acquired', 'on-track', 'to-work-on', 'not-seen'];

/** People, not sessions: of a learner who came twice, the last session that was shared counts, or else the last one. */
const people = (partner: string, campaign: string) => sql`
  people as (
    select distinct on (coalesce(learner, id::text)) shared_at, result, recommend
    from sessions
    where partner_id = ${partner} and campaign = ${campaign}
    order by coalesce(learner, id::text), shared_at desc nulls last, started_at desc)`;

/** A campaign before anything is hidden. */
export interface CampaignNumbers {
  readonly sessions: number;
  readonly shared: number;
  /** N1, N2, N3, of those who shared. */
  readonly bands: readonly [number, number, number];
  readonly axes: readonly { readonly id: string; readonly title: Text; readonly states: Readonly<Partial<Record<string, number>>> }[];
  readonly answers: number;
  readonly promoters: number;
  readonly detractors: number;
}

interface Axis {
  readonly id: string;
  readonly title: Text;
  readonly states: Readonly<Partial<Record<string, number>>>;
}

async function count(db: Database, partner: string, campaign: string): Promise<CampaignNumbers> {
  const numbers = await sql<Omit<CampaignNumbers, 'axes' | 'bands'> & { n1: number; n2: number; n3: number }>`
    with ${people(partner, campaign)}, told as (
      select shared_at, recommend, case when shared_at is not null then (result #>> '{score,band}')::integer end as band from people)
    select count(*)::integer as sessions, count(shared_at)::integer as shared,
      count(*) filter (where band = 1)::integer as n1,
      count(*) filter (where band = 2)::integer as n2,
      count(*) filter (where band = 3)::integer as n3,
      count(recommend)::integer as answers,
      count(*) filter (where recommend >= 9)::integer as promoters,
      count(*) filter (where recommend <= 6)::integer as detractors
    from told`.execute(db);
  const axes = await sql<Axis>`
    with ${people(partner, campaign)}, cells as (
      select axis.value ->> 'id' as id, axis.value ->> 'state' as state, count(*)::integer as number,
        min(axis.place) as place, (array_agg(axis.value -> 'title'))[1] as title
      from people, jsonb_array_elements(result -> 'axes') with ordinality as axis (value, place)
      where shared_at is not null
      group by 1, 2)
    select id, (array_agg(title))[1] as title, jsonb_object_agg(state, number) as states
    from cells group by id order by min(place), id`.execute(db);
  const { n1, n2, n3, ...rest } = numbers.rows[0]!;
  return { ...rest, bands: [n1, n2, n3], axes: axes.rows };
}

/** A campaign as it may be told: no number, and no difference of two, tells of fewer than 11 people. */
export function summaryOf(campaign: string, numbers: CampaignNumbers): Schemas['CampaignSummary'] {
  const { shared, sessions, answers } = numbers;
  const { part, total } = suppressPart(shared, sessions);
  const cells = (counts: readonly number[], of: number): readonly Count[] => {
    // People who did not meet this line of the result at all: another cell, told by nobody but found by subtraction.
    const apart = shared - of;
    const told = suppressCells([...counts, apart]);
    return part === null || shared < smallest ? counts.map(() => null) : told.slice(0, counts.length);
  };
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
  const near = [part, total].some((number) => number !== null && isSmall(Math.abs(number - answers)));
  const enough = answers >= smallest && !near;
  const balance = numbers.promoters - numbers.detractors;
  // Nearly everybody of one mind: the score would tell how many were not.
  const score = enough && !isSmall(answers - Math.abs(balance)) ? Math.round((100 * balance) / answers) : null;
  return {
    campaign,
    smallest,
    sessions: total,
    shared: part,
    bands: cells(numbers.bands, sum(numbers.bands)) as [Count, Count, Count],
    axes: numbers.axes.map(({ id, title, states: found }) => {
      const counts = states.map((state) => found[state] ?? 0);
      const told = cells(counts, sum(counts));
      return { id, title, states: Object.fromEntries(states.map((state, i) => [state, told[i]!])) };
    }),
    recommend: { answers: enough ? answers : null, score },
  };
}

export const campaignHandlers = ({ db }: Service): Pick<Handlers, 'readCampaign'> => ({
  async readCampaign({ caller, path: { campaign } }) {
    if (caller.scheme === 'counsellorToken' && caller.campaign !== undefined && caller.campaign !== campaign)
      throw new Problem('scope-missing', { detail: `The token is for the campaign ${caller.campaign}.` });
    return { status: 200, body: summaryOf(campaign, await count(db, partnerOf(caller).id, campaign)) };
  },
});
