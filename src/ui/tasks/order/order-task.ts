import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { pickText, plainText, type Option } from '../../../model/index.js';
import { icon } from '../../parts/icon.js';
import { controls } from '../../styles/controls.js';
import { exhibit, exhibitStyles } from '../exhibit.js';
import { optionStyles, optionText } from '../option.js';
import { TaskElement } from '../task-element.js';
import { phrases } from './phrases.js';
import { styles } from './styles.js';

const icons = {
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
};

type Direction = 'up' | 'down';

/** Put entries in order with two buttons each; a pointer may also drag them by their number. */
export class OrderTaskElement extends TaskElement<'order'> {
  static override styles = [controls, exhibitStyles, optionStyles, styles];

  @state() private held = '';
  @state() private announcement = '';

  /** Where each entry was before a move, in CSS pixels from the top of the list. Empty when there is nothing to animate. */
  private tops = new Map<string, number>();

  private get entries(): readonly Option[] {
    const { entries } = this.task;
    const order = this.response?.order;
    return order ? order.flatMap((id) => entries.find((entry) => entry.id === id) ?? []) : entries;
  }

  override missing(): string | null {
    return this.response ? null : this.say(phrases, 'missing');
  }

  protected override render(): TemplateResult {
    const { entries, disabled } = this;
    return html`${exhibit(this.task.exhibit, this.voice)}
      ${disabled ? nothing : html`<p class="hint muted">${this.say(phrases, 'hint')}</p>`}
      <ol role="list" class=${disabled ? '' : 'movable'} @pointermove=${this.drag} @lostpointercapture=${this.drop}>
        ${entries.map(
          (entry, i) =>
            html`<li class="card ${entry.id === this.held ? 'held' : ''}">
              <span class="handle" @pointerdown=${(event: PointerEvent) => this.grab(event, entry)}
                >${icon(icons.grip)}<span class="number">${i + 1}</span></span
              >
              ${optionText(entry, this.voice, `entry-${i}`)}
              <span class="moves">${this.button('up', i)}${this.button('down', i)}</span>
            </li>`,
        )}
      </ol>
      <p class="visually-hidden" role="status">${this.announcement}</p>`;
  }

  private button(direction: Direction, i: number): TemplateResult {
    const to = direction === 'up' ? i - 1 : i + 1;
    const id = `${direction}-${i}`;
    return html`<button
      type="button"
      class="button small"
      id=${id}
      aria-labelledby="${id} entry-${i}"
      ?disabled=${this.disabled}
      aria-disabled=${this.entries[to] ? 'false' : 'true'}
      @click=${() => this.press(direction, i, to)}
    >
      ${icon(icons[direction])}${this.say(phrases, direction)}
    </button>`;
  }

  private async press(direction: Direction, from: number, to: number): Promise<void> {
    const target = this.entries[to] ? to : from;
    this.move(from, target);
    this.announce(target);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${direction}-${target}`)?.focus();
  }

  private move(from: number, to: number): void {
    if (this.disabled || from === to) return;
    const order = this.entries.map(({ id }) => id);
    const rows = this.rows();
    this.tops = new Map(order.map((id, i) => [id, rows[i]?.offsetTop ?? 0]));
    order.splice(to, 0, ...order.splice(from, 1));
    this.respond({ order });
  }

  private announce(place: number): void {
    const entry = this.entries[place];
    if (!entry) return;
    const name = plainText(pickText(entry.label, this.voice));
    this.announcement = this.say(phrases, 'moved', { entry: name, place: place + 1, count: this.entries.length });
  }

  private grab(event: PointerEvent, { id }: Option): void {
    if (this.disabled || event.button !== 0) return;
    event.preventDefault();
    this.renderRoot.querySelector('ol')?.setPointerCapture(event.pointerId);
    this.held = id;
  }

  private drag({ clientY }: PointerEvent): void {
    const from = this.entries.findIndex(({ id }) => id === this.held);
    if (from < 0) return;
    const rows = this.rows();
    const y = clientY - (this.renderRoot.querySelector('ol')?.getBoundingClientRect().top ?? 0);
    const passed = (row: HTMLElement | undefined, sign: number): boolean => !!row && sign * (y - row.offsetTop - row.offsetHeight / 2) > 0;
    if (passed(rows[from + 1], 1)) this.move(from, from + 1);
    else if (passed(rows[from - 1], -1)) this.move(from, from - 1);
  }

  private drop(): void {
    this.announce(this.entries.findIndex(({ id }) => id === this.held));
    this.held = '';
  }

  private rows(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll('li')];
  }

  protected override updated(): void {
    if (!this.tops.size) return;
    const rows = this.rows();
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches)
      this.entries.forEach(({ id }, i) => {
        const row = rows[i];
        const shift = (this.tops.get(id) ?? 0) - (row?.offsetTop ?? 0);
        if (shift) row?.animate([{ transform: `translateY(${shift}px)` }, {}], { duration: 180, easing: 'ease-out' });
      });
    this.tops.clear();
  }
}

export { OrderTaskElement as Player };
