/**
 * Waits for an element in the page, shadow roots included (puppeteer's own wait does not see changes inside them).
 * @param selector for example `pix-diagnostic >>> [part~=start]`.
 */
export async function waitFor(page, selector, { timeout = 15_000, every = 25 } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await page.$(selector);
    if (found) return found;
    if (Date.now() > end) throw new Error(`Nothing matched ${selector} within ${timeout} ms`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
