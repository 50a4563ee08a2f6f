import { reportOf } from '../../reports/report.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { etagOf } from './etag.js';
import { explainedSession } from './explained.js';
import { sessionFor, sharedOnly } from './session-row.js';

export const reportHandlers = (service: Service): Pick<Handlers, 'readReport'> => ({
  async readReport({ caller, path, signal }) {
    const row = sharedOnly(await sessionFor(service.db, caller, path.session));
    const body = reportOf(row, service.shelf.conductor(row.pack).pathway(row.pathway), await explainedSession(service, row, signal));
    return { status: 200, body, etag: etagOf(body) };
  },
});
