import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyAttestation, VerifyError } from '../../src/verify/index.js';
import { createDraws, mutations } from './mutations.js';
import { at, audience, claims, createSigner, issuer } from './signer.js';

const total = 100_000;

test(`none of ${total} changed attestations is accepted, and each is refused with a reason`, async () => {
  const signer = await createSigner();
  const [jws, other] = [await signer.sign(claims), await signer.sign({ ...claims, sub: 'L-2', iat: claims.iat - 7 })];
  const stranger = await createSigner('k1');
  const options = { jwks: { keys: [signer.jwk] }, issuer, audience, now: () => at };
  const kinds = Object.entries(mutations);
  const accepted: string[] = [];
  const refused = new Map<string, number>();

  const tryOne = async (draw: (limit: number) => number): Promise<void> => {
    const [kind, mutate] = kinds[draw(kinds.length)]!;
    const changed = await mutate({ jws, other, stranger, draw });
    // It may come out as it was, or as the other valid one.
    if (changed === jws || changed === other) return tryOne(draw);
    try {
      await verifyAttestation(changed, options);
      accepted.push(`${kind}: ${changed}`);
    } catch (thrown) {
      assert.ok(thrown instanceof VerifyError, `${kind}: ${String(thrown)}`);
      refused.set(thrown.code, (refused.get(thrown.code) ?? 0) + 1);
    }
  };
  // Each lane has its own seed: the changes are the same on every run, whatever ends first.
  const lane = async (seed: number): Promise<void> => {
    const draw = createDraws(seed);
    for (let i = 0; i < total / 20; i++) await tryOne(draw);
  };
  await Promise.all(Array.from({ length: 20 }, (_, i) => lane(20310506 + i)));

  assert.deepEqual(accepted, []);
  assert.equal(
    [...refused.values()].reduce((sum, count) => sum + count, 0),
    total,
  );
  // The untouched ones still verify: it is the changes that were refused.
  assert.equal((await verifyAttestation(jws, options)).learner, 'L-1');
  assert.equal((await verifyAttestation(other, options)).learner, 'L-2');
  for (const code of ['malformed', 'algorithm', 'type', 'key-unknown', 'signature']) assert.ok((refused.get(code) ?? 0) > 500, code);
});
