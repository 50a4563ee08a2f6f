import { expect } from '@esm-bundle/chai';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import axe from 'axe-core';
import { gradeItem } from '../../src/grading/evaluate.js';
import { evaluate } from '../../src/grading/tasks/mail.js';
import type { Criterion, MailResponse, MailRule, MailTask, Voice } from '../../src/model/index.js';
import { tokens } from '../../src/ui/styles/tokens.js';
import { composeTask, replySolution, replyTask, sortSolution, sortTask } from '../../src/ui/tasks/mail/example.js';
import { everyRule } from '../support/every-rule.js';
import { MailTaskElement } from '../../src/ui/tasks/mail/mail-task.js';

customElements.define('test-mail-task', class extends MailTaskElement {});

const page = new CSSStyleSheet();
page.replaceSync('.root { font: 1rem/1.5 sans-serif; color: var(--_ink); background: var(--_paper) }');
const tokenSheet = new CSSStyleSheet();
tokenSheet.replaceSync(tokens.cssText);
document.adoptedStyleSheets = [tokenSheet, page];
document.documentElement.lang = 'fr';
document.title = 'Messagerie';

async function show(
  task: MailTask,
  response?: MailResponse,
  options: { disabled?: boolean; voice?: Voice } = {},
): Promise<MailTaskElement> {
  document.body.replaceChildren();
  const main = document.createElement('main');
  main.className = 'root';
  const element = document.createElement('test-mail-task') as MailTaskElement;
  Object.assign(element, { task, ...(response && { response }), ...options });
  const title = document.createElement('h2');
  title.textContent = 'Question';
  const site = document.createElement('h1');
  site.textContent = 'Page';
  main.append(site, title, element);
  document.body.append(main);
  await element.updateComplete;
  return element;
}

const find = <E extends HTMLElement>(element: MailTaskElement, selector: string): E => {
  const found = element.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
const all = (element: MailTaskElement, selector: string): HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
const textOf = (node: Element): string => (node.getAttribute('aria-label') ?? node.textContent).replace(/\s+/g, ' ').trim();
const nameOf = (element: MailTaskElement): string[] => all(element, 'button').map(textOf);

/** Presses a button with the real mouse, found by what it says. */
async function press(element: MailTaskElement, name: string): Promise<void> {
  const open = element.renderRoot.querySelector('dialog[open]');
  const button = [...(open ?? element.renderRoot).querySelectorAll<HTMLElement>('button, summary, label.pick')].find((each) =>
    textOf(each).startsWith(name),
  );
  if (!button) throw new Error(`no button “${name}” among ${nameOf(element).join(' | ')}`);
  button.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = button.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  await element.updateComplete;
}

async function type(element: MailTaskElement, selector: string, text: string): Promise<void> {
  find(element, selector).focus();
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    if (i) await sendKeys({ press: 'Enter' });
    if (line) await sendKeys({ type: line });
  }
  await element.updateComplete;
}

const focused = (element: MailTaskElement): Element | null => (element.renderRoot as ShadowRoot).activeElement;
const visible = (element: MailTaskElement): string => find(element, '.tool').innerText.replace(/\s+/g, ' ');
const heading = (element: MailTaskElement): string => textOf(find(element, '.tool .title'));
const answer = (element: MailTaskElement): MailResponse => {
  if (!element.response) throw new Error('no response yet');
  return element.response;
};

async function expectAccessible(element: MailTaskElement): Promise<void> {
  await element.updateComplete;
  const { violations } = await axe.run(element.parentElement ?? element, everyRule);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).to.deep.equal([]);
}

const criteria: Criterion<MailRule>[] = (
  [
    { kind: 'recipients', field: 'to', only: ['claire.laurent@mairie-vallon.example'] },
    { kind: 'answers', message: 'entretien' },
    { kind: 'mentions', in: 'body', ideas: [['jeudi'], ['14 h', '14h']] },
    { kind: 'greeting' },
    { kind: 'closing' },
    { kind: 'signed', names: ['Benali'] },
    { kind: 'plain-style' },
    { kind: 'attached', only: ['cv'] },
  ] satisfies MailRule[]
).map((rule) => ({ id: rule.kind, label: rule.kind, rule }));
const gradeOf = (response: MailResponse): number => gradeItem(evaluate, { criteria, task: replyTask }, response).score;
const body =
  'Bonjour Madame Laurent,\n\nJe vous confirme ma venue jeudi à 14 h. Vous trouverez mon CV en pièce jointe.\n\nCordialement,\nKarim Benali';

describe('reading and filing', () => {
  it('lists the messages and says which ones are not read', async () => {
    const element = await show(sortTask);
    expect(heading(element)).to.contain('Boîte de réception').and.to.contain('2 à lire');
    expect(all(element, '.message').map(textOf)[0]).to.match(/^Non lu ?Service Colis/);
    expect(element.response, 'nothing is answered by looking').to.equal(undefined);
    await expectAccessible(element);
  });

  it('opens a message, shows name, address, date, recipients, and takes focus to its title', async () => {
    const element = await show(sortTask);
    let told = 0;
    element.addEventListener('response-change', () => told++);
    await press(element, 'Non lu Claire Laurent');
    expect(answer(element).opened).to.deep.equal(['entretien']);
    expect(told).to.equal(1);
    for (const words of [
      'Claire Laurent',
      'claire.laurent@mairie-vallon.example',
      'lundi 9 h 12',
      'À moi',
      'Paul Mercier',
      'jeudi à 14 h',
    ]) {
      expect(visible(element)).to.contain(words);
    }
    expect(focused(element)).to.equal(find(element, '#title'));
    await expectAccessible(element);
    await press(element, 'Boîte de réception');
    expect(all(element, '.unread').length).to.equal(1);
    expect(focused(element)).to.equal(find(element, '.title'));
  });

  it('offers no writing when the task is about sorting', async () => {
    const element = await show(sortTask);
    await press(element, 'Non lu Claire Laurent');
    expect(nameOf(element).join()).not.to.match(/Répondre|Transférer|Nouveau/);
  });

  it('opens a received file in a dialog that Esc closes, and focus comes back', async () => {
    const element = await show(sortTask);
    await press(element, 'Non lu Claire Laurent');
    await press(element, 'Ouvrir plan-acces.pdf');
    const dialog = find<HTMLDialogElement>(element, 'dialog');
    expect(dialog.open).to.equal(true);
    expect(dialog.innerText).to.contain('place du Marché');
    expect(answer(element).openedFiles).to.deep.equal(['plan']);
    await expectAccessible(element);
    let leaked = false;
    const listen = (event: KeyboardEvent): void => void (leaked ||= event.key === 'Escape');
    document.addEventListener('keydown', listen);
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', listen);
    await element.updateComplete;
    expect(dialog.open).to.equal(false);
    expect(leaked).to.equal(false);
    expect(focused(element)).to.equal(find(element, '.file'));
    expect(heading(element)).to.contain('Entretien');
  });

  it('shows where a link leads before it is followed, and never goes there', async () => {
    const element = await show(sortTask);
    const before = location.href;
    await press(element, 'Non lu Service Colis');
    expect(visible(element)).not.to.contain('paiement.livraison-7741.test');
    await press(element, 'Payer et recevoir mon colis');
    expect(visible(element)).to.contain('http://paiement.livraison-7741.test/carte');
    expect(answer(element).followed).to.deep.equal([]);
    await expectAccessible(element);
    await press(element, 'Ne pas y aller');
    expect(answer(element).followed).to.deep.equal([]);
    expect(focused(element)).to.equal(find(element, '.link'));
    await press(element, 'Payer et recevoir mon colis');
    await press(element, 'Suivre ce lien');
    expect(answer(element).followed).to.deep.equal(['payer']);
    expect(find(element, '[role=status]').textContent).to.contain('aucune page ne s’ouvre');
    expect(location.href).to.equal(before);
    expect(all(element, 'a').length).to.equal(0);
  });

  it('files a message, and undoing puts it back', async () => {
    const element = await show(sortTask);
    await press(element, 'Non lu Service Colis');
    await press(element, 'Signaler comme indésirable');
    expect(answer(element).moved).to.deep.equal({ colis: 'junk' });
    expect(find(element, '[role=status]').textContent).to.contain('Indésirables');
    expect(visible(element)).not.to.contain('Service Colis');
    expect(focused(element)).to.equal(find(element, '.title'));
    await expectAccessible(element);
    await press(element, 'Indésirables');
    expect(visible(element)).to.contain('Service Colis');
    await press(element, 'Service Colis');
    await press(element, 'Remettre dans la boîte de réception');
    expect(answer(element).moved).to.deep.equal({});
    await press(element, 'Annuler');
    expect(answer(element).moved).to.deep.equal({ colis: 'junk' });
    expect(heading(element)).to.contain('Votre colis est bloqué');
  });

  it('asks for something to be done before the answer is sent', async () => {
    const element = await show(sortTask);
    expect(element.missing()).to.contain('un message');
    await press(element, 'Non lu Service Colis');
    expect(element.missing()).to.equal(null);
  });

  it('begins on a message when the task says so, without counting it as opened', async () => {
    const element = await show({ ...replyTask, start: { view: 'message', message: 'entretien' } });
    expect(heading(element)).to.contain('Entretien');
    expect(element.response).to.equal(undefined);
    await press(element, 'Répondre à tous');
    expect(answer(element).draft).to.include({ replyTo: 'entretien', replyAll: true });
    expect(answer(element).draft?.cc).to.deep.equal(['paul.mercier@mairie-vallon.example']);
    expect(focused(element)).to.equal(find(element, '#body'));
  });
});

describe('writing', () => {
  it('answers a message with the keyboard, attaches a file, sends it and says so', async () => {
    const element = await show(replyTask);
    expect(heading(element)).to.equal('Répondre à Claire Laurent');
    await expectAccessible(element);
    expect(element.missing()).to.contain('pas encore envoyé');
    await type(element, '#body', body);
    expect(answer(element).draft?.body).to.equal(body);
    expect(element.missing()).to.contain('«\u00a0Envoyer\u00a0»');
    await press(element, 'Joindre un fichier');
    await press(element, 'Aperçu');
    await expectAccessible(element);
    await press(element, 'Joindre CV-Karim-Benali.pdf');
    expect(find<HTMLDialogElement>(element, 'dialog').open).to.equal(false);
    expect(focused(element)).to.equal(find(element, '.attach'));
    await expectAccessible(element);
    await press(element, 'Envoyer');
    expect(answer(element)).to.deep.equal(replySolution);
    expect(gradeOf(answer(element))).to.equal(1);
    expect(heading(element)).to.equal('Message envoyé');
    expect(focused(element)).to.equal(find(element, '.title'));
    expect(element.missing()).to.equal(null);
    await expectAccessible(element);
    await press(element, 'Envoyés');
    expect(all(element, '.message').map(textOf).join()).to.contain('À Claire Laurent');
    await expectAccessible(element);
  });

  it('takes a sent message back to change it', async () => {
    const element = await show(replyTask, replySolution);
    await press(element, 'Modifier le message');
    expect(answer(element).sent).to.deep.equal([]);
    expect(find<HTMLTextAreaElement>(element, '#body').value).to.equal(body);
    expect(element.missing()).to.contain('«\u00a0Envoyer\u00a0»');
    await type(element, '#subject', ' bis');
    await press(element, 'Envoyer');
    expect(answer(element).sent.map(({ subject }) => subject)[0]).to.match(/bis$/);
    expect(answer(element).draft).to.equal(undefined);
  });

  it('shows after a reload exactly what was being written', async () => {
    const element = await show(replyTask);
    await type(element, '#body', 'Bonjour');
    await press(element, 'Cc / Cci');
    await type(element, '#bcc', 'sonia.morel@atelier-lilas.example,');
    const kept = JSON.parse(JSON.stringify(answer(element))) as MailResponse;
    const again = await show(replyTask, kept);
    expect(find<HTMLTextAreaElement>(again, '#body').value).to.equal('Bonjour');
    expect(all(again, '.chips .detail').map(textOf)).to.deep.equal([
      'claire.laurent@mairie-vallon.example',
      'sonia.morel@atelier-lilas.example',
    ]);
    await press(again, 'Envoyer');
    expect(answer(again).sent.length).to.equal(1);
    const after = await show(replyTask, JSON.parse(JSON.stringify(answer(again))) as MailResponse);
    expect(heading(after)).to.equal('Message envoyé');
    const filed = await show(sortTask, sortSolution);
    expect(visible(filed)).not.to.contain('Service Colis');
  });

  it('accepts recipients typed, pasted, named or picked, and lets them go again', async () => {
    const element = await show(composeTask);
    expect(heading(element)).to.equal('Nouveau message');
    await type(element, '#to', 'Paul Mercier');
    await sendKeys({ press: 'Enter' });
    expect(answer(element).draft?.to).to.deep.equal(['paul.mercier@mairie-vallon.example']);
    await press(element, 'Cc / Cci');
    await press(element, 'Contacts (Cci)');
    await expectAccessible(element);
    await press(element, 'C');
    expect(answer(element).draft?.bcc).to.deep.equal(['claire.laurent@mairie-vallon.example']);
    expect(focused(element)).to.equal(find(element, '#bcc'));
    await press(element, 'Retirer Paul Mercier');
    expect(answer(element).draft?.to).to.deep.equal([]);
    expect(focused(element)).to.equal(find(element, '#to'));
    await type(element, '#cc', 'nouvelle@ville.example');
    await sendKeys({ press: 'Tab' });
    expect(answer(element).draft?.cc).to.deep.equal(['nouvelle@ville.example']);
    await expectAccessible(element);
  });

  it('sends with one press even when an address is still being typed', async () => {
    const element = await show(composeTask);
    await type(element, '#to', 'nouvelle@ville.example');
    await press(element, 'Envoyer');
    expect(answer(element).sent[0]?.to).to.deep.equal(['nouvelle@ville.example']);
  });

  it('explains kindly why a message cannot leave', async () => {
    const element = await show(composeTask);
    await press(element, 'Envoyer');
    expect(visible(element)).to.contain('à qui envoyer');
    expect(focused(element)).to.equal(find(element, '#to'));
    await expectAccessible(element);
    await type(element, '#to', 'mme laurent');
    await press(element, 'Envoyer');
    expect(visible(element)).to.contain('mme laurent');
    expect(visible(element)).to.contain('adresse complète');
    await expectAccessible(element);
  });

  it('keeps an open window when the page moves the element', async () => {
    const element = await show(replyTask);
    await press(element, 'Joindre un fichier');
    const elsewhere = document.createElement('main');
    elsewhere.className = 'root';
    document.body.append(elsewhere);
    elsewhere.append(element);
    await element.updateComplete;
    expect(find(element, 'dialog').matches(':modal')).to.equal(true);
    expect(focused(element)).to.equal(find(element, '#panel'));
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(element.screen.panel).to.equal(undefined);
  });

  it('sends with a command of the tool, never drawn as the button of the question', async () => {
    const element = await show(replyTask);
    expect(all(element, '.button.primary')).to.have.length(0);
    expect(getComputedStyle(find(element, '.send')).backgroundColor).to.equal(getComputedStyle(find(element, '.attach')).backgroundColor);
    expect(all(element, '.send .icon')).to.have.length(1);
  });

  it('refuses attachments that are too heavy, and says what to do', async () => {
    const draft = { ...replySolution.sent[0], attachments: ['video'] } as MailResponse['sent'][number];
    const element = await show(replyTask, { ...replySolution, sent: [], draft });
    await press(element, 'Envoyer');
    expect(answer(element).sent).to.deep.equal([]);
    expect(visible(element)).to.contain('6,4 Mo').and.to.contain('limite est de 5 Mo');
    expect(focused(element)).to.equal(find(element, '.attach'));
    await expectAccessible(element);
    await press(element, 'Retirer presentation.mp4');
    await press(element, 'Envoyer');
    expect(answer(element).sent.length).to.equal(1);
  });

  it('deletes a draft, and undoing brings it back', async () => {
    const element = await show(replyTask);
    await type(element, '#body', 'Bonjour');
    await press(element, 'Supprimer le brouillon');
    expect(answer(element).draft).to.equal(undefined);
    expect(heading(element)).to.contain('Boîte de réception');
    await press(element, 'Annuler');
    expect(answer(element).draft?.body).to.equal('Bonjour');
    expect(find<HTMLTextAreaElement>(element, '#body').value).to.equal('Bonjour');
  });

  it('never throws away a message that is being written for another one', async () => {
    const element = await show(replyTask);
    await type(element, '#body', 'Bonjour');
    await press(element, 'Retour');
    await press(element, 'Transférer');
    expect(find<HTMLTextAreaElement>(element, '#body').value).to.equal('Bonjour');
    expect(answer(element).draft?.replyTo).to.equal('entretien');
    expect(visible(element)).to.contain('commencé');
    await expectAccessible(element);
  });

  it('passes a message on with its content', async () => {
    const element = await show({ ...replyTask, start: { view: 'message', message: 'entretien' } });
    await press(element, 'Transférer');
    expect(focused(element)).to.equal(find(element, '#to'));
    await type(element, '#to', 'sonia.morel@atelier-lilas.example');
    await press(element, 'Envoyer');
    expect(answer(element).sent[0]).to.include({ forwards: 'entretien', subject: 'Tr\u00a0: Entretien pour le poste d’agent d’accueil' });
    expect(visible(element)).to.contain('jeudi à 14 h');
  });

  it('does not correct addresses, and checks the spelling of the text', async () => {
    const element = await show(replyTask);
    expect(find(element, '#to').getAttribute('autocomplete')).to.equal('off');
    expect(find(element, '#body').spellcheck).to.equal(true);
    expect(find(element, '#subject').spellcheck).to.equal(true);
  });
});

describe('assembling sentences', () => {
  const assemble = async (element: MailTaskElement): Promise<void> => {
    await press(element, 'Assembler des phrases');
    for (const name of ['Bonjour Madame', 'Je vous confirme', 'Cordialement']) await press(element, name);
  };

  it('makes the same message and the same grade as writing it', async () => {
    const element = await show(replyTask);
    await assemble(element);
    await expectAccessible(element);
    await press(element, 'Joindre un fichier');
    await press(element, 'Joindre CV');
    await press(element, 'Envoyer');
    const [mail] = answer(element).sent;
    expect(mail?.body).to.equal(body);
    expect(mail?.written).to.equal('blocks');
    expect(gradeOf(answer(element))).to.equal(gradeOf(replySolution));
    await press(element, 'Modifier le message');
    expect(all(element, '.pick input:checked').length).to.equal(3);
  });

  it('keeps both texts when the learner goes from one way to the other, also after a reload', async () => {
    const element = await show(replyTask);
    await type(element, '#body', 'Mon texte');
    await assemble(element);
    expect(answer(element).draft?.body).to.equal(body);
    expect(visible(element)).to.contain('Le texte écrit est gardé');
    const again = await show(replyTask, JSON.parse(JSON.stringify(answer(element))) as MailResponse);
    expect(all(again, '.pick input:checked').length).to.equal(3);
    await press(again, 'Écrire moi-même');
    expect(find<HTMLTextAreaElement>(again, '#body').value).to.equal('Mon texte');
    await press(again, 'Assembler des phrases');
    expect(answer(again).draft?.body).to.equal(body);
  });

  it('lets an assembled text be changed by hand', async () => {
    const element = await show(replyTask);
    await assemble(element);
    await press(element, 'Écrire moi-même');
    expect(find<HTMLTextAreaElement>(element, '#body').value).to.equal(body);
  });
});

describe('the mailbox around', () => {
  it('shows an answer without letting it change', async () => {
    const element = await show(replyTask, replySolution, { disabled: true });
    expect(visible(element)).to.contain('Je vous confirme ma venue');
    expect(nameOf(element).join()).not.to.contain('Modifier');
    await expectAccessible(element);
    const list = await show(sortTask, sortSolution, { disabled: true });
    await press(list, 'Non lu Claire Laurent');
    expect(answer(list)).to.equal(sortSolution);
    expect(nameOf(list).join()).not.to.contain('Archiver');
  });

  it('speaks English and says tu', async () => {
    const english = await show(replyTask, undefined, { voice: { language: 'en', register: 'vous', reading: 'standard' } });
    expect(nameOf(english)).to.include('Send');
    const friendly = await show(replyTask, undefined, { voice: { language: 'fr', register: 'tu', reading: 'standard' } });
    expect(friendly.missing()).to.contain('Tu n’as pas encore');
  });

  it('fits a narrow screen in every view', async () => {
    for (const response of [
      undefined,
      replySolution,
      { ...replySolution, sent: [], ...(replySolution.sent[0] && { draft: { ...replySolution.sent[0], attachments: ['cv', 'photo'] } }) },
    ]) {
      const element = await show(replyTask, response);
      const main = document.querySelector('main');
      if (main) main.style.width = '280px';
      await new Promise(requestAnimationFrame);
      const box = find(element, '.tool');
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    }
  });
});
