import { html, literal, type StaticValue } from 'lit/static-html.js';
import type { TemplateResult } from 'lit';

const levels: readonly StaticValue[] = [literal`h1`, literal`h2`, literal`h3`, literal`h4`, literal`h5`, literal`h6`];

/** The native element for a heading level; past 6 there is none, so 6. */
export const headingTag = (level: number): StaticValue => levels[Math.min(6, Math.max(1, level)) - 1] ?? literal`h6`;

/** The heading of a screen: it takes the focus when the screen changes. */
export const screenHeading = (level: number, content: unknown): TemplateResult =>
  html`<${headingTag(level)} class="title" part="title" tabindex="-1">${content}</${headingTag(level)}>`;

/** The heading of a dialog, which it names. */
export const dialogHeading = (level: number, content: unknown): TemplateResult =>
  html`<${headingTag(level)} id="dialog-title" class="title">${content}</${headingTag(level)}>`;
