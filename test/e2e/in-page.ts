/** A control as a person finds it: a selector, and the words on it when the selector is not enough. */
export type Target = string | { readonly css: string; readonly text: string };

/** An event of the diagnostic as the page heard it. */
export interface Heard {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Screen {
  readonly state: string;
  readonly title: string;
  /** The last question that was announced. */
  readonly item: string;
  /** Public part names on screen, in order. */
  readonly parts: readonly string[];
}

/** Where the focus is compared with a target. */
export interface Place {
  readonly here: boolean;
  readonly chosen: boolean;
  readonly forward: boolean;
  /** Nothing has the focus. */
  readonly lost: boolean;
  readonly active: string;
}

/** What the tests ask of the page; there before any script of the page. */
export interface InPage {
  readonly heard: Heard[];
  readonly violations: string[];
  /** Timers and frames that were asked for by the built files and have not come yet. */
  readonly timers: Map<string, string>;
  find(scope: string, target: Target): Element | null;
  /** Where to click, once it stands still; in words, why it cannot be clicked yet. */
  point(scope: string, target: Target): Promise<{ readonly x: number; readonly y: number } | string>;
  /** Null while the target is not there or cannot be used. */
  place(scope: string, target: Target): Place | null;
  checked(scope: string, target: Target): boolean;
  screen(scope: string): Screen | null;
  /** Resolves when the screen has become another one than `before`, and is complete. */
  changed(scope: string, before: string): Promise<Screen>;
  /** Every element below the root, shadow roots included. */
  deep(root: ParentNode): Element[];
  text(element: Element): string;
}

declare global {
  interface Window {
    readonly e2e: InPage;
  }
}

/** Installs {@link InPage}. Runs in the page: it may use nothing from around it. */
export function install(seed: number): void {
  const heard: Heard[] = [];
  const violations: string[] = [];
  const timers = new Map<string, string>();
  const wait = window.setTimeout.bind(window);

  addEventListener('securitypolicyviolation', function e2eViolation({ violatedDirective, blockedURI, sourceFile, lineNumber }) {
    violations.push(`${violatedDirective} blocked ${blockedURI} at ${sourceFile}:${lineNumber}`);
  });

  // Whatever the diagnostic dispatches and lets bubble as far as the page is heard, documented or not.
  const listening = new Set<string>();
  function e2eHear(event: Event): void {
    if (event.isTrusted || !(event.target instanceof Element) || !event.target.closest('pix-diagnostic, pix-diagnostic-v2')) return;
    const { detail = {} } = event as CustomEvent<unknown>;
    heard.push({ type: event.type, detail: JSON.parse(JSON.stringify(detail)) as Heard['detail'] });
  }
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (!listening.has(event.type)) addEventListener(event.type, e2eHear);
    listening.add(event.type);
    return dispatch.call(this, event);
  };

  // The order of questions is drawn at random: the same draw at each run of the tests.
  const random = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = <T extends ArrayBufferView>(array: T): T => {
    if (!(array instanceof Uint32Array) || array.length > 1) return random(array as T & ArrayBufferView<ArrayBuffer>);
    array[0] = seed;
    return array;
  };

  const keepTimers = (
    start: 'setTimeout' | 'setInterval' | 'requestAnimationFrame',
    stop: 'clearTimeout' | 'clearInterval' | 'cancelAnimationFrame',
  ): void => {
    const original = window[start].bind(window) as (run: (...all: unknown[]) => void, ...all: unknown[]) => number;
    const originalStop = window[stop].bind(window);
    const key = (id: unknown): string => `${stop.slice(5)} ${String(id)}`;
    Object.assign(window, {
      [start]: (run: (...all: unknown[]) => void, ...rest: unknown[]) => {
        const from = new Error().stack ?? '';
        const id = original(
          (...all) => {
            if (start !== 'setInterval') timers.delete(key(id));
            run(...all);
          },
          ...rest,
        );
        if (from.includes('/dist/')) timers.set(key(id), from);
        return id;
      },
      [stop]: (id: number) => {
        timers.delete(key(id));
        originalStop(id);
      },
    });
  };
  keepTimers('setTimeout', 'clearTimeout');
  keepTimers('setInterval', 'clearInterval');
  keepTimers('requestAnimationFrame', 'cancelAnimationFrame');

  const deep = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? deep(element.shadowRoot) : [])]);

  const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();

  const text = (element: Element): string => {
    const root = element.getRootNode() as ShadowRoot;
    const labels = element.getAttribute('aria-labelledby')?.split(' ');
    const name =
      element.getAttribute('aria-label') ?? labels?.map((id) => root.getElementById(id)?.textContent).join(' ') ?? element.textContent;
    return plain(name);
  };

  const within = (scope: string): Element[] => {
    const root = document.querySelector(scope)?.shadowRoot;
    return root ? deep(root) : [];
  };

  const find = (scope: string, target: Target): Element | null => {
    const { css, text: words } = typeof target === 'string' ? { css: target, text: undefined } : target;
    return within(scope).find((element) => element.matches(css) && (words === undefined || text(element) === plain(words))) ?? null;
  };

  const unusable = (element: Element | null): string => {
    if (!element) return 'it is not there';
    if (!element.checkVisibility({ visibilityProperty: true })) return 'it is not visible';
    return element.matches(':disabled') ? 'it is disabled' : '';
  };

  const activeElement = (): Element => {
    let active = document.activeElement ?? document.body;
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };

  const at = (x: number, y: number): Element | null => {
    let element = document.elementFromPoint(x, y);
    for (;;) {
      const inner = element?.shadowRoot?.elementFromPoint(x, y);
      if (!inner || inner === element) return element;
      element = inner;
    }
  };

  const isChoice = (element: Element): element is HTMLInputElement =>
    element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type);

  const sameGroup = (a: Element, b: Element): boolean =>
    isChoice(a) &&
    isChoice(b) &&
    a.type === 'radio' &&
    b.type === 'radio' &&
    a.name === b.name &&
    a.getRootNode() === b.getRootNode() &&
    a.form === b.form;

  const screen = (scope: string): Screen | null => {
    const element = document.querySelector<HTMLElement & { readonly state?: string }>(scope);
    const title = find(scope, '[part=title]');
    if (!element?.state || !title) return null;
    const parts = within(scope).flatMap((each) => (each.checkVisibility() ? (each.getAttribute('part')?.split(' ') ?? []) : []));
    const item = heard.findLast(({ type }) => type === 'pix-question')?.detail['item'];
    return { state: element.state, title: text(title), item: typeof item === 'string' ? item : '', parts };
  };

  /** Parts without which a screen is still on its way. */
  const needed: Readonly<Record<string, readonly string[]>> = {
    loading: ['nothing'],
    intro: ['start'],
    question: ['submit', 'feedback'],
    checkpoint: ['continue', 'confirm'],
    result: ['strengths'],
    paused: ['start'],
    error: ['title'],
  };

  const api: InPage = {
    heard,
    violations,
    timers,
    deep,
    text,
    find,
    screen,
    checked: (scope, target) => {
      const element = find(scope, target);
      return element !== null && isChoice(element) && element.checked;
    },
    async point(scope, target) {
      const element = find(scope, target);
      const reason = unusable(element);
      if (!element || reason) return reason;
      const shown = (isChoice(element) && element.closest('label')) || element;
      shown.scrollIntoView({ block: 'center', behavior: 'instant' });
      const middle = (): { readonly x: number; readonly y: number } => {
        const { x, y, width, height } = shown.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      };
      const point = middle();
      await new Promise(requestAnimationFrame);
      const next = middle();
      if (next.x !== point.x || next.y !== point.y) return 'it is moving';
      const hit = at(point.x, point.y);
      return hit && shown.contains(hit)
        ? point
        : `${hit ? `<${hit.localName} class="${hit.getAttribute('class') ?? ''}">` : 'nothing'} is in front of it`;
    },
    place(scope, target) {
      const element = find(scope, target);
      if (!element || unusable(element)) return null;
      const active = activeElement();
      const all = deep(document);
      return {
        here: active === element || sameGroup(active, element),
        chosen: active === element,
        forward: all.indexOf(active) < all.indexOf(element),
        lost: active === document.body,
        active: `<${active.localName} part="${active.getAttribute('part') ?? ''}"> ${text(active).slice(0, 60)}`,
      };
    },
    changed: (scope, before) =>
      new Promise((resolve) => {
        const look = (): void => {
          const now = screen(scope);
          // A preview goes past the introduction by itself.
          const passing = now?.state === 'intro' && document.querySelector(scope)?.matches('[preview]');
          const complete =
            now && !passing && needed[now.state]?.some((part) => now.parts.includes(part)) && !find(scope, '[part=task][aria-busy=true]');
          if (complete && JSON.stringify(now) !== before) resolve(now);
          else wait(look, 10);
        };
        look();
      }),
  };
  Object.assign(window, { e2e: api });
}
