import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { createOutbound, isPublicAddress } from '../../src/server/outbound.js';

describe('Addresses that partners give', () => {
  let server: Server;
  let address: string;
  const seen: { method: string | undefined; body: string; host: string | undefined }[] = [];
  before(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ method: request.method, body, host: request.headers.host });
        if (request.url === '/slow') return;
        if (request.url === '/moved') return response.writeHead(302, { location: '/' }).end();
        response.end(request.url === '/long' ? 'x'.repeat(100_000) : 'bonjour');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  after(() => (server.closeAllConnections(), server.close()));

  const guarded = createOutbound({ allowPrivateAddresses: false });
  const free = createOutbound({ allowPrivateAddresses: true });

  test('are refused inside the operator’s network, however they are written', async () => {
    const port = new URL(address).port;
    for (const host of [
      'localhost',
      '127.0.0.1',
      '0x7f.1',
      '2130706433',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::127.0.0.1]',
      '0.0.0.0',
      '169.254.169.254',
      '10.0.0.1',
    ])
      await assert.rejects(guarded(`https://${host}:${port}/`, {}), /open Internet/, host);
    assert.deepEqual(seen, []);
  });

  test('are of the open Internet unless they are in a range that is not', () => {
    for (const open of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450::1']) assert.ok(isPublicAddress(open), open);
    for (const inner of [
      '172.31.255.255',
      '100.64.0.1',
      '192.168.1.1',
      '224.0.0.1',
      '255.255.255.255',
      'fc00::1',
      'fe80::1',
      'ff02::1',
      '64:ff9b::7f00:1',
      'x',
    ])
      assert.ok(!isPublicAddress(inner), inner);
  });

  test('are refused when they hold a password or are of another protocol', async () => {
    await assert.rejects(free(address.replace('//', '//user:pass@'), {}), /password/);
    await assert.rejects(free('file:///etc/passwd', {}), /https/);
    await assert.rejects(guarded('http://partner.example/hook', {}), /not encrypted/);
  });

  test('are asked where the operator allows it', async () => {
    const answer = await free(`${address}/hook`, { method: 'POST', body: 'é', headers: { 'content-type': 'text/plain' } });
    assert.deepEqual([answer.status, answer.body], [200, 'bonjour']);
    assert.deepEqual(seen.at(-1), { method: 'POST', body: 'é', host: new URL(address).host });
  });

  test('lead nowhere else', async () => {
    const answer = await free(`${address}/moved`, {});
    assert.deepEqual([answer.status, answer.headers.get('location'), answer.body], [302, '/', '']);
  });

  test('are given up when they are slow or say too much', async () => {
    await assert.rejects(free(`${address}/slow`, { timeoutMs: 100 }), /within 100 ms|aborted/);
    await assert.rejects(free(`${address}/long`, {}), /more than 65536 bytes/);
  });
});
