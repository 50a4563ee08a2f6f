import type { Schemas } from '../../contract/index.js';
import type { Result } from '../../model/index.js';
import { attestationClaims, attestationType } from '../../reports/attestation.js';
import { about } from '../../reports/session.js';
import type { KnownPartner } from '../access/caller.js';
import type { Database } from '../database/schema.js';
import { signOfLife } from '../database/sign-of-life.js';
import { recordEvent } from '../events/record.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { partnerOf, sessionFor, type SessionRow } from './session-row.js';

/** The result as it is shared. @throws {Problem} `session-unfinished`. */
function sharedResult({ result }: SessionRow): Result {
  if (result) return { ...result, state: 'shared' };
  throw new Problem('session-unfinished', { detail: 'Finish the session first: there is nothing to share yet.' });
}

/** Signs a result once: whoever asks again, or at the same time, gets the same. */
async function attestationOf(service: Service, partner: KnownPartner, row: SessionRow): Promise<string> {
  if (row.attestation !== null) return row.attestation;
  const result = sharedResult(row);
  const signed = await service.keys.sign(attestationClaims(service.address, partner.id, row, result, service.now()), attestationType);
  const kept = await service.db
    .updateTable('sessions')
    .set(({ fn, val }) => ({ attestation: fn.coalesce('attestation', val(signed)) }))
    .where('partner_id', '=', row.partner_id)
    .where('id', '=', row.id)
    .returning('attestation')
    .executeTakeFirst();
  if (!kept?.attestation) throw new Problem('session-unknown', { detail: 'It was erased meanwhile.' });
  return kept.attestation;
}

/** Marks a session as shared and writes the event, both or none. Shared before: the first time counts. */
async function shareOnce(db: Database, row: SessionRow, at: Date, attestation: string): Promise<Date> {
  const result = sharedResult(row);
  const first = await recordEvent(
    db,
    { partner: row.partner_id, type: 'session.shared', session: row.id, data: { ...about(row), result, attestation } },
    db
      .updateTable('sessions')
      .set({ shared_at: at, touched_at: signOfLife(at), result: JSON.stringify(result) })
      .where('partner_id', '=', row.partner_id)
      .where('id', '=', row.id)
      .where('shared_at', 'is', null)
      .returning('partner_id'),
  );
  if (first) return at;
  const before = await db
    .selectFrom('sessions')
    .select('shared_at')
    .where('partner_id', '=', row.partner_id)
    .where('id', '=', row.id)
    .executeTakeFirst();
  if (!before?.shared_at) throw new Problem('session-unknown', { detail: 'It was erased meanwhile.' });
  return before.shared_at;
}

export const shareHandlers = (service: Service): Pick<Handlers, 'attest' | 'share'> => ({
  async attest({ caller, path }) {
    const row = await sessionFor(service.db, caller, path.session);
    return { status: 200, body: { attestation: await attestationOf(service, partnerOf(caller), row) } };
  },

  async share({ caller, path }) {
    const partner = partnerOf(caller);
    const row = await sessionFor(service.db, caller, path.session);
    const attestation = await attestationOf(service, partner, row);
    const sharedAt = row.shared_at ?? (await shareOnce(service.db, row, service.now(), attestation));
    const body: Schemas['ShareReceipt'] = { sharedAt: sharedAt.toISOString(), attestation };
    return { status: 200, body };
  },
});
