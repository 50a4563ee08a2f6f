import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { verifyAttestation, VerifyError, type AttestationOptions, type VerifyErrorCode } from '../../src/verify/index.js';
import { at, audience, claims, createSigner, encode, issuer, type Signer } from './signer.js';

const codeOf = async (promise: Promise<unknown>): Promise<VerifyErrorCode> => {
  try {
    await promise;
  } catch (thrown) {
    assert.ok(thrown instanceof VerifyError, String(thrown));
    return thrown.code;
  }
  throw new Error('This was accepted.');
};

describe('a signed result', () => {
  let signer: Signer;
  let options: AttestationOptions;
  before(async () => {
    signer = await createSigner();
    options = { jwks: { keys: [signer.jwk] }, issuer, audience, now: () => at };
  });
  const refused = (jws: string, more: Partial<AttestationOptions> = {}): Promise<VerifyErrorCode> =>
    codeOf(verifyAttestation(jws, { ...options, ...more }));

  test('is given whole, with what is said around it', async () => {
    const verified = await verifyAttestation(await signer.sign(claims), options);
    assert.deepEqual(verified, {
      session: claims.jti,
      learner: 'L-1',
      pathway: 'diagnostic-initial',
      issuedAt: new Date(claims.iat * 1000),
      result: claims.result,
    });
  });

  test('is refused from another service, for another partner, or of another kind', async () => {
    const jws = await signer.sign(claims);
    assert.equal(await refused(jws, { issuer: 'https://elsewhere.example' }), 'issuer');
    assert.equal(await refused(jws, { audience: 'quai' }), 'audience');
    assert.equal(await refused(await signer.sign({ ...claims, aud: [audience, 'quai'] })), 'audience');
    assert.equal(await refused(await signer.sign(claims, { typ: 'JWT' })), 'type');
    assert.equal(await refused(await signer.sign({ ...claims, result: undefined })), 'content');
    assert.equal(await refused(await signer.sign({ ...claims, result: { ...claims.result, state: 'finished' } })), 'content');
    assert.equal(await refused(await signer.sign({ ...claims, jti: 'another' })), 'content');
  });

  test('is refused from the future, and once it has expired', async () => {
    const seconds = at.getTime() / 1000;
    assert.equal(await refused(await signer.sign({ ...claims, iat: seconds + 3600 })), 'time');
    assert.equal(await refused(await signer.sign({ ...claims, iat: 'yesterday' })), 'time');
    assert.equal(await refused(await signer.sign({ ...claims, exp: seconds - 3600 })), 'time');
    assert.equal(await refused(await signer.sign({ ...claims, exp: 'never' })), 'time');
    await verifyAttestation(await signer.sign({ ...claims, exp: seconds + 3600 }), options);
  });

  test('is refused with a header that asks for something else', async () => {
    const payload = encode(claims);
    const withHeader = (header: unknown): Promise<string> => signer.signParts(`${encode(header)}.${payload}`);
    const plain = { alg: 'ES256', typ: 'pix-diagnostic-result+jwt', kid: 'k1' };
    assert.equal(await refused(await withHeader({ ...plain, alg: 'none' })), 'algorithm');
    assert.equal(await refused(await withHeader({ ...plain, alg: 'HS256' })), 'algorithm');
    assert.equal(await refused(await withHeader({ ...plain, crit: ['exp'], exp: 0 })), 'algorithm');
    assert.equal(await refused(await withHeader({ ...plain, kid: 'k2' })), 'key-unknown');
    assert.equal(await refused(await withHeader({ ...plain, kid: undefined })), 'key-unknown');
    assert.equal(await refused(await withHeader(null)), 'malformed');
    assert.equal(await refused(`${encode({ ...plain, alg: 'none' })}.${payload}.`), 'malformed');
    await verifyAttestation(await withHeader(plain), options);
  });

  test('is refused when its own header brings the key', async () => {
    const stranger = await createSigner('k1');
    assert.equal(await refused(await stranger.sign(claims, { jwk: stranger.jwk })), 'signature');
  });

  test('is verified with a key set at an address, fetched once an hour, and again for a new key once a minute at most', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: at });
    const [old, next] = [await createSigner('old'), await createSigner('next')];
    let keys = [old.jwk];
    let asked = 0;
    const fetch = () => {
      asked++;
      return Promise.resolve(Response.json({ keys }));
    };
    const remote: AttestationOptions = { jwksUrl: `${issuer}/.well-known/jwks.json?rotated`, issuer, audience, fetch };
    const verify = async (by: Signer) => verifyAttestation(await by.sign({ ...claims, iat: Math.floor(Date.now() / 1000) }), remote);
    await Promise.all([verify(old), verify(old), verify(old)]);
    assert.equal(asked, 1);

    keys = [next.jwk, old.jwk];
    assert.equal(await codeOf(verify(next)), 'key-unknown');
    assert.equal(asked, 1);
    context.mock.timers.tick(61_000);
    await verify(next);
    await verify(old);
    assert.equal(asked, 2);
    const stranger = await createSigner('stranger');
    for (let i = 0; i < 50; i++) assert.equal(await codeOf(verify(stranger)), 'key-unknown');
    assert.equal(asked, 2);

    keys = [next.jwk];
    context.mock.timers.tick(3_600_000);
    assert.equal(await codeOf(verify(old)), 'key-unknown');
  });

  test('says when the key set cannot be had, and goes on with the one it has when that fails later', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: at });
    let answer = (): Response => new Response('', { status: 503 });
    const jwksUrl = `${issuer}/.well-known/jwks.json?down`;
    const remote: AttestationOptions = { jwksUrl, issuer, audience, fetch: () => Promise.resolve(answer()) };
    const jws = await signer.sign(claims);
    assert.equal(await codeOf(verifyAttestation(jws, remote)), 'keys-unreachable');
    answer = () => Response.json({ keys: [signer.jwk] });
    await verifyAttestation(jws, remote);
    answer = () => new Response('<html>', { status: 200 });
    context.mock.timers.tick(2 * 3_600_000);
    await verifyAttestation(jws, remote);
  });
});
