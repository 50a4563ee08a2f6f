import { expect } from '@esm-bundle/chai';
import { isWhole, parseItem, parsePack } from '../../src/content/pack.js';
import { DiagnosticError } from '../../src/model/errors.js';

const pack = {
  format: 1,
  id: 'essai',
  version: '1.0.0',
  language: 'fr',
  title: 'Essai',
  licence: 'CC-BY-4.0',
  cuts: [0.5, 0.8],
  domains: [{ id: 'd' }],
  axes: [],
  subjects: [],
  items: [{ id: 'ESS-1-a' }],
  pathways: [],
};
const item = {
  id: 'ESS-1-a',
  situation: 'S',
  prompt: 'P',
  task: { type: 'text', label: 'L' },
  hint: 'H',
  criteria: [{ id: 'c' }],
  explanation: 'E',
  solution: { text: '' },
};

const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    expect(error).to.be.instanceOf(DiagnosticError).with.property('code', 'content-invalid');
    return (error as DiagnosticError).message;
  }
  throw new Error('nothing was refused');
};

describe('what the page accepts as a pack', () => {
  it('is a compiled pack or item, given back as it is', () => {
    expect(parsePack(pack)).to.equal(pack);
    expect(parseItem(item)).to.equal(item);
  });

  it('may come in two files: what an entry gate needs, then the rest', () => {
    const { items, subjects, axes, domains, pathways: _, ...header } = pack;
    const front = { ...header, pathways: [{ id: 'p', mode: 'learning' }] };
    const rest = { version: '1.0.0', items, subjects, axes, domains, pathways: [{ id: 'p', recommendations: [] }] };
    expect(parsePack(front, rest)).to.deep.equal({ ...pack, pathways: [{ id: 'p', mode: 'learning', recommendations: [] }] });
    expect(parsePack(front)).to.deep.include({ items: [], pathways: front.pathways });
    expect(isWhole(pack)).to.equal(true);
    expect(isWhole(front)).to.equal(false);
    expect(refusal(() => parsePack(front, { ...rest, version: '0.9.0' }))).to.contain('rest.json is of version 0.9.0, pack.json of 1.0.0');
    expect(refusal(() => parsePack(front, { ...rest, items: undefined }))).to.contain('rest.json has no list "items"');
  });

  it('is not something else: an error page, another file, nothing', () => {
    for (const other of [null, undefined, 'Not found', 404, [], {}, item]) expect(refusal(() => parsePack(other))).to.contain('pack.json');
    for (const other of [null, undefined, 'Not found', 404, [], {}]) expect(refusal(() => parseItem(other))).to.contain('item');
  });

  it('is not a pack of another format', () => {
    expect(refusal(() => parsePack({ ...pack, format: 2 }))).to.contain('format 2, not 1');
  });

  it('has its lists, of things with ids: the error says which', () => {
    for (const list of ['domains', 'axes', 'subjects', 'items', 'pathways']) {
      expect(refusal(() => parsePack({ ...pack, [list]: {} }))).to.contain(`"${list}"`);
      expect(refusal(() => parsePack({ ...pack, [list]: [{ id: 'a' }, {}] }))).to.contain(`${list}[1]`);
      expect(refusal(() => parsePack({ ...pack, [list]: [null] }))).to.contain(`${list}[0]`);
    }
  });

  it('has every part of an item that is shown or graded: the error says which, of which item', () => {
    for (const field of ['prompt', 'task', 'hint', 'criteria', 'explanation', 'solution']) {
      expect(refusal(() => parseItem({ ...item, [field]: undefined })))
        .to.contain(`"${field}"`)
        .and.to.contain('ESS-1-a');
    }
    expect(refusal(() => parseItem({ ...item, task: {} }))).to.contain('no type');
  });
});
