import { expect } from '@esm-bundle/chai';
import { compilePack } from '../../src/content/index.js';
import expected from './expected/pack.json';
import expectedMail from './expected/items/ESS-1-repondre.json';

const fetchText = async (path: string): Promise<string> => (await fetch(new URL(`./${path}`, import.meta.url))).text();

describe('the compiler in a page', () => {
  it('gives what the command line gives', async () => {
    const paths = ['pack.yaml', 'subjects/ESS.yaml', 'pathways/depart.yaml', 'pathways/suite.yaml'];
    const sources = new Map(await Promise.all(paths.map(async (path) => [path, await fetchText(`fixture/${path}`)] as const)));
    const { index, items, problems } = await compilePack(sources);
    expect(problems).to.deep.equal([]);
    expect(index).to.deep.equal(expected);
    expect(items.find(({ id }) => id === 'ESS-1-repondre')).to.deep.equal(expectedMail);
  });
});
