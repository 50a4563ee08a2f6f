import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { knowsUpTo } from '../../support/runs.js';
import { openResultsRig, refusal, address, type ResultsRig } from './results-rig.js';

describe('what a partner reads', () => {
  let rig: ResultsRig;
  before(async () => (rig = await openResultsRig()));
  after(() => rig.close());

  const share = (session: string) => rig.ask('share', rig.learner(session), { path: { session } });
  const shared = async (wish: Parameters<ResultsRig['session']>[0] = {}): Promise<string> => {
    const session = await rig.session(wish);
    await share(session);
    return session;
  };

  describe('the report', () => {
    test('has the result, and why it is so, from what the learner answered', async () => {
      const session = await shared({ learner: 'L-1', recommend: 9, knows: knowsUpTo(1) });
      const { body } = await rig.ask('readReport', rig.server(), { path: { session } });
      assert.equal(body.result.state, 'shared');
      assert.equal(body.recommend, 9);
      const { questions } = body.explanation as unknown as { questions: { item: string; passed: boolean }[] };
      assert.equal(questions.length, body.result.answered);
      assert.equal(questions.filter(({ passed }) => passed).length, body.result.passed);
    });

    test('keeps its validator as long as it is the same', async () => {
      const session = await shared();
      const first = await rig.ask('readReport', rig.server(), { path: { session } });
      assert.equal((await rig.ask('readReport', rig.server(), { path: { session } })).etag, first.etag);
      assert.match(first.etag ?? '', /^"[\w-]+"$/);
    });
  });

  describe('the badge', () => {
    const badge = async (session: string) => (await rig.ask('readBadge', rig.learner(session), { path: { session } })).body;

    test('is an Open Badges credential in a VC-JWT, and says nothing of a person nor of who proposed the pathway', async () => {
      const session = await shared({ learner: 'L-3', campaign: 'automne' });
      const jwt = await badge(session);
      const header = decodeProtectedHeader(jwt);
      assert.deepEqual({ alg: header.alg, typ: header.typ }, { alg: 'ES256', typ: 'JWT' });
      const { payload } = await compactVerify(jwt, await importJWK(header.jwk as JWK, 'ES256'));
      const text = new TextDecoder().decode(payload);
      const credential = JSON.parse(text) as Record<string, string> & { issuer: { id: string }; credentialSubject: { id: string } };
      // As the specification holds registered claims against the credential.
      assert.equal(credential['iss'], credential.issuer.id);
      assert.equal(credential['jti'], credential['id']);
      assert.equal(credential['sub'], credential.credentialSubject.id);
      assert.equal(Number(credential['nbf']) * 1000, Date.parse(credential['validFrom']!));
      assert.deepEqual(credential['type'], ['VerifiableCredential', 'OpenBadgeCredential']);
      for (const secret of ['L-3', 'automne', 'port', 'Réseau du Port']) assert.equal(text.includes(secret), false, secret);
    });

    test('names its key by an address, where the key is', async () => {
      const jwt = await badge(await shared());
      const { kid, jwk } = decodeProtectedHeader(jwt);
      const [at, name] = kid!.split('#');
      assert.equal(at, `${address}/.well-known/jwks.json`);
      const { keys } = (await rig.ask('readKeys', { scheme: null })).body;
      const { x, y } = keys.find((key) => key.kid === name)!;
      assert.deepEqual({ x: jwk?.x, y: jwk?.y }, { x, y });
    });

    test('is no signed result', async () => {
      const jwt = await badge(await shared());
      const { verifyAttestation } = await import('../../../src/verify/index.js');
      const jwks = (await rig.ask('readKeys', { scheme: null })).body;
      await assert.rejects(verifyAttestation(jwt, { jwks, issuer: address, audience: 'port' }), { code: 'type' });
    });

    test('is for a whole pathway that was shared', async () => {
      const kept = await rig.session();
      assert.equal(await refusal(badge(kept)), 'result-not-shared');
      const left = await shared();
      await rig.service.db
        .updateTable('sessions')
        .set({ record: sql<string>`record || '{"stoppedAt":2}'` })
        .where('id', '=', left)
        .execute();
      assert.equal(await refusal(badge(left)), 'session-unfinished');
    });
  });

  describe('the shape of the public employment service', () => {
    const read = async (session: string) => (await rig.ask('readFranceTravail', rig.server(), { path: { session } })).body;

    test('says how far a session is, and a score only once shared', async () => {
      const started = await read(await rig.session({ unfinished: true }));
      assert.deepEqual([started.test.etat, started.test.progression, started.test.evaluation], [2, 0, null]);
      const session = await rig.session({ learner: 'L-4' });
      const finished = await read(session);
      assert.deepEqual([finished.test.etat, finished.test.progression, finished.test.evaluation], [3, 100, null]);
      assert.deepEqual(finished.test.elementsEvalues, []);
      assert.equal('badges' in finished, false);

      await share(session);
      const told = await read(session);
      const { body } = await rig.ask('readReport', rig.server(), { path: { session } });
      assert.deepEqual([told.test.etat, told.test.evaluation], [4, body.result.score.percent]);
      assert.equal(told.test.referenceExterne, session);
      assert.equal(told.badges?.[0]?.obtenu, true);
      const text = JSON.stringify(told);
      assert.equal(text.includes('individu') || text.includes('L-4'), false);
    });

    test('tells each skill seen by its levels, in plain words', async () => {
      const { test: told } = await read(await shared({ knows: knowsUpTo(1) }));
      assert.equal(told.elementsEvalues.length, 3);
      const [first] = told.elementsEvalues;
      assert.deepEqual([first?.libelle, first?.domaineRattachement, first?.nbSousElements], ['Sujet MEL', 'Communiquer', 3]);
      for (const { evaluation, nbSousElements } of told.elementsEvalues)
        assert.equal(evaluation.scoreObtenu, Math.round((100 * evaluation.nbSousElementValide) / nbSousElements));
    });

    test('says no percentage of a pathway of first gestures', async () => {
      const { test: told } = await read(await shared({ pathway: 'gestes' }));
      assert.deepEqual([told.etat, told.evaluation, told.elementsEvalues], [4, null, []]);
    });
  });

  describe('the table for spreadsheets', () => {
    const table = async (campaign: string) => (await rig.ask('exportResults', rig.server(), { query: { campaign } })).body;
    const rowsOf = (csv: string): string[][] =>
      csv
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(';'));

    test('has a mark, semicolons, decimal commas, and a column for each line of the result', async () => {
      await shared({ campaign: 'c-table', learner: 'L-5', knows: knowsUpTo(1) });
      const csv = await table('c-table');
      assert.ok(csv.startsWith('\uFEFF') && csv.endsWith('\r\n'));
      const [header, row] = rowsOf(csv) as [string[], string[]];
      assert.equal(header.length, row.length);
      assert.deepEqual(header.slice(-3), ['Écrire', 'Internet', 'Les outils']);
      assert.equal(row.at(-1), 'non vu');
      const cell = (name: string): string | undefined => row[header.indexOf(name)];
      assert.equal(cell('apprenant'), 'L-5');
      assert.match(cell('écart-type') ?? '', /^\d+(,\d)?$/);
      assert.equal(cell('minutes'), '0,8');
    });

    test('never runs what a cell says', async () => {
      const pseudonyms = ['=cmd|" /C calc"!A0', '+1', '-1', '@SUM(A1)', '\tx', 'a;b\nc"d'];
      for (const learner of pseudonyms) await shared({ campaign: 'c-risky', learner });
      const csv = await table('c-risky');
      for (const [i, expected] of [`"'=cmd|"" /C calc""!A0"`, "'+1", "'-1", "'@SUM(A1)", "'\tx", '"a;b\nc""d"'].entries())
        assert.ok(csv.includes(`;${expected};`), pseudonyms[i]);
    });

    test('tells no score of a pathway of first gestures', async () => {
      await shared({ campaign: 'c-gestes', pathway: 'gestes' });
      const [header, row] = rowsOf(await table('c-gestes')) as [string[], string[]];
      for (const name of ['score', 'score, au moins', 'niveau']) assert.equal(row[header.indexOf(name)], '');
      assert.equal(row[header.indexOf('réussies')], '3');
    });
  });

  describe('the list of shared results', () => {
    test('is read page by page, each once, whatever the size of the page', async () => {
      const sessions = new Set<string>();
      for (let i = 0; i < 7; i++) sessions.add(await shared({ campaign: 'c-list' }));
      await rig.session({ campaign: 'c-list' });
      for (const limit of [1, 2, 3, 7, 100]) {
        const read: string[] = [];
        for (let after: string | undefined; ;) {
          const query = { limit, campaign: 'c-list', ...(after !== undefined && { after }) };
          const { results, next } = (await rig.ask('listSessions', rig.server(), { query })).body;
          read.push(...results.map(({ session }) => session));
          if (next === undefined) break;
          after = next;
        }
        assert.equal(read.length, 7);
        assert.deepEqual(new Set(read), sessions);
      }
    });

    test('refuses a place that it did not give', async () => {
      for (const after of [
        'x',
        '',
        Buffer.from('749 12').toString('base64url'),
        Buffer.from('2031-01-01T00:00:00Z 1; drop table sessions').toString('base64url'),
      ])
        for (const operation of ['listSessions', 'listEvents', 'listDeadLetters'] as const)
          assert.equal(await refusal(rig.ask(operation, rig.server(), { query: { after } })), 'request-invalid');
    });
  });
});
