import { expect } from '@esm-bundle/chai';
import { define, PixDiagnosticElement } from '../../src/element.js';
import type { TaskElement } from '../../src/ui/tasks/task-element.js';
import { frLater } from '../../src/ui/locales/fr-later.js';
import { fr, type Locale, type PhraseKey } from '../../src/ui/locales/fr.js';
import { say } from '../../src/ui/locales/phrases.js';
import { smallBackend } from './runs.js';

define();

export type { PixDiagnosticElement };

type Settable = Partial<
  Pick<
    PixDiagnosticElement,
    | 'pathway'
    | 'backend'
    | 'getToken'
    | 'backendInstance'
    | 'content'
    | 'partner'
    | 'theme'
    | 'lang'
    | 'register'
    | 'reading'
    | 'resumePolicy'
    | 'storage'
    | 'kiosk'
    | 'autostart'
    | 'sharing'
    | 'headingLevel'
    | 'preview'
    | 'name'
    | 'offers'
    | 'recommend'
  >
>;

// Before any test takes the timers over.
const later = globalThis.setTimeout.bind(globalThis);
export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => void later(resolve, milliseconds));

/** Waits until something holds; fails after three seconds, saying what did not come. */
export async function until(holds: () => unknown, what: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (holds()) return;
    await pause(10);
  }
  throw new Error(`waited in vain for ${what}`);
}

/** A page with a title of its own, around whatever is put into it. */
export function page(...content: Element[]): HTMLElement {
  document.documentElement.lang = 'fr';
  document.title = 'Un portail';
  const main = document.createElement('main');
  const title = document.createElement('h1');
  title.textContent = 'Un portail';
  main.append(title, ...content);
  document.body.replaceChildren(main);
  return main;
}

/** An element over the small pack, not yet in the page. It keeps nothing on the device unless told. */
export const make = (settings: Settable = {}): PixDiagnosticElement =>
  Object.assign(document.createElement('pix-diagnostic'), {
    backendInstance: smallBackend(),
    pathway: 'sondage',
    storage: 'none',
    ...settings,
  });

/** Shows it in a page, and waits for a state. */
export async function show(settings: Settable = {}, state = 'intro'): Promise<PixDiagnosticElement> {
  const element = make(settings);
  page(element);
  await reach(element, state);
  return element;
}

/** Waits until the element is, and looks, in a state. */
export async function reach(element: PixDiagnosticElement, state: string): Promise<void> {
  await until(() => element.matches(`:state(${state})`), `:state(${state}), in "${element.state}"`);
  await until(
    () =>
      !(state === 'question' && !task(element)) &&
      !(['checkpoint', 'result', 'paused', 'elsewhere'].includes(state) && titleOf(element).includes('…')),
    `the screen of ${state}`,
  );
  await element.updateComplete;
}

/** Spaces of every kind made plain. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text as a reader sees it. */
export const seen = (node: Element | null | undefined): string => plain(node?.textContent ?? '');

/** A phrase of the interface, as `seen` gives it. */
export const words = (key: PhraseKey, locale: Locale = { ...fr, ...frLater }): string => plain(say(locale[key], { register: 'vous' }));

export const inside = <E extends Element = HTMLElement>(element: PixDiagnosticElement, selector: string): E | null =>
  element.shadowRoot?.querySelector<E>(selector) ?? null;

export function part(element: PixDiagnosticElement, name: string): HTMLElement {
  const found = inside(element, `[part~="${name}"]`);
  if (!found) throw new Error(`no part "${name}" on the screen "${titleOf(element)}"`);
  return found;
}
export const hasPart = (element: PixDiagnosticElement, name: string): boolean => inside(element, `[part~="${name}"]`) !== null;

export const titleOf = (element: PixDiagnosticElement): string => seen(inside(element, '.title'));

type AnyTask = TaskElement<'choice'> & { task: { type: string } };
export const task = (element: PixDiagnosticElement): AnyTask | null => inside<AnyTask>(element, '[data-task]');

/** Presses a button by its part, as a learner does. */
export async function press(element: PixDiagnosticElement, name: string): Promise<void> {
  const button = part(element, name);
  if (button instanceof HTMLButtonElement && button.disabled) throw new Error(`the button "${name}" cannot be pressed`);
  button.click();
  await pause(0);
  await element.updateComplete;
}

/** Chooses an option of a classic question. */
export async function choose(element: PixDiagnosticElement, value = 'right'): Promise<void> {
  const shown = task(element);
  await shown?.updateComplete;
  const input = shown?.shadowRoot?.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  if (!input) throw new Error(`nothing to choose on the screen "${titleOf(element)}"`);
  input.click();
  await element.updateComplete;
}

/** Answers the question on screen and waits for the next screen. */
export async function answer(element: PixDiagnosticElement, value: string | null = 'right'): Promise<void> {
  const before = titleOf(element);
  if (value !== null) await choose(element, value);
  await press(element, value === null ? 'skip' : 'submit');
  await until(
    () => hasPart(element, 'feedback') || (titleOf(element) !== before && !titleOf(element).includes('…')),
    'the screen after the answer',
  );
  if (element.state !== 'question') await reach(element, element.state);
  else await until(() => task(element), 'the next question');
}

/** From the introduction to the first question. */
export async function started(settings: Settable = {}): Promise<PixDiagnosticElement> {
  const element = await show(settings);
  await press(element, 'start');
  await until(() => element.state !== 'intro' && element.state !== 'loading', 'the first screen');
  await reach(element, element.state);
  return element;
}

/** As far as the review of a fixed form. */
export async function atReview(settings: Settable = {}, value: string | null = 'right'): Promise<PixDiagnosticElement> {
  const element = await started(settings);
  for (let i = 0; element.state === 'question' && i < 20; i++) await answer(element, value);
  expect(hasPart(element, 'confirm'), `review, not "${titleOf(element)}"`).to.equal(true);
  return element;
}

/** As far as the result of a fixed form. */
export async function atResult(settings: Settable = {}, value: string | null = 'right'): Promise<PixDiagnosticElement> {
  const element = await atReview(settings, value);
  await press(element, 'confirm');
  await reach(element, 'result');
  return element;
}

export interface Heard {
  readonly type: string;
  readonly detail: Record<string, unknown>;
  readonly event: CustomEvent<Record<string, unknown>>;
}

export const eventNames = [
  'ready',
  'start',
  'question',
  'answer',
  'progress',
  'pause',
  'resume',
  'result',
  'share',
  'pathway',
  'survey',
  'error',
].map((name) => `pix-${name}`);

/** Listens from the document, as a tag manager would. `stop` at the end of the test. */
export function listen(prevent: readonly string[] = []): { readonly heard: Heard[]; readonly types: () => string[]; stop(): void } {
  const heard: Heard[] = [];
  const hear = (event: Event): void => {
    const custom = event as CustomEvent<Record<string, unknown>>;
    if (prevent.includes(event.type)) event.preventDefault();
    heard.push({ type: event.type, detail: custom.detail, event: custom });
  };
  eventNames.forEach((name) => document.addEventListener(name, hear));
  return {
    heard,
    types: () => heard.map(({ type }) => type),
    stop: () => eventNames.forEach((name) => document.removeEventListener(name, hear)),
  };
}

/** What is said to developers meanwhile. */
export function warnings(): { readonly said: string[]; stop(): void } {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => said.push(words.map(String).join(' '));
  return { said, stop: () => void (console.warn = warn) };
}
