// The diagnostic service and the partner's own server of the demonstration published as files: both in the page, behind a
// service worker that hands them the page's requests. What they know is gone with the page.
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { createHandlers } from '../../dist/msw.js';
import { verifyAttestation } from '../../dist/verify.js';

const encode = (value) => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** A page under Trusted Types lets nobody name a worker; it lets us name this one. */
function trustWorker(url) {
  window.trustedTypes?.createPolicy('default', { createScriptURL: (given) => (given === url ? given : null) });
}

/** What the partner hears by asking, believed once verified. */
async function heard(partner, address) {
  const answer = await fetch(`${address}/v1/events?limit=500`, { headers: { authorization: 'Bearer pdk_demo' } });
  const { events } = await answer.json();
  const keys = { jwksUrl: `${address}/.well-known/jwks.json`, issuer: address, audience: partner };
  const lines = events.map(async ({ id, type, data: { session, attestation } }) => {
    const score = attestation && (await verifyAttestation(attestation, keys)).result.score;
    return { id, type, session, ...(score && { percent: score.percent, band: score.band }) };
  });
  return { webhooks: [], polled: (await Promise.all(lines)).reverse() };
}

/** @param top where the demonstration is. */
export async function startService(partner, top) {
  const address = top.href.replace(/\/$/, '');
  const learner = crypto.randomUUID();
  const launch = () => `${encode({ alg: 'none' })}.${encode({ sub: learner, jti: crypto.randomUUID() })}.`;
  const worker = new URL('mockServiceWorker.js', top).href;
  trustWorker(worker);
  await setupWorker(
    http.post(`${address}/partner/:partner/launch`, () => HttpResponse.json({ token: launch() })),
    http.get(`${address}/partner/:partner/received`, async () => HttpResponse.json(await heard(partner, address))),
    ...createHandlers({ url: address, content: `${address}/dist/packs/socle-fr/`, partner }),
  ).start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: worker } });
}
