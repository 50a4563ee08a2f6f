import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

interface Named {
  readonly name: string;
  readonly kind?: string;
  readonly description?: string;
  readonly default?: string;
  readonly privacy?: string;
}
type Lists = Readonly<Record<'members' | 'attributes' | 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates', readonly Named[]>>;
interface Declaration extends Named, Lists {
  readonly tagName?: string;
  readonly customElement?: boolean;
}
interface Module {
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly exports: readonly (Named & { readonly declaration: { readonly name: string; readonly module: string } })[];
}

const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as { readonly modules: readonly Module[] };
const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'pix-diagnostic');
const names = (key: keyof Lists): string[] => (element?.[key] ?? []).map(({ name }) => name).sort();

const readme = readFileSync('README.md', 'utf8');
/** The part of the README between a heading and the next one. */
const section = (heading: string): string => new RegExp(`^#+ ${heading}$([^]*?)^#`, 'm').exec(readme)?.[1] ?? '';
/** The words in code style, of the first column of a table or of a sentence. */
const inCode = (text: string, pattern = /`([\w-]+)`/g): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
const firstColumn = (text: string): string => [...text.matchAll(/^\|([^|]+)\|/gm)].map(([, cell]) => cell).join('\n');

describe('the manifest of custom elements', () => {
  test('says that <pix-diagnostic> is a custom element, and which module defines it', () => {
    assert.equal(element?.customElement, true);
    const definition = modules.flatMap(({ exports }) => exports).find(({ kind }) => kind === 'custom-element-definition');
    assert.equal(definition?.name, 'pix-diagnostic');
    const home = modules.find(({ path }) => path === definition?.declaration.module);
    assert.ok(home?.declarations.some(({ name }) => name === definition?.declaration.name));
  });

  test('names files that the package has', () => {
    assert.deepEqual(
      modules.filter(({ path }) => !path.startsWith('dist/') || !existsSync(path)),
      [],
    );
  });

  test('tells of everything that a page can use, inherited or not, and of nothing else', () => {
    const members = names('members');
    for (const name of [
      'start',
      'pause',
      'resume',
      'restart',
      'share',
      'forget',
      'state',
      'result',
      'ready',
      'offers',
      'getToken',
      'headingLevel',
    ])
      assert.ok(members.includes(name), name);
    assert.deepEqual(
      element?.members.filter(
        ({ name, privacy }) => privacy || /^[#_]|Callback$|^(render|willUpdate|updated|styles|session|words|report|choice)$/.test(name),
      ),
      [],
    );
    for (const key of ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'] as const)
      assert.deepEqual(
        element?.[key].filter(({ description }) => !description),
        [],
        `${key} without a description`,
      );
  });

  test('gives the default of every CSS property, of which there are at most 40', () => {
    assert.deepEqual(
      element?.cssProperties.filter(({ default: value }) => !value),
      [],
    );
    assert.ok(names('cssProperties').length <= 40);
  });

  test('and the README tell of the same attributes, events, slots, parts, CSS properties and states', () => {
    assert.deepEqual(inCode(firstColumn(section('Attributes'))), names('attributes'));
    assert.deepEqual(inCode(firstColumn(section('Events'))), names('events'));
    assert.deepEqual(inCode(section('Slots')), names('slots'));
    assert.deepEqual(inCode(firstColumn(section('Theming')), /`(--[\w-]+)`/g), names('cssProperties'));
    assert.deepEqual(inCode(/^Parts: ([^]*?)\n\n/m.exec(section('Theming'))?.[1] ?? ''), names('cssParts'));
    assert.deepEqual(inCode(/`:state\(\)`:([^]*?)\. Parts/.exec(section('Theming'))?.[1] ?? ''), names('cssStates'));
  });
});
