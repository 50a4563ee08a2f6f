import { sql } from 'kysely';
import type { Text } from '../../model/index.js';
import type { Database } from '../database/schema.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/routes.js';
import { summaryOf, type CampaignNumbers } from '../../reports/campaign.js';
import type { Service } from '../service.js';
import { partnerOf } from './session-row.js';

/** People, not sessions: of a learner who came twice, the last session that was shared counts, or else the last one. */
const people = (partner: string, campaign: string) => sql`
  people as (
    select distinct on (coalesce(learner, id::text)) shared_at, result, recommend
    from sessions
    where partner_id = ${partner} and campaign = ${campaign}
    order by coalesce(learner, id::text), shared_at desc nulls last, started_at desc)`;

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

export const campaignHandlers = ({ db }: Service): Pick<Handlers, 'readCampaign'> => ({
  async readCampaign({ caller, path: { campaign } }) {
    if (caller.scheme === 'counsellorToken' && caller.campaign !== undefined && caller.campaign !== campaign)
      throw new Problem('scope-missing', { detail: `The token is for the campaign ${caller.campaign}.` });
    return { status: 200, body: summaryOf(campaign, await count(db, partnerOf(caller).id, campaign)) };
  },
});
