import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { version } from '../../src/version.js';

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}
const root = process.cwd();
const manifest = JSON.parse(await readFile('package.json', 'utf8')) as Manifest;
const modules = Object.keys(manifest.exports).filter((path) => !/[*]|\.json$/.test(path));

const run = (command: string, words: readonly string[], cwd: string): Promise<string> =>
  new Promise((resolve) => execFile(command, words, { cwd }, (error, out, said) => resolve(error ? `${out}${said}` : '')));

/** A page's own code, in TypeScript. */
const consumer = `
${modules.map((path, i) => `import * as m${i} from '${path.replace(/^\./, 'pix-diagnostic')}';`).join('\n')}
export const all = [${modules.map((_, i) => `m${i}`).join(', ')}];

const element = document.querySelector('pix-diagnostic');
element?.addEventListener('pix-result', (event) => {
  const score: number = event.detail.score;
  const first: string | undefined = event.detail.recommended[0]?.title;
  console.log(score, first);
});
document.createElement('pix-diagnostic').headingLevel = 3;
// @ts-expect-error There is no such attribute.
document.createElement('pix-diagnostic').headinglevel = 3;
`;

describe('the types of the package, as it is installed', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'consumer-'));
    const installed = join(folder, 'node_modules');
    await mkdir(join(installed, 'pix-diagnostic'), { recursive: true });
    assert.equal(await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], root), '');
    assert.equal(
      await run('tar', ['-xf', `pix-diagnostic-${version}.tgz`, '--strip-components=1', '-C', join(installed, 'pix-diagnostic')], folder),
      '',
    );
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
      await mkdir(dirname(join(installed, name)), { recursive: true });
      await symlink(join(root, 'node_modules', name), join(installed, name));
    }
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'page.ts'), consumer);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [moduleResolution, module] of [
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ] as const) {
    test(`every import compiles with moduleResolution "${moduleResolution}", libraries checked too`, async () => {
      const options = { moduleResolution, module, target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'], types: [] };
      const compilerOptions = { ...options, strict: true, noEmit: true, skipLibCheck: false };
      const config = join(folder, `tsconfig.${moduleResolution}.json`);
      await writeFile(config, JSON.stringify({ compilerOptions, files: ['page.ts'] }));
      assert.equal(await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], folder), '');
    });
  }
});
