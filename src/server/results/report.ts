import { aboutPathway } from '../../backend/run/conductor.js';
import type { Schemas } from '../../contract/index.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { etagOf } from './etag.js';
import { explainedSession } from './explained.js';
import { sessionFor, sharedOnly } from './session-row.js';

export const reportHandlers = (service: Service): Pick<Handlers, 'readReport'> => ({
  async readReport({ caller, path, signal }) {
    const row = sharedOnly(await sessionFor(service.db, caller, path.session));
    const body: Schemas['Report'] = {
      session: row.id,
      ...(row.learner !== null && { learner: row.learner }),
      ...(row.campaign !== null && { campaign: row.campaign }),
      pathway: aboutPathway(service.shelf.conductor(row.pack).pathway(row.pathway)),
      sharedAt: row.shared_at.toISOString(),
      result: row.result,
      explanation: await explainedSession(service, row, signal),
      ...(row.recommend !== null && { recommend: row.recommend }),
    };
    return { status: 200, body, etag: etagOf(body) };
  },
});
