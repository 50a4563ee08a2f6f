import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { everyRule } from '../support/every-rule.js';

/** The faults that axe finds in the whole page, by every rule it has. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe: here } = window as unknown as { readonly axe: typeof axe };
    const { violations: found } = await here.run(document, rules);
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.replace(/\s+/g, ' ') ?? ''}`),
    );
  }, everyRule);
}

/** What sticks out of the window sideways, or would have to be scrolled sideways. */
export const overflows = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { deep, text } = window.e2e;
    const wide = document.documentElement.clientWidth;
    const say = (what: string, element: Element): string =>
      `${what}: <${element.localName} class="${element.getAttribute('class') ?? ''}"> ${text(element).slice(0, 60)}`;
    const page = document.documentElement.scrollWidth > wide ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    const root = document.querySelector('pix-diagnostic')?.shadowRoot;
    return [
      ...page,
      ...(root ? deep(root) : []).flatMap((element) => {
        if (!element.checkVisibility() || element.closest('svg svg, svg *')) return [];
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 1 && (left < -1 || right > wide + 1)) return [say(`from ${Math.round(left)} to ${Math.round(right)}`, element)];
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
        return scrolls ? [say('scrolls sideways', element)] : [];
      }),
    ];
  });

/** Controls of less than 24 by 24 CSS pixels, their label included; links inside a sentence apart. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { deep, text } = window.e2e;
    const root = document.querySelector('pix-diagnostic')?.shadowRoot;
    return (root ? deep(root) : [])
      .filter(
        (element) => element.matches('button, a[href], input, textarea, select, summary, [tabindex="0"]') && element.checkVisibility(),
      )
      .flatMap((element) => {
        const target = element.closest('label') ?? element;
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24
          ? [
              `${Math.round(width)} × ${Math.round(height)}: <${element.localName} class="${element.getAttribute('class') ?? ''}"> ${text(target).slice(0, 60)}`,
            ]
          : [];
      });
  });
