import { franceTravailPayload, stageOf } from '../../reports/france-travail.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { partnerOf, sessionFor } from './session-row.js';

export const franceTravailHandlers = ({ db, shelf }: Service): Pick<Handlers, 'readFranceTravail'> => ({
  async readFranceTravail({ caller, path }) {
    const row = await sessionFor(db, caller, path.session);
    return { status: 200, body: franceTravailPayload(row, shelf.conductor(row.pack).pack, partnerOf(caller).settings.name, stageOf(row)) };
  },
});
