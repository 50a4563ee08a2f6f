import { expect } from '@esm-bundle/chai';
import { en } from '../../src/ui/locales/en.js';
import { fromMemory, smallBackend } from '../support/runs.js';
import {
  atResult,
  inside,
  listen,
  make,
  page,
  part,
  pause,
  press,
  reach,
  seen,
  show,
  started,
  task,
  titleOf,
  until,
  words,
} from '../support/show-diagnostic.js';

describe('the settings of <pix-diagnostic>, changed while it is in use', () => {
  it('register: the learner is addressed otherwise, at the same question, with the same answer', async () => {
    const element = await started();
    const shown = task(element);
    shown?.shadowRoot?.querySelector<HTMLInputElement>('input[value=wrong]')?.click();
    expect(titleOf(element)).to.equal('Que faites-vous en MEL-1-a ?');
    element.setAttribute('register', 'tu');
    await element.updateComplete;
    expect(titleOf(element)).to.equal('Que fais-tu en MEL-1-a ?');
    expect(task(element)).to.equal(shown);
    expect(shown?.response).to.deep.equal({ selected: ['wrong'] });
  });

  it('reading: the wording is the simple one, and the learner may choose it too', async () => {
    const element = await show();
    inside<HTMLInputElement>(element, '.switch input')?.click();
    await press(element, 'start');
    await reach(element, 'question');
    expect(titleOf(element)).to.equal('Choisissez en MEL-1-a.');
    const other = await started();
    other.reading = 'simple';
    await other.updateComplete;
    expect(titleOf(other)).to.equal('Choisissez en MEL-1-a.');
  });

  it('resume: what to do next time; nothing changes now', async () => {
    const element = await started();
    const title = titleOf(element);
    element.setAttribute('resume', 'ask');
    await element.updateComplete;
    expect([element.state, titleOf(element)]).to.deep.equal(['question', title]);
  });

  it('storage and kiosk: what is kept moves to its new place, at the same question', async () => {
    const keys = (area: Storage): string[] => Object.keys(area).filter((key) => key.startsWith('pix-diagnostic'));
    sessionStorage.clear();
    localStorage.clear();
    const element = await started({ storage: 'session' });
    const title = titleOf(element);
    const kept = keys(sessionStorage);
    expect(kept).to.have.length(1);
    element.setAttribute('storage', 'local');
    await element.updateComplete;
    expect([keys(sessionStorage), keys(localStorage)]).to.deep.equal([[], kept]);
    element.kiosk = true;
    await element.updateComplete;
    expect([keys(sessionStorage), keys(localStorage)]).to.deep.equal([[], []]);
    expect([element.state, titleOf(element)]).to.deep.equal(['question', title]);
  });

  it('a setting changed while the diagnostic cannot be shown loses nothing of what is kept', async () => {
    sessionStorage.clear();
    const first = await started({ storage: 'session' });
    const title = titleOf(first);
    first.remove();
    let down = true;
    const backendInstance = smallBackend({ fetch: fromMemory((_, file) => (down ? undefined : file)) });
    const element = await show({ storage: 'session', backendInstance }, 'error');
    element.setAttribute('resume', 'ask');
    await element.updateComplete;
    await reach(element, 'error');
    down = false;
    element.setAttribute('resume', 'auto');
    await reach(element, 'question');
    expect(titleOf(element)).to.equal(title);
    sessionStorage.clear();
  });

  it('storage, said before anything was begun: what is kept there is gone on with', async () => {
    localStorage.clear();
    const first = await started({ storage: 'local' });
    const title = titleOf(first);
    first.remove();
    const element = await show();
    element.setAttribute('storage', 'local');
    await reach(element, 'question');
    expect(titleOf(element)).to.equal(title);
    localStorage.clear();
  });

  it('theme: light, dark, as the device, or as the page', async () => {
    const element = await show();
    const scheme = (): string => getComputedStyle(part(element, 'card')).colorScheme;
    for (const [theme, expected] of [
      ['light', 'light'],
      ['dark', 'dark'],
      ['auto', 'light dark'],
    ] as const) {
      element.setAttribute('theme', theme);
      await element.updateComplete;
      expect(scheme()).to.equal(expected);
    }
    element.removeAttribute('theme');
    document.documentElement.style.colorScheme = 'dark';
    await element.updateComplete;
    expect(scheme()).to.equal('dark');
    document.documentElement.style.colorScheme = '';
  });

  it('heading-level: the titles take their place in the outline of the page', async () => {
    const element = await show();
    expect(inside(element, '.title')?.localName).to.equal('h2');
    element.setAttribute('heading-level', '4');
    await element.updateComplete;
    expect(inside(element, '.title')?.localName).to.equal('h4');
    element.headingLevel = 99;
    await element.updateComplete;
    expect(inside(element, '.title')?.localName).to.equal('h6');
  });

  it('pathway: another diagnostic begins, and the old one says nothing more', async () => {
    const element = await started();
    element.setAttribute('pathway', 'gestes');
    await reach(element, 'intro');
    expect(titleOf(element)).to.equal('Parcours gestes');
  });

  it('a value outside its list is told once, and the default is used', async () => {
    const { heard, stop } = listen();
    const element = await show({ register: 'toi', theme: 'rose' });
    element.headingLevel = 3;
    await element.updateComplete;
    await pause(10);
    stop();
    const errors = heard.filter(({ type }) => type === 'pix-error');
    expect(errors.map(({ detail }) => detail['code'])).to.deep.equal(['setting-invalid', 'setting-invalid']);
    expect(errors.map(({ detail }) => String(detail['message'])).join())
      .to.include('register="toi"')
      .and.include('theme="rose"');
    expect(element.state).to.equal('intro');
  });

  it('preview: what is not there is said, with what was probably meant, and in kind words on screen', async () => {
    const { heard, stop } = listen();
    const preview = 'item:MEL-1-aa';
    const element = await show({ preview, backendInstance: smallBackend({ preview }) }, 'error');
    stop();
    const [error] = heard.filter(({ type }) => type === 'pix-error');
    expect(error?.detail).to.deep.include({ code: 'setting-invalid', recoverable: false });
    expect(error?.detail['message']).to.equal('preview="item:MEL-1-aa" opens nothing. Did you mean "MEL-1-a"?');
    expect(titleOf(element)).to.equal('Un petit problème');
  });

  it('autostart: begins without the introduction', async () => {
    const element = await show({ autostart: true }, 'question');
    expect(titleOf(element)).to.include('MEL-1-a');
  });

  it('offers and recommend: what the page sets last is used', async () => {
    const element = await started();
    element.recommend = () => [
      { rank: 1, kind: 'offer', id: 'rdv', title: 'Un rendez-vous', rule: 'host', reason: 'Avec votre conseillère.' },
    ];
    for (const _ of [1, 2, 3, 4]) {
      task(element)?.shadowRoot?.querySelector<HTMLInputElement>('input')?.click();
      const before = titleOf(element);
      await press(element, 'submit');
      await until(() => titleOf(element) !== before && !titleOf(element).includes('…'), 'the next screen');
    }
    await reach(element, 'checkpoint');
    await press(element, 'confirm');
    await reach(element, 'result');
    expect(seen(part(element, 'recommendation')))
      .to.include('Un rendez-vous')
      .and.include('Avec votre conseillère.');
  });

  it('storage and resume: a reload comes back to the same question', async () => {
    sessionStorage.clear();
    const settings = { storage: 'session', backendInstance: undefined as never };
    const element = await started({ ...settings, backendInstance: smallBackend() });
    task(element)?.shadowRoot?.querySelector<HTMLInputElement>('input[value=right]')?.click();
    element.remove();
    const after = make({ ...settings, backendInstance: smallBackend() });
    page(after);
    await reach(after, 'question');
    expect([titleOf(after), task(after)?.response]).to.deep.equal(['Que faites-vous en MEL-1-a ?', { selected: ['right'] }]);
    const asked = await show({ ...settings, backendInstance: smallBackend(), resumePolicy: 'ask' });
    expect(titleOf(asked)).to.equal(words('foundTitle'));
    await asked.forget();
    expect(sessionStorage.length).to.equal(0);
  });

  it('two diagnostics of two partners on one page do not mix what they keep', async () => {
    sessionStorage.clear();
    for (const partner of ['a', 'b']) {
      const element = await started({ storage: 'session', partner });
      element.remove();
    }
    expect(sessionStorage.length).to.equal(2);
    sessionStorage.clear();
  });
});

describe('the language', () => {
  const titles = { fr: words('introTitle'), en: words('introTitle', en) };
  const speaks = (element: Parameters<typeof titleOf>[0], language: keyof typeof titles): Promise<void> =>
    until(() => titleOf(element) === titles[language], `${language}, not “${titleOf(element)}”`);

  it('is the element’s own, changed as attribute or property', async () => {
    const element = await show();
    await speaks(element, 'fr');
    element.setAttribute('lang', 'en-GB');
    await speaks(element, 'en');
    expect(inside(element, '.root')?.lang).to.equal('en');
    element.lang = 'fr';
    await speaks(element, 'fr');
    element.lang = 'en';
    await speaks(element, 'en');
  });

  it('else that of the nearest ancestor, across shadow roots, wherever the element goes', async () => {
    const element = make();
    const main = page();
    const english = document.createElement('div');
    english.lang = 'en';
    const shell = document.createElement('div');
    shell.attachShadow({ mode: 'open' }).append(element);
    english.append(shell);
    main.append(english);
    await reach(element, 'intro');
    await speaks(element, 'en');
    main.append(element);
    await speaks(element, 'fr');
  });

  it('else French, as for a language that it does not speak', async () => {
    const element = make({ lang: 'br' });
    page(element);
    await reach(element, 'intro');
    await speaks(element, 'fr');
  });

  it('set and set back at once is the last one', async () => {
    const element = await show();
    element.setAttribute('lang', 'en');
    await Promise.resolve();
    element.setAttribute('lang', 'fr');
    await pause(300);
    await speaks(element, 'fr');
  });

  it('in English, marks the content as French', async () => {
    const element = await started({ lang: 'en' });
    await until(() => seen(part(element, 'submit')) === words('submit', en), 'English buttons');
    expect(inside(element, '.title [lang=fr]')).to.not.equal(null);
  });

  it('speaks English to the end', async () => {
    const element = await atResult({ lang: 'en' });
    expect(seen(part(element, 'card')))
      .to.include(words('handTitle', en))
      .and.not.include(words('handTitle'));
  });
});
