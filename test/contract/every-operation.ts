import { contract, type OperationId, type Schemas } from '../../src/contract/index.js';
import type { TaskResponse } from '../../src/model/index.js';
import { faultsOfResponse } from '../support/answers.js';

/** A service that keeps the contract, whoever plays it, and those who have business with it. */
export interface Party {
  /** Sends a request to an address of the service. */
  send(path: string, init: RequestInit): Promise<Response>;
  /** A new launch token of the partner. */
  launch(claims: Readonly<Record<string, string>>): Promise<string>;
  readonly partner: string;
  readonly partnerKey: string;
  readonly adminKey: string;
  /** A pathway of which every question is asked in any case. */
  readonly pathway: string;
  solution(item: string): TaskResponse;
}

interface Wish {
  readonly names?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly token?: string;
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Visit {
  /** How each operation answered, in the order of the visit. */
  readonly statuses: ReadonlyMap<OperationId, readonly number[]>;
  readonly attestation: string;
  readonly keys: Schemas['KeySet'];
}

/**
 * Asks every operation of a service: a learner's run from beginning to end, what the partner and a counsellor read of it,
 * what the operator does. Each answer is held against the contract.
 */
export async function visit({ send, launch, partner, partnerKey, adminKey, pathway, solution }: Party): Promise<Visit> {
  const statuses = new Map<OperationId, number[]>();
  const ask = async (id: OperationId, { names = {}, query = '', token, key, body, headers }: Wish = {}): Promise<Response> => {
    const { method, path } = contract.find((operation) => operation.id === id)!;
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name]!));
    const response = await send(`${address}${query}`, {
      method: method.toUpperCase(),
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    statuses.set(id, [...(statuses.get(id) ?? []), response.status]);
    const faults = await faultsOfResponse(id, response);
    if (faults.length) throw new Error(`not what the contract says: ${faults.join(', ')}: ${(await response.text()).slice(0, 300)}`);
    return response;
  };
  const read = async <T>(id: OperationId, wish?: Wish): Promise<T> => (await (await ask(id, wish)).json()) as T;
  const unchanged = async (id: OperationId, wish: Wish = {}): Promise<void> => {
    const etag = (await ask(id, wish)).headers.get('etag') ?? '';
    await ask(id, { ...wish, headers: { 'if-none-match': etag } });
  };

  await unchanged('listPathways', { query: `?partner=${partner}` });
  await ask('readHealth');
  await unchanged('readKeys');

  const key = crypto.randomUUID();
  const token = await launch({ sub: 'ada', campaign: 'automne' });
  const opened = await read<Schemas['OpenedSession']>('openSession', { token, key, body: { pathway } });
  await ask('openSession', { token, key, body: { pathway } });
  const names = { session: opened.id };
  const { token: own } = await read<Schemas['SessionToken']>('renewToken', { names, token: await launch({ sub: 'ada' }) });
  await ask('readSession', { names, token: own });
  await ask('readResult', { names, token: own });

  let { step, taken } = opened as { step: Schemas['Step']; taken: number };
  let asked = '';
  while (step.kind !== 'end') {
    const sequence = taken + 1;
    if (step.kind === 'item') asked = step.item.id;
    const body =
      step.kind === 'item'
        ? { kind: 'answer', sequence, item: asked, response: solution(asked), seconds: 9 }
        : { kind: 'continue', sequence };
    const submission = { names, token: own, key: crypto.randomUUID(), body };
    ({ step, taken } = await read<Schemas['Receipt']>('submit', submission));
    // Sent twice, it counts once.
    await ask('submit', submission);
  }
  await ask('submit', { names, token: own, key: crypto.randomUUID(), body: { kind: 'continue', sequence: 99 } });
  await ask('listAnswers', { names, token: own });
  await ask('readAnswer', { names: { ...names, item: asked }, token: own });
  await ask('finish', { names, token: own, key: crypto.randomUUID(), body: {} });
  await ask('explain', { names, token: own });
  await ask('answerSurvey', { names, token: own, body: { recommend: 9 } });
  await ask('attest', { names, token: own });
  await ask('readReport', { names, token: partnerKey });
  const { attestation } = await read<Schemas['ShareReceipt']>('share', { names, token: own, key: crypto.randomUUID() });

  await unchanged('readResult', { names, token: partnerKey });
  await ask('explain', { names, token: partnerKey });
  await ask('readBadge', { names, token: own });
  await unchanged('readReport', { names, token: await launch({ sub: 'counsellor', scope: 'report' }) });
  await ask('readFranceTravail', { names, token: partnerKey });
  await ask('listSessions', { token: partnerKey, query: '?campaign=automne&limit=1' });
  await ask('exportResults', { token: partnerKey });
  await ask('readCampaign', { token: partnerKey, names: { campaign: 'automne' } });
  const { next } = await read<Schemas['EventPage']>('listEvents', { token: partnerKey, query: '?limit=2' });
  await ask('listEvents', { token: partnerKey, query: `?after=${next}` });
  await ask('listEvents', { token: partnerKey, query: '?after=nowhere' });
  await ask('listDeadLetters', { token: partnerKey });
  await ask('retryDeadLetter', { token: partnerKey, names: { event: crypto.randomUUID() } });

  const settings = { name: 'Nouveau', origins: ['https://nouveau.example'], launch: 'open', pathways: [pathway] };
  const written = await ask('writePartner', {
    token: adminKey,
    names: { partner: 'nouveau' },
    body: {
      ...settings,
      webhook: { url: 'https://nouveau.example/hook', secret: `whsec_${'a'.repeat(32)}` },
      partnerKeys: ['0'.repeat(64)],
    },
  });
  await unchanged('readPartner', { token: adminKey, names: { partner: 'nouveau' } });
  await ask('writePartner', { token: adminKey, names: { partner: 'nouveau' }, body: settings, headers: { 'if-match': '"0"' } });
  const etag = written.headers.get('etag') ?? '';
  await ask('writePartner', { token: adminKey, names: { partner: 'nouveau' }, body: settings, headers: { 'if-match': etag } });

  await ask('listPartners', { token: adminKey });
  await ask('disablePartner', { token: adminKey, names: { partner: 'nouveau' } });
  await ask('readPartner', { token: adminKey, names: { partner: 'nouveau' } });
  await ask('disablePartner', { token: adminKey, names: { partner: 'nouveau' } });

  await ask('eraseSession', { names, token: partnerKey });
  await ask('readReport', { names, token: partnerKey });
  await ask('eraseLearner', { token: partnerKey, names: { learner: 'ada' } });
  return { statuses, attestation, keys: await read('readKeys') };
}
