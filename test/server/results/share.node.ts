import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose';
import type { KeySet } from '../../../src/verify/index.js';
import { verifyAttestation } from '../../../src/verify/index.js';
import { address, openResultsRig, refusal, type ResultsRig } from './results-rig.js';

describe('a shared result', () => {
  let rig: ResultsRig;
  before(async () => (rig = await openResultsRig()));
  after(() => rig.close());

  const keySet = async (): Promise<KeySet> => (await rig.ask('readKeys', { scheme: null })).body;
  const share = async (session: string) => (await rig.ask('share', rig.learner(session), { path: { session } })).body;
  const events = async () => (await rig.ask('listEvents', rig.server())).body.events;

  test('carries a signature that any JOSE library verifies', async () => {
    const session = await rig.session({ learner: 'L-1', campaign: 'automne' });
    const { attestation } = await share(session);
    const { payload, protectedHeader } = await compactVerify(attestation, createLocalJWKSet((await keySet()) as { keys: [] }));
    assert.equal(protectedHeader.typ, 'pix-diagnostic-result+jwt');
    const claims = JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
    assert.deepEqual(
      { ...claims, iat: typeof claims['iat'], result: (claims['result'] as { state: string }).state },
      { iss: address, aud: 'port', sub: 'L-1', jti: session, iat: 'number', pathway: 'sondage', campaign: 'automne', result: 'shared' },
    );
  });

  test('is signed in the one form that pix-diagnostic/verify accepts', async () => {
    const half = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n;
    for (let i = 0; i < 12; i++) {
      const { attestation } = await share(await rig.session());
      const s = Buffer.from(attestation.split('.')[2]!, 'base64url').toString('hex', 32);
      assert.ok(BigInt(`0x${s}`) <= half, s);
    }
  });

  test('is verified by pix-diagnostic/verify, and given whole', async () => {
    const session = await rig.session({ learner: 'L-2' });
    const { attestation } = await share(session);
    const verified = await verifyAttestation(attestation, { jwks: await keySet(), issuer: address, audience: 'port' });
    assert.equal(verified.session, session);
    assert.equal(verified.learner, 'L-2');
    assert.equal('campaign' in verified, false);
    assert.equal(verified.result.passed, verified.result.answered);
  });

  test('is told once, however often it is shared', async () => {
    const session = await rig.session();
    const [first, second] = await Promise.all([share(session), share(session)]);
    assert.deepEqual(await share(session), first);
    assert.deepEqual(second, first);
    const told = (await events()).filter(({ type, data }) => type === 'session.shared' && data.session === session);
    assert.equal(told.length, 1);
    assert.equal(told[0]?.data.attestation, first.attestation);
  });

  test('can be signed before it is shared, and nobody hears of it until then', async () => {
    const session = await rig.session();
    const { attestation } = (await rig.ask('attest', rig.learner(session), { path: { session } })).body;
    assert.equal(await refusal(rig.ask('readReport', rig.server(), { path: { session } })), 'result-not-shared');
    assert.deepEqual(
      (await rig.ask('listSessions', rig.server())).body.results.filter((one) => one.session === session),
      [],
    );
    for (const { data } of (await events()).filter((event) => event.data.session === session)) assert.equal('result' in data, false);
    assert.equal((await share(session)).attestation, attestation);
  });

  test('needs a result', async () => {
    const session = await rig.session({ unfinished: true });
    assert.equal(await refusal(share(session)), 'session-unfinished');
    assert.equal(await refusal(rig.ask('attest', rig.learner(session), { path: { session } })), 'session-unfinished');
  });

  test('is only for its own learner and its own partner', async () => {
    await rig.partner('quai');
    const session = await rig.session();
    const other = await rig.session();
    await share(session);
    assert.equal(await refusal(rig.ask('share', rig.learner(other), { path: { session } })), 'session-unknown');
    assert.equal(await refusal(rig.ask('readReport', rig.server('quai'), { path: { session } })), 'session-unknown');
    assert.equal(await refusal(rig.ask('readFranceTravail', rig.server('quai'), { path: { session } })), 'session-unknown');
    assert.deepEqual((await rig.ask('listSessions', rig.server('quai'))).body.results, []);
    assert.deepEqual((await rig.ask('listEvents', rig.server('quai'))).body.events, []);
  });

  test('stays valid when the keys change; the new key is published an hour before it signs, so that whoever keeps keys has it', async () => {
    const session = await rig.session();
    const { attestation } = await share(session);
    const kidBefore = decodeProtectedHeader(attestation).kid;
    await rig.service.keys.rotate();
    const jwks = await keySet();
    assert.equal(jwks.keys.length, 2);
    assert.equal(jwks.keys[0]?.kid, kidBefore, 'the one that signs comes first');
    assert.equal((await verifyAttestation(attestation, { jwks, issuer: address, audience: 'port' })).session, session);
    const kidOfNext = async (): Promise<string | undefined> => decodeProtectedHeader((await share(await rig.session())).attestation).kid;
    assert.equal(await kidOfNext(), kidBefore);

    rig.later(62 * 60_000);
    const next = await share(await rig.session());
    assert.equal(decodeProtectedHeader(next.attestation).kid, jwks.keys[1]?.kid);
    await verifyAttestation(next.attestation, { jwks, issuer: address, audience: 'port', now: rig.service.now });
    assert.deepEqual((await keySet()).keys, [jwks.keys[1], jwks.keys[0]], 'what the one before signed stays valid');
  });

  test('is forgotten, with its events, when the learner is erased', async () => {
    const session = await rig.session({ learner: 'L-9' });
    await share(session);
    const kept = await rig.session({ learner: 'L-10' });
    await rig.ask('eraseLearner', rig.server(), { path: { learner: 'L-9' } });
    assert.equal(await refusal(rig.ask('readReport', rig.server(), { path: { session } })), 'session-unknown');
    const told = (await events()).map(({ data }) => data.session);
    assert.equal(told.includes(session), false);
    assert.equal(told.includes(kept), true);
  });
});

describe('the keys', () => {
  test('are one for all processes, also when two of them begin at once', async (t) => {
    const rig = await openResultsRig();
    t.after(() => rig.close());
    const { createKeyRing } = await import('../../../src/server/results/key-ring.js');
    const rings = [1, 2, 3].map(() => createKeyRing(rig.service.db, rig.service.now));
    const signed = await Promise.all(rings.map((ring) => ring.sign({ any: 'thing' }, 'test')));
    assert.equal(new Set(signed.map((jws) => decodeProtectedHeader(jws).kid)).size, 1);
    assert.equal((await rings[0]!.published()).length, 1);
  });

  test('change every year by themselves, once for all processes', async (t) => {
    const rig = await openResultsRig();
    t.after(() => rig.close());
    const { createKeyRing } = await import('../../../src/server/results/key-ring.js');
    const rings = [1, 2].map(() => createKeyRing(rig.service.db, rig.service.now));
    const kids = async () => Promise.all(rings.map(async (ring) => decodeProtectedHeader(await ring.sign({}, 'test')).kid));
    const [first] = await kids();
    rig.later(364 * 24 * 3600 * 1000);
    assert.deepEqual(await kids(), [first, first]);
    rig.later(2 * 24 * 3600 * 1000);
    assert.deepEqual(await kids(), [first, first], 'published first');
    assert.equal((await rings[1]!.published()).length, 2);
    rig.later(62 * 60_000);
    const [second, same] = await kids();
    assert.notEqual(second, first);
    assert.equal(same, second);
    assert.deepEqual(
      (await rings[0]!.published()).map(({ kid }) => kid),
      [second, first],
    );
  });

  test('are published without their secret half, and for two years after their last day', async (t) => {
    const rig = await openResultsRig();
    t.after(() => rig.close());
    const { keys, db } = rig.service;
    await keys.sign({}, 'test');
    await keys.rotate();
    rig.later(62 * 60_000);
    for (const key of await keys.published()) assert.deepEqual(Object.keys(key).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    const secrets = await db.selectFrom('signing_keys').select('private_key').where('retired_at', 'is not', null).execute();
    assert.deepEqual(secrets, [{ private_key: {} }]);

    const days = 24 * 3600 * 1000;
    // The second key is followed when its year is over and somebody asks; by then the first is still published.
    rig.later(729 * days);
    assert.equal((await keys.published()).length, 3);
    rig.later(2 * days);
    assert.equal((await keys.published()).length, 2);
  });
});
