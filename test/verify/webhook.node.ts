import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, test } from 'node:test';
import { verifyWebhook, VerifyError } from '../../src/verify/index.js';

const key = Buffer.from('thirty-two bytes of some secret!');
const secret = `whsec_${key.toString('base64')}`;
const at = new Date('2031-05-06T07:08:09Z');
const body = '{"type":"session.finished","data":{"pathway":"déjà"}}';

const signatureOf = (id: string, time: number, text: string, by: Buffer = key): string =>
  `v1,${createHmac('sha256', by).update(`${id}.${time}.${text}`).digest('base64')}`;

const headersAt = (time = at.getTime() / 1000) => ({
  'webhook-id': 'e-1',
  'webhook-timestamp': String(time),
  'webhook-signature': signatureOf('e-1', time, body),
});

const refused = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
  } catch (thrown) {
    assert.ok(thrown instanceof VerifyError, String(thrown));
    return thrown.code;
  }
  throw new Error('This was accepted.');
};
const now = (): Date => at;

describe('a webhook', () => {
  test('is given as a message, from the headers of Fetch or of Node, from text or bytes', async () => {
    const expected = { id: 'e-1', sentAt: at, message: JSON.parse(body) as object };
    assert.deepEqual(await verifyWebhook(body, headersAt(), secret, { now }), expected);
    assert.deepEqual(await verifyWebhook(Buffer.from(body), new Headers(headersAt()), secret, { now }), expected);
  });

  test('is verified with the example that the specification publishes', async () => {
    const example = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const { id } = await verifyWebhook('{"test": 2432232314}', example, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
      now: () => new Date(1614265330 * 1000),
    });
    assert.equal(id, example['webhook-id']);
  });

  test('is verified when one of several signatures is right, so that a secret can change', async () => {
    const headers = headersAt();
    const several = `v1a,AAAA ${signatureOf('e-1', 1, 'x', Buffer.from('old'))} ${headers['webhook-signature']}`;
    await verifyWebhook(body, { ...headers, 'webhook-signature': several }, secret, { now });
  });

  test('is refused when a byte of the body, the id or the time has changed', async () => {
    const headers = headersAt();
    for (let i = 0; i < body.length; i++) {
      const changed = body.slice(0, i) + String.fromCharCode(body.charCodeAt(i) ^ 1) + body.slice(i + 1);
      assert.equal(await refused(verifyWebhook(changed, headers, secret, { now })), 'signature');
    }
    assert.equal(await refused(verifyWebhook(body, { ...headers, 'webhook-id': 'e-2' }, secret, { now })), 'signature');
    const shifted = String(Number(headers['webhook-timestamp']) + 1);
    assert.equal(await refused(verifyWebhook(body, { ...headers, 'webhook-timestamp': shifted }, secret, { now })), 'signature');
    assert.equal(await refused(verifyWebhook(body, headers, `whsec_${Buffer.from('another').toString('base64')}`, { now })), 'signature');
  });

  test('is refused when it is five minutes old, unless more is allowed', async () => {
    const old = headersAt(at.getTime() / 1000 - 301);
    assert.equal(await refused(verifyWebhook(body, old, secret, { now })), 'time');
    assert.equal(await refused(verifyWebhook(body, headersAt(at.getTime() / 1000 + 301), secret, { now })), 'time');
    await verifyWebhook(body, old, secret, { now, tolerance: 600 });
  });

  test('says what is missing', async () => {
    const { 'webhook-signature': _, ...headers } = headersAt();
    assert.equal(await refused(verifyWebhook(body, headers, secret, { now })), 'headers');
    assert.equal(await refused(verifyWebhook(body, { ...headersAt(), 'webhook-timestamp': 'now' }, secret, { now })), 'headers');
    assert.equal(await refused(verifyWebhook(body, headersAt(), 'password', { now })), 'secret');
  });
});
