import { expect } from '@esm-bundle/chai';
import { evaluate } from '../../src/grading/tasks/mail.js';
import type { MailResponse, MailRule, MailTask, SentMail } from '../../src/model/index.js';

const task: MailTask = {
  type: 'mail',
  account: { name: 'Karim Benali', address: 'karim.benali@courriel.example' },
  messages: [
    {
      id: 'rdv',
      from: { name: 'Claire Laurent', address: 'claire.laurent@mairie.example' },
      date: 'lundi',
      subject: 'Entretien',
      body: 'Bonjour',
    },
    { id: 'spam', folder: 'junk', from: { name: 'Loto', address: 'x@gain.test' }, date: 'lundi', subject: 'Gagné', body: 'Cliquez' },
  ],
  start: { view: 'inbox' },
};
const empty: MailResponse = { sent: [], opened: [], followed: [], openedFiles: [], moved: {} };
const mail: SentMail = {
  to: ['Claire.Laurent@mairie.example'],
  cc: [],
  bcc: [],
  subject: 'Entretien de jeudi',
  body: 'Bonjour Madame,\n\nJe serai là jeudi à 14 h.\n\nCordialement,\nKarim Benali',
  attachments: ['cv'],
  replyTo: 'rdv',
  written: 'free',
};
const sent = (change: Partial<SentMail> = {}): MailResponse => ({ ...empty, sent: [{ ...mail, ...change }] });
const meets = (rule: MailRule, response: MailResponse): boolean => evaluate(rule, response, task);

describe('grading a mailbox', () => {
  it('meets no rule about a message when nothing was sent', () => {
    const rules: MailRule[] = [
      { kind: 'recipients', field: 'cc', none: ['a@b.example'] },
      { kind: 'avoids', in: 'body', words: ['slt'] },
      { kind: 'plain-style' },
      { kind: 'attached', none: ['photo'] },
      { kind: 'greeting' },
      { kind: 'sent', count: 1 },
    ];
    for (const rule of rules) expect(meets(rule, { ...empty, draft: mail }), rule.kind).to.equal(false);
  });

  it('compares recipients without case, order, repetition or display name', () => {
    const only: MailRule = { kind: 'recipients', field: 'to', only: ['claire.laurent@mairie.example'] };
    expect(meets(only, sent())).to.equal(true);
    expect(meets(only, sent({ to: ['Claire Laurent <claire.laurent@mairie.example>', 'claire.laurent@mairie.example'] }))).to.equal(true);
    expect(meets(only, sent({ to: [] }))).to.equal(false);
    expect(meets(only, sent({ to: [...mail.to, 'autre@mairie.example'] }))).to.equal(false);
    expect(meets({ ...only, field: 'cc' }, sent())).to.equal(false);
    const all: MailRule = { kind: 'recipients', field: 'bcc', all: ['a@club.example', 'b@club.example'] };
    expect(meets(all, sent({ bcc: ['b@club.example', 'c@club.example', 'A@club.example'] }))).to.equal(true);
    expect(meets(all, sent({ bcc: ['b@club.example'] }))).to.equal(false);
    expect(meets({ kind: 'recipients', field: 'cc', only: [] }, sent())).to.equal(true);
    expect(meets({ kind: 'recipients', field: 'to', none: ['CLAIRE.laurent@mairie.example'] }, sent())).to.equal(false);
  });

  it('reads the subject and the body', () => {
    expect(meets({ kind: 'mentions', in: 'body', ideas: [['jeudi'], ['14 h', '14h', 'quatorze heures']] }, sent())).to.equal(true);
    expect(meets({ kind: 'mentions', in: 'subject', ideas: [['14 h']] }, sent())).to.equal(false);
    expect(meets({ kind: 'avoids', in: 'body', words: ['vendredi'] }, sent())).to.equal(true);
    expect(meets({ kind: 'avoids', in: 'body', words: ['jeudi'] }, sent())).to.equal(false);
    expect(meets({ kind: 'filled', in: 'subject' }, sent())).to.equal(true);
    expect(meets({ kind: 'filled', in: 'subject' }, sent({ subject: ' . ' }))).to.equal(false);
    expect(meets({ kind: 'filled', in: 'body', letters: 200 }, sent())).to.equal(false);
    expect(meets({ kind: 'greeting' }, sent())).to.equal(true);
    expect(meets({ kind: 'closing' }, sent())).to.equal(true);
    expect(meets({ kind: 'signed', names: ['Karim Benali', 'Benali'] }, sent())).to.equal(true);
    expect(meets({ kind: 'signed', names: ['Sonia'] }, sent())).to.equal(false);
    expect(meets({ kind: 'plain-style' }, sent())).to.equal(true);
    expect(meets({ kind: 'plain-style' }, sent({ subject: 'cv pr le poste' }))).to.equal(false);
    expect(meets({ kind: 'plain-style' }, sent({ body: '' }))).to.equal(false);
  });

  it('looks at attachments, at what is answered and at what is passed on', () => {
    expect(meets({ kind: 'attached', only: ['cv'] }, sent())).to.equal(true);
    expect(meets({ kind: 'attached', only: ['cv'] }, sent({ attachments: ['cv', 'photo'] }))).to.equal(false);
    expect(meets({ kind: 'attached', all: ['cv', 'lettre'] }, sent())).to.equal(false);
    expect(meets({ kind: 'attached', none: ['cv'] }, sent())).to.equal(false);
    expect(meets({ kind: 'attached', any: ['cv', 'old-cv'], none: ['photo'] }, sent())).to.equal(true);
    expect(meets({ kind: 'attached', any: ['old-cv'] }, sent())).to.equal(false);
    expect(meets({ kind: 'attached', any: ['cv'] }, sent({ attachments: [] }))).to.equal(false);
    expect(meets({ kind: 'answers', message: 'rdv' }, sent({ replyAll: true }))).to.equal(true);
    expect(meets({ kind: 'answers', message: 'rdv', all: false }, sent({ replyAll: true }))).to.equal(false);
    expect(meets({ kind: 'answers', message: 'rdv', all: false }, sent())).to.equal(true);
    expect(meets({ kind: 'answers', message: 'rdv', all: true }, sent({ replyAll: true }))).to.equal(true);
    expect(meets({ kind: 'answers', message: 'spam' }, sent())).to.equal(false);
    expect(meets({ kind: 'forwards', message: 'rdv' }, sent({ forwards: 'rdv' }))).to.equal(true);
    expect(meets({ kind: 'forwards', message: 'rdv' }, sent())).to.equal(false);
    expect(meets({ kind: 'forwards', message: ['spam', 'rdv'] }, sent({ forwards: 'rdv' }))).to.equal(true);
    expect(meets({ kind: 'forwards', message: ['spam'] }, sent({ forwards: 'rdv' }))).to.equal(false);
    expect(meets({ kind: 'forwards', message: ['spam', 'rdv'] }, sent())).to.equal(false);
  });

  it('looks at the last message when several were sent, and counts them', () => {
    const two: MailResponse = { ...empty, sent: [{ ...mail, subject: 'Premier' }, mail] };
    expect(meets({ kind: 'mentions', in: 'subject', ideas: [['premier']] }, two)).to.equal(false);
    expect(meets({ kind: 'sent', count: 1 }, two)).to.equal(false);
    expect(meets({ kind: 'sent', count: 2 }, two)).to.equal(true);
  });

  it('looks at every message sent for what must not be told: a good message does not take a leak back', () => {
    const secret: MailRule = { kind: 'avoids', in: 'body', words: ['soleil'] };
    const leak: SentMail = { ...mail, body: 'Mon mot de passe est soleil' };
    expect(meets(secret, { ...empty, sent: [leak, mail] })).to.equal(false);
    expect(meets(secret, { ...empty, sent: [mail, leak] })).to.equal(false);
    expect(meets(secret, { ...empty, sent: [mail, mail] })).to.equal(true);
    expect(
      meets({ kind: 'avoids', in: 'subject', words: ['soleil'] }, { ...empty, sent: [{ ...mail, subject: 'soleil' }, mail] }),
    ).to.equal(false);
  });

  it('knows which messages were never passed on', () => {
    const kept: MailRule = { kind: 'not-forwarded', messages: ['spam', 'rdv'] };
    expect(meets(kept, empty)).to.equal(true);
    expect(meets(kept, sent())).to.equal(true);
    expect(meets(kept, sent({ forwards: 'rdv' }))).to.equal(false);
    expect(meets(kept, { ...empty, sent: [{ ...mail, forwards: 'spam' }, mail] })).to.equal(false);
    expect(meets({ kind: 'not-forwarded', messages: ['spam'] }, sent({ forwards: 'rdv' }))).to.equal(true);
  });

  it('knows what was opened, followed and filed', () => {
    const state: MailResponse = { ...empty, opened: ['rdv'], openedFiles: ['plan'], followed: ['piege'], moved: { rdv: 'archive' } };
    expect(meets({ kind: 'opened', message: 'rdv' }, state)).to.equal(true);
    expect(meets({ kind: 'opened', message: 'spam' }, state)).to.equal(false);
    expect(meets({ kind: 'opened-file', file: 'plan' }, state)).to.equal(true);
    expect(meets({ kind: 'opened-file', file: 'plan' }, empty)).to.equal(false);
    expect(meets({ kind: 'opened-file', file: 'plan' }, { ...empty, openedFiles: ['photo', 'plan'] })).to.equal(true);
    expect(meets({ kind: 'opened-file', file: 'plan' }, { ...empty, openedFiles: ['plan', 'photo'] })).to.equal(false);
    expect(meets({ kind: 'untouched', links: ['piege'] }, state)).to.equal(false);
    expect(meets({ kind: 'untouched', files: ['plan'] }, state)).to.equal(false);
    expect(meets({ kind: 'untouched', links: ['autre'], files: ['autre'] }, state)).to.equal(true);
    expect(meets({ kind: 'filed', messages: ['rdv'], folder: 'archive' }, state)).to.equal(true);
    expect(meets({ kind: 'filed', messages: ['rdv', 'spam'], folder: 'archive' }, state)).to.equal(false);
    expect(meets({ kind: 'filed', messages: ['spam'], folder: 'junk' }, empty)).to.equal(true);
    expect(meets({ kind: 'filed', messages: ['rdv', 'spam'], folder: ['archive', 'junk'] }, state)).to.equal(true);
    expect(meets({ kind: 'filed', messages: ['rdv', 'spam'], folder: ['inbox', 'junk'] }, state)).to.equal(false);
  });
});
