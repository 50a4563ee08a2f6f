// Where the sessions of a portal live: in its page, or on the service that this demonstration runs.

import { startService } from './service.js';

/** Where the demonstration is, which may be below the top of its site. */
const top = new URL('../', import.meta.url);

const place = () => new URLSearchParams(location.search).get('backend');

/** A launch token from the portal's own server, which knows who is signed in. */
async function launchToken(partner) {
  const answer = await fetch(new URL(`partner/${partner}/launch`, top), { method: 'POST' });
  return (await answer.json()).token;
}

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

function showReceived(list, { webhooks, polled }) {
  const kinds = { 'session.started': 'a commencé', 'session.finished': 'a terminé', 'session.shared': 'a partagé' };
  const line = ({ type, session, percent, band }, from) => {
    const item = document.createElement('li');
    const score = percent === undefined ? '' : ` : ${Math.round(percent)} %, N${band}, signature vérifiée`;
    item.append(element('code', session.slice(0, 8)), ` ${kinds[type] ?? type}${score} `, element('em', from));
    return item;
  };
  list.replaceChildren(...webhooks.map((event) => line(event, 'webhook')), ...polled.map((event) => line(event, 'relevé')));
}

/**
 * Links between the two places, and what the partner's server has received.
 * @param open the partner has no server: anybody may begin.
 */
export async function chooseBackend(diagnostic, section, { open = false } = {}) {
  const partner = diagnostic.getAttribute('partner');
  const server = place() === 'server';
  if (server) {
    await startService(partner, top);
    diagnostic.setAttribute('backend', top.pathname);
    if (!open) diagnostic.getToken = () => launchToken(partner);
  }
  const links = document.createElement('p');
  const link = (label, href, current) => {
    const anchor = Object.assign(element('a', label), { href });
    if (current) anchor.setAttribute('aria-current', 'true');
    return anchor;
  };
  links.append(
    link('dans la page', location.pathname, !server),
    ' · ',
    link('sur le serveur', `${location.pathname}?backend=server`, server),
  );
  section.append(links);
  if (!server || open) return;
  const list = Object.assign(document.createElement('ol'), { tabIndex: 0, ariaLabel: 'Reçu par le serveur de ce portail' });
  section.append(list);
  const refresh = async () => showReceived(list, await (await fetch(new URL(`partner/${partner}/received`, top))).json());
  for (const name of ['start', 'result', 'share']) diagnostic.addEventListener(`pix-${name}`, () => setTimeout(refresh, 1500));
  void refresh();
}
