import { lineOf, tableOf, type Line } from '../../reports/csv.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { listShared } from './shared-list.js';
import { partnerOf } from './session-row.js';

/** Sessions read at once. */
const page = 500;

export const exportHandlers = ({ db }: Service): Pick<Handlers, 'exportResults'> => ({
  async exportResults({ caller, query: { campaign } }) {
    const partner = partnerOf(caller).id;
    const lines: Line[] = [];
    for (let after: string | undefined; ;) {
      const { rows, next } = await listShared(db, { partner, campaign, after, limit: page });
      lines.push(...rows.map(lineOf));
      if (next === undefined) break;
      after = next;
    }
    return { status: 200, body: tableOf(lines) };
  },
});
