import { chooseBackend } from './backend.js';
import { copyWith } from './copy.js';
import { showIntegration } from './integration.js';
import { logEvents } from './log.js';
import { addSwitches } from './switches.js';

/** An element with its attributes, and what it holds: elements and texts. */
function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

const block = (summary, ...content) => make('details', { open: '' }, make('summary', {}, ...summary), ...content);

/** Fills the demonstration panel of a portal, `.bench`: its two lines, its switches, where the session lives, its log of events. */
export function openBench(diagnostic) {
  const integration = make('code');
  const copy = make('button', { type: 'button', class: 'bench-copy' }, 'Copier');
  const copied = make('span', { role: 'status' });
  const switches = make('div', { class: 'switches' });
  const backend = make('div');
  const count = make('span', { class: 'count' }, '0');
  const label = 'Événements du diagnostic, du plus récent au plus ancien';
  const events = make('ol', { class: 'events', reversed: '', tabindex: '0', 'aria-label': label });
  document
    .querySelector('.bench')
    .append(
      make('h2', { class: 'bench-title', id: 'bench-title' }, 'Démonstration'),
      block(['Les deux lignes de cette page'], make('pre', {}, integration), copy, ' ', copied),
      block(['Réglages du diagnostic'], switches),
      block(['Où vit la session'], backend),
      block(['Événements reçus ', count], events),
    );
  showIntegration(diagnostic, integration);
  copyWith(copy, integration, copied);
  chooseBackend(diagnostic, backend);
  addSwitches(diagnostic, switches);
  logEvents(diagnostic, events, count);
}
