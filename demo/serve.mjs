// Serves the demo portals and the built package, compressed as a real host would, with the diagnostic service and the
// partners' own servers behind the same address: node demo/serve.mjs [port]
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, request as forward } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
  '.png': 'image/png',
};

/** The policy of a strict intranet: what the widget needs there, and nothing more. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types pix-diagnostic";

const roots = { '/dist/': fileURLToPath(new URL('../dist/', import.meta.url)), '/': fileURLToPath(new URL('./', import.meta.url)) };
const compressed = new Map();

function fileFor(path) {
  const [prefix, folder] = Object.entries(roots).find(([start]) => path.startsWith(start));
  const file = normalize(join(folder, path.slice(prefix.length), path.endsWith('/') ? 'index.html' : ''));
  return file.startsWith(folder.replace(/\/$/, sep)) ? file : null;
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = fileFor(pathname === '/favicon.ico' ? '/favicon.svg' : decodeURIComponent(pathname));
  const info = file && (await stat(file).catch(() => null));
  if (!info?.isFile()) return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  const type = types[extname(file)] ?? 'application/octet-stream';
  const headers = {
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy': strictPolicy,
    'x-content-type-options': 'nosniff',
  };
  if (!/^(text|application\/json|image\/svg)/.test(type) || !/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
    response.writeHead(200, { ...headers, 'content-length': info.size });
    return createReadStream(file).pipe(response);
  }
  const key = `${file}@${info.mtimeMs}`;
  if (!compressed.has(key))
    compressed.set(key, brotliCompressSync(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  const body = compressed.get(key);
  response.writeHead(200, { ...headers, 'content-encoding': 'br', 'content-length': body.length, vary: 'accept-encoding' }).end(body);
}

/** Hands a request on to the diagnostic service, as a reverse proxy would. */
function passOn(request, response, service) {
  const to = forward(new URL(request.url, service), { method: request.method, headers: request.headers }, (from) => {
    response.writeHead(from.statusCode, from.headers);
    from.pipe(response);
  });
  to.on('error', () => response.writeHead(502).end());
  request.pipe(to);
}

const ofService = /^\/(v1\/|\.well-known\/jwks\.json)/;

/**
 * Starts the server. Port 0: any free one.
 * @param options.service also starts the diagnostic service, with the portals as its partners.
 * @returns its address and what stops it.
 */
export async function serve(port = 0, { service = false } = {}) {
  let behind;
  const server = createServer((request, response) => {
    const handle = async () => {
      if (behind && ofService.test(request.url)) return passOn(request, response, behind.service);
      if (await behind?.partners(request, response)) return;
      await answer(request, response);
    };
    handle().catch((error) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  if (service) behind = await (await import('./partners/start.mjs')).startService(address);
  return {
    address,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await behind?.close();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const demo = await serve(Number(process.argv[2] ?? process.env.PORT ?? 8000), { service: true });
  console.log(`Demo portals: ${demo.address}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void demo.close());
}
