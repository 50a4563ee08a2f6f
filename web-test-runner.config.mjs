import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { browserOptions } from './test/support/find-browser.mjs';
import { vendorPlugin } from './test/support/vendor-plugin.mjs';

const require = createRequire(import.meta.url);

// Served from the installed package: it can never be out of date.
const mswWorker = {
  name: 'msw-worker',
  async serve(context) {
    if (context.path !== '/mockServiceWorker.js') return undefined;
    return {
      body: await readFile(require.resolve('msw/mockServiceWorker.js'), 'utf8'),
      type: 'js',
      headers: { 'service-worker-allowed': '/', 'cache-control': 'no-cache' },
    };
  },
};

const files = readdirSync('test', { recursive: true })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/${file.replaceAll('\\', '/')}`);

export default {
  files: ['test/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrency: 2,
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: browserOptions(),
      // A context per page: pages must not share one msw worker nor one storage.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  plugins: [
    vendorPlugin({ entryPoints: files }),
    mswWorker,
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  coverageConfig: { include: ['src/**/*.ts'] },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 15_000 } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
