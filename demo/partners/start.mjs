// The diagnostic service of the demonstration, with its data in memory and the portals as its partners.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../dist/server.js';
import { partnerServer } from './server.mjs';
import { demoPartners } from './settings.mjs';

const pack = fileURLToPath(new URL('../../dist/packs/socle-fr', import.meta.url));

/** @param address of the demonstration, behind which the service is reached. */
export async function startService(address) {
  const { settings, own } = await demoPartners(address);
  const folder = await mkdtemp(join(tmpdir(), 'pix-diagnostic-demo-'));
  const config = join(folder, 'partners.json');
  await writeFile(config, JSON.stringify({ partners: settings }), { mode: 0o600 });
  const service = await startServer(
    {
      port: 0,
      host: '127.0.0.1',
      database: { memory: null },
      packs: [pack],
      config,
      address: address.replace(/\/$/, ''),
      adminKey: undefined,
      trustProxy: true,
      // The partners of the demonstration listen here.
      allowPrivateAddresses: true,
      rotateKeys: false,
    },
    () => undefined,
  );
  await rm(folder, { recursive: true });
  return { service: service.address, partners: partnerServer(own, address, address), close: () => service.close() };
}
