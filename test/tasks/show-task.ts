import { expect } from '@esm-bundle/chai';
import axe from 'axe-core';
import { css } from 'lit';
import type { ResponseOf, TaskOf, TaskType, Voice } from '../../src/model/index.js';
import type { TaskElement } from '../../src/ui/tasks/task-element.js';
import { everyRule } from '../support/every-rule.js';
import { tokens } from '../../src/ui/styles/tokens.js';

const frame = css`
  .root {
    container-type: inline-size;
    box-sizing: border-box;
    background: var(--_paper);
    color: var(--_ink);
    font-family: var(--_font);
    line-height: 1.5;
  }
`;

interface Shown<T extends TaskType> {
  readonly task: TaskOf<T>;
  readonly response?: ResponseOf<T>;
  readonly disabled?: boolean;
  readonly voice?: Voice;
}
interface Frame {
  /** CSS pixels. */
  readonly width?: number;
  /** CSS font size. */
  readonly size?: string;
  readonly scheme?: 'light' | 'dark';
}

/** Shows a task as the screen around it would: in a sized container that sets the font, the colours and the tokens. */
export async function showTask<T extends TaskType, E extends TaskElement<T>>(
  type: new () => E,
  shown: Shown<T>,
  { width = 600, size = '1rem', scheme = 'light' }: Frame = {},
): Promise<E> {
  const sheets = [tokens, frame].flatMap(({ styleSheet }) => styleSheet ?? []);
  document.adoptedStyleSheets = sheets;
  const main = document.createElement('main');
  main.className = 'root';
  main.lang = shown.voice?.language ?? 'fr';
  main.style.cssText = `width: ${width}px; font-size: ${size}; color-scheme: ${scheme}`;
  const element = Object.assign(new type(), shown);
  main.append(element);
  document.body.replaceChildren(main);
  await element.updateComplete;
  return element;
}

export const within = <E extends Element = HTMLElement>(element: TaskElement<TaskType>, selector: string): E[] => [
  ...(element.shadowRoot?.querySelectorAll<E>(selector) ?? []),
];

/** Text as a reader sees it: spaces of every kind made plain. */
export const seen = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Middle of what is drawn, for the mouse; `share` moves along the line (0: left edge, 1: right edge). */
export function pointOf(node: Element, share = 0.5): [number, number] {
  node.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = node.getBoundingClientRect();
  return [Math.round(left + width * share), Math.round(top + height / 2)];
}

export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element.parentElement ?? element, everyRule);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).to.deep.equal([]);
}

/** Nothing sticks out of the frame on either side. */
export function expectFits(element: TaskElement<TaskType>): void {
  const edge = element.getBoundingClientRect();
  const out = within<Element>(element, '*').filter((node) => {
    const { left, right, width } = node.getBoundingClientRect();
    return width > 1 && (left < edge.left - 1 || right > edge.right + 1);
  });
  expect(out.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
}

/** Every control that is drawn is at least 44 pixels high, its label included. */
export function expectLargeTargets(element: TaskElement<TaskType>): void {
  const targets = within(element, 'button, input, textarea')
    .filter((control) => control.checkVisibility())
    .map((control) => control.closest('label') ?? control);
  expect(targets.length).to.be.greaterThan(0);
  for (const target of targets) expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(44);
}

/** The responses that the task says from now on, as the screen around it hears them. */
export function listen<T extends TaskType>(element: TaskElement<T>): ResponseOf<T>[] {
  const heard: ResponseOf<T>[] = [];
  element.addEventListener('response-change', () => {
    if (element.response) heard.push(element.response);
  });
  return heard;
}

export const voices = {
  vous: { language: 'fr', register: 'vous', reading: 'standard' },
  tu: { language: 'fr', register: 'tu', reading: 'standard' },
  en: { language: 'en', register: 'vous', reading: 'standard' },
} as const satisfies Record<string, Voice>;
