import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OperationId } from '../../src/contract/index.js';
import { faultsOfAnswer, type Answered } from '../support/answers.js';

const json = (status: number, body: unknown): Answered => ({ status, type: 'application/json', body });
const problem = (status: number, more: object = {}): Answered => ({
  status,
  type: 'application/problem+json',
  body: { type: 'urn:pix-diagnostic:problem:session-unknown', title: 'None.', status, code: 'session-unknown', ...more },
});
const settings = { name: 'Mission', origins: [], launch: 'open', pathways: ['depart'] };

const good: readonly (readonly [OperationId, Answered])[] = [
  ['readPartner', json(200, { id: 'mission', settings: { ...settings, webhook: { url: 'https://mission.example' } } })],
  ['listPathways', { status: 304, type: null, body: undefined }],
  ['answerSurvey', { status: 204, type: null, body: undefined }],
  ['readBadge', { status: 200, type: 'application/vc+jwt', body: 'a.b.c' }],
  ['readSession', problem(404)],
];

const bad: Readonly<Record<string, readonly [OperationId, Answered]>> = {
  'a member that the contract does not name': ['readPartner', json(200, { id: 'mission', settings, revision: 7 })],
  'a member that it does not name, deep inside': ['listEvents', json(200, { next: 'x', events: [{ id: 'x', answers: [] }] })],
  'a secret that is only written': [
    'readPartner',
    json(200, { id: 'mission', settings: { ...settings, webhook: { url: 'https://mission.example', secret: `whsec_${'a'.repeat(32)}` } } }),
  ],
  'a partner’s keys': ['readPartner', json(200, { id: 'mission', settings: { ...settings, partnerKeys: ['0'.repeat(64)] } })],
  'a success that is not documented': ['readSession', json(201, {})],
  'a redirection': ['listPathways', { status: 302, type: null, body: undefined }],
  '304 where nothing has a tag': ['listAnswers', { status: 304, type: null, body: undefined }],
  'a body where there is none': ['answerSurvey', json(204, {})],
  'a refusal that is no problem': ['readSession', json(404, { error: 'none' })],
  'a problem of another media type': ['readSession', { ...problem(404), type: 'application/json' }],
  'a problem with a status that is not its own': ['readSession', problem(404, { status: 409 })],
  'a code with the status of another one': ['readSession', problem(409)],
  'a code that nobody knows': ['readSession', problem(404, { code: 'nope' })],
  'a problem that tells more than it should': ['readSession', problem(500, { code: 'unexpected', stack: 'at …' })],
};

describe('an answer is held against the contract', () => {
  for (const [id, answer] of good)
    test(`${id} ${answer.status} as it is documented is right`, () => assert.deepEqual(faultsOfAnswer(id, answer), []));
  for (const [what, [id, answer]] of Object.entries(bad))
    test(`${what} is a fault`, () => assert.notDeepEqual(faultsOfAnswer(id, answer), []));
});
