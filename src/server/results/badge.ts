import type { Handlers } from '../http/routes.js';
import { Problem } from '../http/problem.js';
import type { Service } from '../service.js';
import { achievementOf, isCompleted } from '../../reports/achievement.js';
import { credentialOf } from '../../reports/credential.js';
import { sessionFor, sharedOnly } from './session-row.js';

export const badgeHandlers = (service: Service): Pick<Handlers, 'readBadge'> => ({
  async readBadge({ caller, path }) {
    const { db, shelf, keys, address } = service;
    const row = sharedOnly(await sessionFor(db, caller, path.session));
    if (!isCompleted(row))
      throw new Problem('session-unfinished', { detail: 'The learner stopped before the end: a badge is for a whole pathway.' });
    const { pack } = shelf.conductor(row.pack);
    const credential = credentialOf(address, row.id, row.shared_at, achievementOf(pack, row.result));
    return { status: 200, body: await keys.sign(credential, 'JWT', `${address}/.well-known/jwks.json`) };
  },
});
