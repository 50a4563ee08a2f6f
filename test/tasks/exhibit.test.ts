import { expect } from '@esm-bundle/chai';
import type { Exhibit } from '../../src/model/index.js';
import { TextTaskElement } from '../../src/ui/tasks/text/text-task.js';
import { expectAccessible, expectFits, seen, showTask, voices, within } from './show-task.js';

customElements.define('test-exhibit', TextTaskElement);

const exhibits: Record<Exhibit['kind'], Exhibit> = {
  page: {
    kind: 'page',
    title: 'Mes démarches',
    address: 'https://mes-demarches.connexion-securisee-remboursement.example/espace/particulier',
    body: 'Connectez-vous.',
  },
  message: {
    kind: 'message',
    from: 'service-client@banque-des-lilas.example',
    title: 'Compte bloqué',
    body: [
      ['p', 'Bonjour,'],
      ['p', 'Cliquez ici.'],
    ],
  },
  document: { kind: 'document', title: 'Bail', body: [['ul', ['li', 'Loyer'], ['li', 'Charges']]] },
};
const show = (kind: Exhibit['kind'], voice = voices.vous as (typeof voices)[keyof typeof voices], width = 256): Promise<TextTaskElement> =>
  showTask(TextTaskElement, { task: { type: 'text', label: 'Réponse', exhibit: exhibits[kind] }, voice }, { width });

const name = (element: TextTaskElement): string => {
  const figure = within(element, 'figure')[0];
  return seen(element.shadowRoot?.getElementById(figure?.getAttribute('aria-labelledby') ?? ''));
};

describe('what a question is about', () => {
  it('is a figure that says what it is and its title', async () => {
    expect(name(await show('page'))).to.equal('Page web Mes démarches');
    expect(name(await show('message'))).to.equal('Message De service-client@banque-des-lilas.example Compte bloqué');
    expect(name(await show('document'))).to.equal('Document Bail');
    expect(name(await show('page', voices.en))).to.equal('Web page Mes démarches');
  });

  it('shows the whole address of a page, never cut, so that it can be checked', async () => {
    const element = await show('page');
    const [address] = within(element, '.address');
    expect(seen(address)).to.equal(`Adresse ${exhibits.page.address}`);
    expect(address?.scrollWidth).to.be.at.most(address?.clientWidth ?? 0);
    expectFits(element);
  });

  it('keeps the paragraphs and lists of the original', async () => {
    expect(within(await show('message'), '.body p').map(seen)).to.deep.equal(['Bonjour,', 'Cliquez ici.']);
    expect(within(await show('document'), '.body ul > li').map(seen)).to.deep.equal(['Loyer', 'Charges']);
  });

  it('is in French for a screen reader that reads the interface in English', async () => {
    const element = await show('document', voices.en);
    expect(within(element, '.body [lang=fr] ul')).to.have.length(1);
  });

  for (const kind of ['page', 'message', 'document'] as const)
    it(`has no accessibility fault and fits a phone: ${kind}`, async () => {
      const element = await show(kind);
      await expectAccessible(element);
      expectFits(element);
    });
});
