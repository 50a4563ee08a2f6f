import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import minifyTemplates from 'rollup-plugin-minify-template-literals';

// Lit registers its Trusted Types policy under its own name. Bundled, it uses ours, so that a host names one policy
// and runs its own Lit beside. A second copy of the bundle finds the name taken and uses the first copy's policy.
const policy = {
  name: 'trusted-types-policy',
  transform(code, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return null;
    const found = /\b(\w+)\.createPolicy\("lit-html",/;
    if (!found.test(code)) this.error(`${id} no longer creates its policy in the expected way: Trusted Types would fail in strict pages`);
    return { code: `${code.replace(found, 'sharedPolicy($1,')}\n${sharedPolicy}`, map: null };
  },
};
const sharedPolicy = `function sharedPolicy(factory, rules) {
  const key = Symbol.for('pix-diagnostic/trusted-types');
  return (globalThis[key] ??= factory.createPolicy('pix-diagnostic', rules));
}`;

// import.meta.url means the folder of the built files, in whichever chunk the code lands.
const distUrl = {
  name: 'dist-url',
  resolveImportMeta(property, { chunkId }) {
    const up = '../'.repeat(chunkId.split('/').length - 1);
    return property === 'url' && up ? `new URL(${JSON.stringify(up)}, import.meta.url).href` : null;
  },
};

const typescript = esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', include: /\.(ts|json)$/, loaders: { '.json': 'json' } });
const resolve = nodeResolve({ exportConditions: ['production'], extensions: ['.ts', '.js'] });
// Lit's own files hold no template to minify, only the words that the plugin looks for.
const templates = minifyTemplates({ exclude: '**/node_modules/**' });
const minify = terser({
  ecma: 2022,
  module: true,
  compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
  format: { comments: false },
});

// What is fetched when it is needed, not with the first script.
const later = /\/src\/(index\.ts|backend\/embedded\/preview\.ts|content\/near\.ts|ui\/locales\/en\.ts)/;

/** Names that say what a chunk is: `mail-task`, `mail-rules`, `engine`. */
const chunkNames = [
  [/\/src\/(engine\/|backend\/run\/engine-bank)/, () => 'engine'],
  [/\/src\/backend\/http\//, () => 'http'],
  [/\/src\/(ui\/(views\/later\/|locales\/fr-later)|session\/after-result)/, () => 'later-views'],
  [/\/src\/backend\/run\/(result|recommend)\.ts/, () => 'result'],
  [/\/src\/backend\/run\/(explain|explanation|formula)\.ts/, () => 'explanation'],
  [/\/src\/backend\/http\//, () => 'http'],
  [/\/src\/explanation\//, () => 'explanation-words'],
  [/\/src\/grading\/(?:tasks\/)?(mail|files|choice|order|match|text)(?:\/|\.ts)/, (type) => `${type}-rules`],
  [/\/src\/ui\/tasks\/(\w+)\/phrases-en/, (type) => `${type}-english`],
  [/\/src\/ui\/tasks\/(\w+)\//, (type) => `${type}-task`],
];
const chunkFor = (id) => {
  for (const [pattern, name] of chunkNames) {
    const found = pattern.exec(id);
    if (found) return name(found[1]);
  }
  return later.test(id) ? undefined : 'core';
};

const browser = ['index', 'element', 'session', 'engine', 'grading', 'backend', 'explanation', 'msw', 'verify'];
const folders = ['session', 'engine', 'grading', 'backend', 'content', 'explanation', 'msw', 'verify'];
const entry = (name) => (folders.includes(name) ? `src/${name}/index.ts` : `src/${name}.ts`);
const inputs = (names) => Object.fromEntries(names.map((name) => [name, entry(name)]));
const isPackage = (id) => /^[^./]/.test(id) && !id.includes(':\\');

export default [
  {
    // One script for a page: everything in it, the rest fetched when needed.
    input: { 'pix-diagnostic': 'src/index.ts' },
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      chunkFileNames: 'chunks/[name]-[hash].js',
      // The first script is one file, with all that lazy parts share: a part is one request.
      manualChunks: chunkFor,
      // A module that shares its chunk says that it is one: see import-again.ts.
      generatedCode: { symbols: true },
    },
    plugins: [policy, templates, resolve, typescript, distUrl, minify],
  },
  {
    // The parts of the package, for bundlers: dependencies stay outside.
    input: inputs(browser),
    external: isPackage,
    output: { dir: 'dist', format: 'es', sourcemap: true, chunkFileNames: 'parts/[name]-[hash].js' },
    plugins: [templates, resolve, typescript, distUrl, minify],
  },
  {
    // For Node: reading and compiling content, the command.
    input: {
      content: 'src/content/index.ts',
      server: 'src/server/index.ts',
      cli: 'src/cli/index.ts',
      'simulate-worker': 'src/cli/simulate/worker.ts',
    },
    external: isPackage,
    output: { dir: 'dist', format: 'es', sourcemap: true, chunkFileNames: 'parts/[name]-[hash].js' },
    plugins: [resolve, typescript, distUrl],
  },
];
