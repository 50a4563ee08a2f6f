import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { version } from '../../src/version.js';

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}
/** Imported by a name that is not a literal, so that types come from the sources and linting needs no build. */
const packaged = (path: string): Promise<unknown> => import(`pix-diagnostic/${path}`);
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

describe('the package', () => {
  const modules = Object.keys(manifest.exports).filter((path) => !/[*]|\.json$/.test(path));
  for (const path of modules) {
    test(`"${path}" can be imported on a server, where there is no page`, async () => {
      const module = (await import(path.replace(/^\./, 'pix-diagnostic'))) as object;
      assert.ok(Object.keys(module).length > 0);
    });
  }

  test('turns an explanation kept as JSON into text, without a page', async () => {
    const { createEmbeddedBackend } = (await packaged('backend')) as typeof import('../../src/backend/index.js');
    const { explanationDocument, explanationText } = (await packaged('explanation')) as typeof import('../../src/explanation/index.js');
    const read = (url: string): Promise<Response> =>
      Promise.resolve(new Response(readFileSync(url.replace('pack:', 'dist/packs/socle-fr'), 'utf8')));
    const backend = createEmbeddedBackend({ content: 'pack:', fetch: read, preview: 'result:2' });
    const { signal } = new AbortController();
    const { id } = await backend.open({ pathway: 'diagnostic-initial' }, signal);
    await backend.finish(id, [], signal);
    const kept = JSON.parse(JSON.stringify(await backend.explain(id, signal))) as Awaited<ReturnType<typeof backend.explain>>;
    assert.match(explanationText(kept), /^# Comment ce résultat a-t-il été calculé/);
    assert.match(explanationText(kept, { language: 'en' }), /^# How was this result worked out\?/);
    assert.match(explanationText(kept, { register: 'tu' }), /la personne qui t’accompagne/);
    assert.ok(explanationDocument(kept).sections.length > 6);
  });

  test('has every file that it names', () => {
    const files = Object.values(manifest.exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
    assert.deepEqual(
      files.filter((file) => !file.includes('*') && !existsSync(file)),
      [],
    );
  });

  test('says the same version everywhere', () => {
    assert.equal(version, manifest.version);
  });
});
