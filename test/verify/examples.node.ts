import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mutations } from './mutations.js';
import { audience, claims, createSigner, issuer, type Signer } from './signer.js';

const page = readFileSync('docs/results.md', 'utf8');
/** The examples of the documentation in a language, in their order. */
const examples = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code);

const runs = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
const pythonThere = runs('python3', '-c', 'import cryptography');
const phpThere = runs('php', '-r', 'exit(extension_loaded("openssl") ? 0 : 1);');

const secret = `whsec_${Buffer.from('thirty-two bytes of some secret!').toString('base64')}`;

interface Message {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}
function message(more: { readonly age?: number; readonly signedBody?: string } = {}): Message {
  const body = '{"type":"session.shared","é":1}';
  const time = String(Math.floor(Date.now() / 1000) - (more.age ?? 0));
  const key = Buffer.from(secret.slice(6), 'base64');
  const mac = createHmac('sha256', key)
    .update(`msg_1.${time}.${more.signedBody ?? body}`)
    .digest('base64');
  return { body, headers: { 'webhook-id': 'msg_1', 'webhook-timestamp': time, 'webhook-signature': `v1,AAAA v1,${mac}` } };
}

/** What each attestation and each webhook is to come to. */
interface Cases {
  readonly jwks: object;
  readonly issuer: string;
  readonly audience: string;
  readonly secret: string;
  readonly attestations: readonly { readonly jws: string; readonly good: boolean }[];
  readonly webhooks: readonly (Message & { readonly good: boolean })[];
}

async function cases(signer: Signer): Promise<Cases> {
  const now = { ...claims, iat: Math.floor(Date.now() / 1000) - 30 };
  const good = [];
  for (let i = 0; i < 8; i++) good.push(await signer.sign({ ...now, sub: `L-${i}` }));
  const jws = good[0]!;
  const stranger = await createSigner('k1');
  const material = { jws, other: good[1]!, stranger, draw: () => 0 };
  const bad = [
    await mutations['the other signature of the same content']!(material),
    await mutations['a better score']!(material),
    await mutations['halves of the signature swapped']!(material),
    await mutations['a signature of nothing']!(material),
    await mutations['another algorithm']!(material),
    await stranger.sign(now),
    await signer.sign({ ...now, iss: 'https://elsewhere.example' }),
    await signer.sign({ ...now, aud: 'quai' }),
    await signer.sign({ ...now, iat: now.iat + 3600 }),
    await signer.sign(now, { typ: 'JWT' }),
    await signer.sign(now, { kid: 'k2' }),
    await signer.sign(now, { crit: ['exp'] }),
    jws.slice(0, -4),
    'x.y',
  ];
  return {
    jwks: { keys: [signer.jwk] },
    issuer,
    audience,
    secret,
    attestations: [...good.map((jws) => ({ jws, good: true })), ...bad.map((jws) => ({ jws, good: false }))],
    webhooks: [
      { ...message(), good: true },
      { ...message({ age: 400 }), good: false },
      { ...message({ signedBody: '{}' }), good: false },
    ],
  };
}

const python = (code: readonly string[]): string => `${code.join('\n')}
import sys
cases = json.load(open(sys.argv[1]))

def accepts(work):
    try:
        return work() is not False
    except Exception:
        return False

told = {
    "attestations": [accepts(lambda: verified_claims(one["jws"], cases["jwks"], cases["issuer"], cases["audience"])) for one in cases["attestations"]],
    "webhooks": [accepts(lambda: is_genuine(one["body"].encode(), one["headers"], cases["secret"])) for one in cases["webhooks"]],
}
print(json.dumps(told))
`;

const php = ([attestation = '', webhook = '']: readonly string[]): string => `<?php
${attestation}
$cases = json_decode(file_get_contents($argv[1]), true);
if (isset($argv[2])) {
    $one = $cases['webhooks'][(int) $argv[2]];
    putenv('DIAGNOSTIC_WEBHOOK_SECRET=' . $cases['secret']);
    foreach ($one['headers'] as $name => $value) $_SERVER['HTTP_' . strtoupper(strtr($name, '-', '_'))] = $value;
    ${webhook.replace("file_get_contents('php://input')", "$one['body']")}
    echo 'accepted';
    exit;
}
$accepts = function ($one) use ($cases) {
    try {
        return verified_claims($one['jws'], $cases['jwks'], $cases['issuer'], $cases['audience']) !== [];
    } catch (Throwable) {
        return false;
    }
};
echo json_encode(['attestations' => array_map($accepts, $cases['attestations'])]);
`;

describe('the examples of docs/results.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pix-diagnostic-examples-'));
  const file = join(folder, 'cases.json');
  let given: Cases;
  before(async () => {
    given = await cases(await createSigner());
    writeFileSync(file, JSON.stringify(given));
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (command: string, name: string, code: string, ...more: readonly string[]): string => {
    writeFileSync(join(folder, name), code);
    const { status, stdout, stderr } = spawnSync(command, [join(folder, name), file, ...more], { encoding: 'utf8' });
    assert.equal(status, 0, stderr + stdout);
    return stdout;
  };
  const expected = (what: 'attestations' | 'webhooks'): readonly boolean[] => given[what].map(({ good }) => good);

  test('there are two in each language', () => {
    for (const language of ['js', 'php', 'python']) assert.equal(examples(language).length, 2, language);
  });

  test(
    'in Python accept what is genuine, and nothing else',
    { skip: !pythonThere && 'there is no python3 with "cryptography" here' },
    () => {
      const told = JSON.parse(run('python3', 'example.py', python(examples('python')))) as Record<'attestations' | 'webhooks', boolean[]>;
      assert.deepEqual(told, { attestations: expected('attestations'), webhooks: expected('webhooks') });
    },
  );

  test('in PHP accept what is genuine, and nothing else', { skip: !phpThere && 'there is no php with openssl here' }, () => {
    const code = php(examples('php'));
    const told = JSON.parse(run('php', 'example.php', code)) as { attestations: boolean[] };
    assert.deepEqual(told.attestations, expected('attestations'));
    const heard = given.webhooks.map((_, i) => run('php', 'example.php', code, String(i)) === 'accepted');
    assert.deepEqual(heard, expected('webhooks'));
  });
});
