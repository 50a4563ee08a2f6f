/*
 * Writes figures.json: what the engine says of some sessions, to the last bit. To be run when the engine was changed on
 * purpose, with its version: node --import tsx test/engine/expected/renew.ts
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { engineVersion } from '../../../src/engine/index.js';
import { differences, say, type Expected } from './bits.js';
import { banks, makeSessions } from './sessions.js';

const path = fileURLToPath(new URL('./figures.json', import.meta.url));
const old = await readFile(path, 'utf8').then(
  (text) => JSON.parse(text) as Expected,
  () => undefined,
);
const expected: Expected = {
  engine: engineVersion,
  banks,
  sessions: makeSessions().map((session) => ({ ...session, bank: session.bank.id, said: say(session) })),
};
await writeFile(path, await format(JSON.stringify(expected), { ...(await resolveConfig(path)), parser: 'json' }));

const changed = old?.engine === engineVersion ? differences(old).length : 0;
console.log(`${path}: ${expected.sessions.length} sessions of engine ${engineVersion}.`);
if (changed)
  console.log(
    `${changed} figures changed, the version did not: change engineVersion in src/engine/create-engine.ts, if ${engineVersion} was given to anybody.`,
  );
