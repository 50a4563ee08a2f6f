// Which browser the tests use: CHROME_PATH, then an installed Chrome, Chromium or Edge, then the one that npm installed.
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'];
const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]),
  linux: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
};
// A browser under test calls nobody: without these, its own look-ups slow the start where there is no network.
const quiet = [
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
];

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function installed() {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) {
    if (!isExecutable(CHROME_PATH)) throw new Error(`CHROME_PATH=${CHROME_PATH} is not an executable file`);
    return CHROME_PATH;
  }
  const onPath = process.platform === 'win32' ? [] : PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...(places[process.platform] ?? [])].find(isExecutable);
}

// The package's own helper unpacks to a shared temporary folder and offers its libraries only in a cloud function.
function unpacked() {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const folder = entry.slice(0, entry.lastIndexOf('/build/'));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const target = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'pix-diagnostic', `chromium-${version}`);
  const executable = join(target, 'chromium');
  if (!existsSync(executable)) {
    const draft = `${target}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    const unpack = (file) => brotliDecompressSync(readFileSync(join(folder, 'bin', file)));
    writeFileSync(join(draft, 'chromium'), unpack('chromium.br'));
    chmodSync(join(draft, 'chromium'), 0o755);
    for (const file of ['al2023.tar.br', 'fonts.tar.br']) execFileSync('tar', ['-x', '-C', draft], { input: unpack(file) });
    try {
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { recursive: true });
      if (!existsSync(executable)) throw error;
    }
  }
  // The package's own font settings name folders of a cloud function; without a font the browser stops at the first letter.
  const fonts = join(target, 'fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(target, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(target, 'font-cache')}</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE ??= fonts;
  if (execFileSync('sh', ['-c', 'ldd "$0" 2>&1 || true', executable], { encoding: 'utf8' }).includes('not found'))
    process.env.LD_LIBRARY_PATH = [join(target, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return executable;
}

/** Launch options for puppeteer. */
export function browserOptions() {
  const executablePath = installed();
  if (executablePath) {
    const root = process.platform === 'linux' && (process.getuid?.() === 0 || process.env.CI);
    return { executablePath, headless: true, args: root ? [...quiet, '--no-sandbox'] : quiet };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chrome, Chromium or Edge found: install one or set CHROME_PATH.');
  return { executablePath: unpacked(), headless: 'shell', args: [...quiet, '--no-sandbox', '--no-zygote'] };
}
