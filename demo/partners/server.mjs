// The server of each demonstration partner: it signs launches, hears of results and believes only what it could verify.
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { verifyAttestation, verifyWebhook } from '../../dist/verify.js';

const json = (response, status, body) =>
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));

async function textOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const cookieName = 'demo-learner';

/** A pseudonym for whoever looks at the portal: a real partner has its own, from its own accounts. */
function learnerOf(request, response) {
  const [, kept] = new RegExp(`${cookieName}=([\\w-]+)`).exec(request.headers.cookie ?? '') ?? [];
  if (kept) return kept;
  const learner = randomUUID();
  response.setHeader('set-cookie', `${cookieName}=${learner}; Path=/partner; HttpOnly; SameSite=Strict`);
  return learner;
}

/** @param own what each partner keeps for itself. @param address of the demonstration. @param service address of the diagnostic service. */
export function partnerServer(own, address, service) {
  const received = new Map([...own.keys()].map((id) => [id, []]));

  const launch = async (partner, request, response) => {
    const token = await new SignJWT({ origin: new URL(address).origin })
      .setProtectedHeader({ alg: 'ES256', kid: partner.kid, typ: 'JWT' })
      .setIssuer(partner.issuer)
      .setAudience('pix-diagnostic')
      .setSubject(learnerOf(request, response))
      .setJti(randomUUID())
      .setIssuedAt()
      .setNotBefore('0s')
      .setExpirationTime('5m')
      .sign(partner.privateKey);
    json(response, 200, { token });
  };

  const check = (partner, attestation) =>
    verifyAttestation(attestation, {
      jwksUrl: `${service}.well-known/jwks.json`,
      issuer: service.replace(/\/$/, ''),
      audience: partner.id,
    });

  const webhook = async (partner, request, response) => {
    const body = await textOf(request);
    await verifyWebhook(body, new Headers(request.headers), partner.secret);
    const { id, type, data } = JSON.parse(body);
    const verified = data.attestation ? await check(partner, data.attestation) : undefined;
    const list = received.get(partner.id);
    // The same event may come twice: the second time it is already there.
    if (!list.some((event) => event.id === id))
      list.unshift({
        id,
        type,
        session: data.session,
        ...(verified && { percent: verified.result.score.percent, band: verified.result.score.band }),
      });
    response.writeHead(204).end();
  };

  const polled = async (partner) => {
    const answer = await fetch(`${service}v1/events?limit=500`, { headers: { authorization: `Bearer ${partner.partnerKey}` } });
    const { events } = await answer.json();
    return Promise.all(
      events.map(async ({ id, type, data }) => {
        const verified = data.attestation ? await check(partner, data.attestation) : undefined;
        return {
          id,
          type,
          session: data.session,
          ...(verified && { percent: verified.result.score.percent, band: verified.result.score.band }),
        };
      }),
    );
  };

  /** True if the address was one of a partner's server. */
  return async (request, response) => {
    const [, id, what] = /^\/partner\/([\w-]+)\/(\w+)$/.exec(new URL(request.url, address).pathname) ?? [];
    const partner = own.get(id);
    if (!partner) return false;
    try {
      if (what === 'launch' && request.method === 'POST') await launch(partner, request, response);
      else if (what === 'webhook' && request.method === 'POST') await webhook(partner, request, response);
      else if (what === 'received') json(response, 200, { webhooks: received.get(id), polled: (await polled(partner)).reverse() });
      else return false;
    } catch (error) {
      json(response, 400, { error: String(error) });
    }
    return true;
  };
}
