import { expect } from '@esm-bundle/chai';
import axe from 'axe-core';
import { DiagnosticError } from '../../src/model/index.js';
import { everyRule } from '../support/every-rule.js';
import { smallBackend } from '../support/runs.js';
import { heldBackend } from '../support/session-rig.js';
import { atResult, hasPart, inside, part, press, seen, show, until, words, type PixDiagnosticElement } from '../support/show-diagnostic.js';

const all = (element: PixDiagnosticElement, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`.explanation ${selector}`) ?? []),
];

async function opened(element: PixDiagnosticElement): Promise<PixDiagnosticElement> {
  await press(element, 'explain');
  await until(() => all(element, 'summary').length, 'the explanation');
  return element;
}

async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document, everyRule);
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' ')}`),
  ).to.deep.equal([]);
}

describe('how a result was worked out', () => {
  before(() => {
    document.documentElement.style.background = 'light-dark(#fff, #000)';
  });

  it('is said when it is asked for: before, nothing is fetched nor computed', async () => {
    const held = heldBackend();
    const element = await atResult({ backendInstance: held.backend });
    expect(part(element, 'explain').getAttribute('aria-expanded')).to.equal('false');
    expect([held.calls.includes('explain'), all(element, 'summary').length]).to.deep.equal([false, 0]);
    await opened(element);
    expect(part(element, 'explain').getAttribute('aria-expanded')).to.equal('true');
    expect(seen(part(element, 'explanation')))
      .to.include('L’essentiel')
      .and.include('La prochaine étape vient de la règle');
    await press(element, 'explain');
    expect([part(element, 'explain').getAttribute('aria-expanded'), all(element, 'summary').length]).to.deep.equal(['false', 0]);
    await opened(element);
    expect(
      held.calls.filter((call) => call === 'explain'),
      'asked once',
    ).to.have.length(1);
  });

  it('has headings under those of the result, and tables with headers', async () => {
    const element = await opened(await atResult({ headingLevel: 3 }));
    const levels = [...(element.shadowRoot?.querySelectorAll('h1, h2, h3, h4, h5, h6') ?? [])].map(({ localName }) => Number(localName[1]));
    expect([levels[0], inside(element, '.explanation .subtitle')?.localName]).to.deep.equal([3, 'h4']);
    levels.slice(1).forEach((level, i) => expect(level - (levels[i] ?? 0), `heading ${i + 2}`).to.be.at.most(1));
    expect(all(element, 'table').length).to.be.above(3);
    for (const table of all(element, 'table')) {
      expect(table.querySelectorAll('thead th[scope=col]').length).to.be.above(1);
      for (const row of table.querySelectorAll('tbody tr')) expect(row.querySelectorAll('th[scope=row]')).to.have.length(1);
    }
  });

  for (const theme of ['light', 'dark'])
    it(`breaks no rule of accessibility, closed, on its way, failed and open (${theme})`, async () => {
      const held = heldBackend();
      const element = await atResult({ backendInstance: held.backend, theme }, 'wrong');
      await expectAccessible();
      const release = held.hold('explain');
      held.fail('explain', 'before', new DiagnosticError('content-unreachable', 'lost', { recoverable: true }));
      await press(element, 'explain');
      await expectAccessible();
      release();
      await until(() => hasPart(element, 'retry'), 'the retry');
      await expectAccessible();
      await press(element, 'retry');
      await until(() => all(element, 'summary').length, 'the explanation');
      await expectAccessible();
      all(element, 'details').forEach((details) => ((details as HTMLDetailsElement).open = true));
      await expectAccessible();
    });

  it('that does not come says so kindly, and can be asked for again', async () => {
    const held = heldBackend();
    const element = await atResult({ backendInstance: held.backend });
    held.fail('explain', 'before', new DiagnosticError('content-unreachable', 'lost', { recoverable: true }));
    await press(element, 'explain');
    await until(() => hasPart(element, 'retry'), 'the retry');
    expect(seen(inside(element, '.explanation [role=alert]'))).to.equal(words('explainFailed'));
    expect(element.state, 'the result stays').to.equal('result');
    await press(element, 'retry');
    await until(() => all(element, 'summary').length, 'the explanation');
    expect(seen(inside(element, '.explanation [role=alert]'))).to.equal('');
    expect(hasPart(element, 'retry')).to.equal(false);
  });

  it('tells screen readers that it is coming, and that it is there', async () => {
    const held = heldBackend();
    const element = await atResult({ backendInstance: held.backend });
    const status = inside(element, '.explanation [role=status]');
    expect(seen(status)).to.equal('');
    const release = held.hold('explain');
    await press(element, 'explain');
    expect(seen(status)).to.equal(words('explaining'));
    release();
    await until(() => all(element, 'summary').length, 'the explanation');
    expect(seen(status)).to.equal(words('explained'));
  });

  it('fits a screen of 320 pixels, whatever is opened', async () => {
    for (const lang of ['fr', 'en']) {
      const element = await opened(await atResult({ lang }));
      all(element, 'details').forEach((details) => ((details as HTMLDetailsElement).open = true));
      element.style.width = '320px';
      const { right } = element.getBoundingClientRect();
      expect(right - element.getBoundingClientRect().left).to.equal(320);
      const wide = all(element, '*').filter(
        (each) => each.getBoundingClientRect().right > right || each.scrollWidth > each.clientWidth + 1,
      );
      expect(wide.filter(({ className, localName }) => className !== 'visually-hidden' && localName !== 'span').map(seen)).to.deep.equal(
        [],
      );
    }
  });

  it('speaks as the learner is spoken to, and changes with it', async () => {
    const element = await opened(await atResult({ register: 'tu' }));
    expect(seen(part(element, 'explanation'))).to.include('Quelque chose te semble faux');
    element.lang = 'en';
    await until(() => seen(part(element, 'explain')) === 'How was this result worked out?', 'English');
    expect(seen(part(element, 'explanation'))).to.include('In short');
    expect(all(element, 'span[lang=fr]').length).to.be.above(2);
  });

  it('can be saved as a file, unless nothing is to stay on the device', async () => {
    sessionStorage.clear();
    expect(hasPart(await opened(await atResult()), 'explanation-save')).to.equal(false);
    const element = await opened(await atResult({ storage: 'session' }));
    const saved: { name: string; text: Promise<string> }[] = [];
    const catchFile = (event: Event): void => {
      const link = event.composedPath()[0];
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      saved.push({ name: link.download, text: fetch(link.href).then((response) => response.text()) });
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      this.addEventListener('click', catchFile, { once: true });
      click.call(this);
    };
    await press(element, 'explanation-save');
    HTMLAnchorElement.prototype.click = click;
    expect(saved.map(({ name }) => name)).to.deep.equal(['explication-du-resultat.txt']);
    expect(await saved[0]?.text).to.match(/^# Comment ce résultat/);
    sessionStorage.clear();
  });

  it('is there for a previewed result', async () => {
    const element = await show({ preview: 'result:2', backendInstance: smallBackend({ preview: 'result:2' }) }, 'result');
    await opened(element);
    expect(seen(part(element, 'explanation'))).to.include('sur 3');
  });
});
