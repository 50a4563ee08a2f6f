import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { strictPolicy } from '../../demo/serve.mjs';
import { diagnosticOf } from './diagnostic-page.js';
import { hostPage, type Fixtures } from './fixtures.js';
import { startHost, type Host, type HostPage } from './host.js';
import { mouse } from './mouse.js';

const script = (src: string): string => `<script type="module" src="${src}"></script>`;

/** A host that draws its own page with its own Lit. */
const ownLit = `
  import { html, LitElement, render } from 'lit';
  customElements.define('host-counter', class extends LitElement {
    static properties = { count: { type: Number } };
    constructor() { super(); this.count = 0; }
    render() { return html\`<button @click=\${() => this.count++}>Compteur : \${this.count}</button>\`; }
  });
  addEventListener('pix-question', ({ detail }) => render(html\`<b>\${detail.item}</b>\`, document.querySelector('#heard')));
`;

async function fixtures(): Promise<Fixtures> {
  const { outputFiles } = await build({
    stdin: { contents: ownLit, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const host = { type: 'text/javascript', body: outputFiles[0]?.text ?? '' } as const;
  const suffix = {
    type: 'text/javascript',
    body: `import { define } from '/dist/pix-diagnostic.js?v=2';\ndefine({ suffix: 'v2' });`,
  } as const;
  const own = '/dist/pix-diagnostic.js';
  const element = '<pix-diagnostic storage="none"></pix-diagnostic>';
  // The host's Lit has a policy of its own, which such a host names.
  const policy = `${strictPolicy} lit-html`;
  const counter = '<host-counter></host-counter><p id="heard"></p>';
  return {
    '/own-lit.js': host,
    '/suffix.js': suffix,
    '/twice.html': hostPage(element, script(own) + script(`${own}?v=2`)),
    '/versions.html': hostPage(`${element}<pix-diagnostic-v2 storage="none"></pix-diagnostic-v2>`, script(own) + script('/suffix.js')),
    '/lit-first.html': hostPage(counter + element, script('/own-lit.js') + script(own), policy),
    '/lit-last.html': hostPage(counter + element, script(own) + script('/own-lit.js'), policy),
  };
}

describe('beside other copies, under the strict policy', () => {
  let host: Host;
  before(async () => {
    host = await startHost(await fixtures());
  });
  after(() => host.close());

  /** Plays two questions, of two task types. */
  const play = async (shown: HostPage, scope?: string): Promise<void> => {
    const diagnostic = diagnosticOf(shown, mouse(shown.page, scope), scope);
    await diagnostic.opened();
    await diagnostic.go('start');
    await diagnostic.answer('right');
    await diagnostic.answer('right');
    assert.equal((await diagnostic.screen()).item, 'LIR-2-heure');
  };

  it('the script loaded twice is as good as once', async () => {
    const shown = await host.open('twice.html');
    await play(shown);
    assert.deepEqual(await shown.troubles(), []);
    await shown.close();
  });

  it('a second copy under a suffix plays beside the first', async () => {
    const shown = await host.open('versions.html');
    await play(shown);
    await play(shown, 'pix-diagnostic-v2');
    assert.deepEqual(await shown.troubles(), []);
    await shown.close();
  });

  for (const name of ['lit-first', 'lit-last'])
    it(`a host with its own Lit works, and so does the diagnostic (${name})`, async () => {
      const shown = await host.open(`${name}.html`);
      await play(shown);
      const { page } = shown;
      await page.click('host-counter >>> button');
      await page.waitForFunction(() => document.querySelector('host-counter')?.shadowRoot?.textContent?.includes('Compteur : 1'), {
        polling: 10,
      });
      assert.equal(await page.$eval('#heard', (element) => element.textContent), 'LIR-2-heure');
      assert.deepEqual(await shown.troubles(), []);
      await shown.close();
    });
});
