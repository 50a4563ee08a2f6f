import { expect } from '@esm-bundle/chai';
import { http, HttpResponse } from 'msw';
import { define, PixDiagnosticElement as Published } from '../../src/element.js';
import { content, fakeNetwork } from '../support/msw.js';
import {
  answer,
  atResult,
  make,
  page,
  plain,
  press,
  reach,
  show,
  started,
  titleOf,
  until,
  warnings,
  words,
  type PixDiagnosticElement,
} from '../support/show-diagnostic.js';

describe('in a form', () => {
  const inForm = (element: PixDiagnosticElement): HTMLFormElement => {
    const form = document.createElement('form');
    element.parentElement?.append(form);
    form.append(element);
    return form;
  };

  it('with a name, the shared result is sent with the form; before, it is missing', async () => {
    const element = await atResult({ name: 'diagnostic' });
    const form = inForm(element);
    expect(new FormData(form).has('diagnostic')).to.equal(false);
    expect([element.validity.valueMissing, form.checkValidity()]).to.deep.equal([true, false]);
    expect(plain(element.validationMessage)).to.equal(words('formMissing'));
    expect(element.form).to.equal(form);
    await press(element, 'share');
    await until(() => element.validity.valid, 'a valid form');
    const sent = JSON.parse(new FormData(form).get('diagnostic') as string) as Record<string, unknown>;
    expect(sent).to.deep.equal(JSON.parse(JSON.stringify(element.result)));
    expect(sent['state']).to.equal('shared');
  });

  it('without a name, it neither sends nor blocks anything', async () => {
    const element = await show();
    const form = inForm(element);
    await element.updateComplete;
    expect([form.checkValidity(), [...new FormData(form)].length]).to.deep.equal([true, 0]);
  });

  it('its fields and buttons are not the form’s', async () => {
    const element = await started();
    const form = inForm(element);
    let submits = 0;
    form.addEventListener('submit', (event) => (event.preventDefault(), submits++));
    await answer(element);
    expect([submits, [...new FormData(form)].length]).to.deep.equal([0, 0]);
  });
});

describe('registering', () => {
  it('twice is harmless and silent', () => {
    const { said, stop } = warnings();
    expect([define(), define()]).to.deep.equal(['pix-diagnostic', 'pix-diagnostic']);
    stop();
    expect(said).to.deep.equal([]);
  });

  it('under a suffix gives a second name that works beside the first', async () => {
    expect([define({ suffix: 'essai' }), define({ suffix: 'essai' })]).to.deep.equal(['pix-diagnostic-essai', 'pix-diagnostic-essai']);
    const element = document.createElement('pix-diagnostic-essai') as PixDiagnosticElement;
    expect(element).to.be.instanceOf(Published);
    const { backendInstance } = make();
    Object.assign(element, { backendInstance, pathway: 'sondage', storage: 'none' });
    page(element, make());
    await reach(element, 'intro');
  });

  it('where another version was first warns, and says what to do', () => {
    customElements.define(
      'pix-diagnostic-ancien',
      class extends HTMLElement {
        static readonly version = '0.0.1';
      },
    );
    const { said, stop } = warnings();
    define({ suffix: 'ancien' });
    stop();
    expect(said).to.have.length(1);
    expect(said[0]).to.include('0.0.1').and.include('suffix');
  });

  it('where there is no registry at all is harmless', () => {
    expect(define({ registry: null as unknown as CustomElementRegistry })).to.equal('pix-diagnostic');
  });
});

describe('two lines in a page', () => {
  const worker = fakeNetwork();
  const parse = (markup: string): PixDiagnosticElement => {
    const { body } = Document.parseHTMLUnsafe(markup);
    const element = document.importNode(body.firstElementChild as PixDiagnosticElement, true);
    page(element);
    return element;
  };

  it('are a working diagnostic: markup, and a pack on a file server', async () => {
    const element = parse(
      '<pix-diagnostic content="/fake-packs/small" pathway="sondage" storage="none" register="tu" heading-level="3"></pix-diagnostic>',
    );
    await reach(element, 'intro');
    await press(element, 'start');
    await reach(element, 'question');
    expect(titleOf(element)).to.equal('Que fais-tu en MEL-1-a ?');
    while (element.state === 'question') await answer(element);
    await press(element, 'confirm');
    await reach(element, 'result');
    expect(element.result?.answered).to.equal(4);
  });

  it('say so kindly when the pack is not there, with what the page adds', async () => {
    worker.use(http.get(`${content}pack.json`, () => new HttpResponse(null, { status: 404 })));
    const element = parse(
      '<pix-diagnostic content="/fake-packs/small" storage="none"><a slot="fallback" href="/aide">Aide</a></pix-diagnostic>',
    );
    await reach(element, 'error');
    expect(element.querySelector('a')?.assignedSlot?.name).to.equal('fallback');
    worker.resetHandlers();
    element.pathway = 'sondage';
    await reach(element, 'intro');
  });
});
