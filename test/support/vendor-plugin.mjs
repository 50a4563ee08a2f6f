// Test server plugin: bundles every npm package that the tests reach once, so that a test page asks for a few files
// and not for hundreds. The project's own files stay separate, so coverage counts them alone.
import { build } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export function vendorPlugin({ entryPoints, folder = '.wtr-vendor' }) {
  const files = new Map();
  const out = join(folder, String(process.pid));
  const collect = {
    name: 'collect',
    setup(context) {
      context.onResolve({ filter: /^[^./]/ }, ({ kind, path }) => {
        if (kind === 'entry-point') return undefined;
        files.set(path, path.replace(/\.js$/, '').replace(/[^\w.-]/g, '__'));
        return { path, external: true };
      });
    },
  };
  return {
    name: 'vendor',
    async serverStart({ config }) {
      const dir = join(config.rootDir, out);
      await build({ entryPoints, bundle: true, write: false, outdir: 'unused', format: 'esm', logLevel: 'error', plugins: [collect] });
      await mkdir(join(dir, 'in'), { recursive: true });
      const entries = {};
      for (const [name, file] of files) {
        const from = JSON.stringify(name);
        entries[file] = join(dir, 'in', `${file}.js`);
        await writeFile(entries[file], `import * as all from ${from};\nexport * from ${from};\nexport default all['default'] ?? all;\n`);
      }
      await build({
        entryPoints: entries,
        bundle: true,
        splitting: true,
        format: 'esm',
        outdir: join(dir, 'out'),
        conditions: ['browser', 'development'],
        target: 'es2022',
        logLevel: 'error',
        define: { 'process.env.NODE_ENV': '"development"' },
      });
    },
    async serverStop() {
      await rm(out, { recursive: true, force: true });
    },
    resolveImport({ source }) {
      const file = files.get(source);
      return file && `/${out}/out/${file}.js`;
    },
  };
}
