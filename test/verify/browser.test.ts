import { expect } from '@esm-bundle/chai';
import { verifyAttestation, verifyWebhook, VerifyError } from '../../src/verify/index.js';
import { at, audience, claims, createSigner, issuer } from './signer.js';

describe('verifying in a page', () => {
  it('trusts a signed result, and no other', async () => {
    const signer = await createSigner();
    const options = { jwks: { keys: [signer.jwk] }, issuer, audience, now: () => at };
    const jws = await signer.sign(claims);
    expect((await verifyAttestation(jws, options)).session).to.equal(claims.jti);
    const thrown = await verifyAttestation(await (await createSigner()).sign(claims), options).catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(VerifyError);
    expect((thrown as VerifyError).code).to.equal('signature');
  });

  it('trusts a webhook', async () => {
    // The example that the specification publishes.
    const headers = new Headers({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
    const now = (): Date => new Date(1614265330 * 1000);
    const { message } = await verifyWebhook('{"test": 2432232314}', headers, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', { now });
    expect(message).to.deep.equal({ test: 2432232314 });
  });
});
