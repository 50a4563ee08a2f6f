import { expect } from '@esm-bundle/chai';
import { Refused } from '../../src/grading/files/refused.js';
import {
  binOf,
  childrenOf,
  copyEntry,
  createFolder,
  entryOf,
  findByPath,
  inBin,
  initialEntries,
  lineOf,
  moveEntry,
  renameEntry,
  restoreEntry,
  trashEntry,
  type Entries,
} from '../../src/grading/files/tree.js';

const start = initialEntries({
  nodes: [
    {
      id: 'housing',
      name: 'Logement',
      kind: 'folder',
      children: [
        { id: 'year', name: '2026', kind: 'folder', children: [{ id: 'lease', name: 'bail.pdf', kind: 'file' }] },
        { id: 'bill', name: 'facture.pdf', kind: 'file' },
      ],
    },
    { id: 'work', name: 'Emploi', kind: 'folder' },
    { id: 'cv', name: 'CV.odt', kind: 'file' },
    { id: 'second', name: 'Facture.pdf', kind: 'file' },
  ],
  trashed: [{ id: 'old', name: 'CV.odt', kind: 'file' }],
});

const names = (entries: Entries, folder: string | null): string[] => childrenOf(entries, folder).map(({ name }) => name);

function reasonOf(operation: () => unknown): string {
  try {
    operation();
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
  return 'done';
}

describe('an explorer’s operations', () => {
  it('start from the tree of the task, flat, with the bin marked', () => {
    expect(names(start, null)).to.deep.equal(['Logement', 'Emploi', 'CV.odt', 'Facture.pdf']);
    expect(names(start, 'housing')).to.deep.equal(['2026', 'facture.pdf']);
    expect(binOf(start).map(({ id }) => id)).to.deep.equal(['old']);
  });

  it('find a node by id, or by names without minding case and accents', () => {
    expect(findByPath(start, 'lease')?.id).to.equal('lease');
    expect(findByPath(start, 'logement/2026/Bail.pdf')?.id).to.equal('lease');
    expect(findByPath(createFolder(start, 'Été', 'housing'), 'Logement/ete')?.id).to.equal('new-1');
    expect(findByPath(start, 'Logement/2025')).to.equal(undefined);
    expect(findByPath(start, 'old'), 'in the bin').to.equal(undefined);
  });

  it('move a folder with all it contains', () => {
    const after = moveEntry(start, 'year', 'work');
    expect(findByPath(after, 'Emploi/2026/bail.pdf')?.id).to.equal('lease');
    expect(names(after, 'housing')).to.deep.equal(['facture.pdf']);
  });

  it('change nothing when something is moved to where it is', () => {
    expect(moveEntry(start, 'cv', null)).to.equal(start);
    expect(renameEntry(start, 'cv', ' CV.odt ')).to.equal(start);
  });

  it('refuse what would hide or swallow something, and leave all as it was', () => {
    expect(reasonOf(() => moveEntry(start, 'housing', 'year'))).to.equal('into-itself');
    expect(reasonOf(() => moveEntry(start, 'housing', 'housing'))).to.equal('into-itself');
    expect(reasonOf(() => copyEntry(start, 'housing', 'year'))).to.equal('into-itself');
    expect(
      reasonOf(() => moveEntry(start, 'second', 'housing')),
      'names that differ in case only',
    ).to.equal('name-taken');
    expect(reasonOf(() => renameEntry(start, 'cv', 'emploi'))).to.equal('name-taken');
    expect(reasonOf(() => createFolder(start, 'Emploi', null))).to.equal('name-taken');
    expect(reasonOf(() => createFolder(start, '  ', null))).to.equal('name-empty');
    expect(reasonOf(() => renameEntry(start, 'cv', 'CV 1/2.odt'))).to.equal('name-forbidden');
    expect(
      reasonOf(() => moveEntry(start, 'cv', 'second')),
      'a file is no place',
    ).to.equal('not-there');
    expect(reasonOf(() => moveEntry(start, 'nobody', null))).to.equal('not-there');
    expect(
      reasonOf(() => trashEntry(start, 'old')),
      'already in the bin',
    ).to.equal('not-there');
  });

  it('let one change the case of a name', () => {
    expect(entryOf(renameEntry(start, 'cv', 'cv.odt'), 'cv')?.name).to.equal('cv.odt');
  });

  it('number new folders and copies from 1', () => {
    let entries = createFolder(start, 'A', null);
    entries = createFolder(entries, 'B', 'new-1');
    entries = copyEntry(entries, 'year', 'work');
    expect(entries.slice(start.length)).to.deep.equal([
      { id: 'new-1', name: 'A', kind: 'folder', parent: null },
      { id: 'new-2', name: 'B', kind: 'folder', parent: 'new-1' },
      { id: 'copy-1', name: '2026', kind: 'folder', parent: 'work', copyOf: 'year' },
      { id: 'copy-2', name: 'bail.pdf', kind: 'file', parent: 'copy-1', copyOf: 'lease' },
    ]);
  });

  it('call a copy beside its original “Copie de …”, then give it a number', () => {
    let entries = copyEntry(start, 'bill', 'housing');
    entries = copyEntry(entries, 'bill', 'housing');
    entries = copyEntry(entries, 'copy-1', 'housing');
    expect(names(entries, 'housing').slice(2)).to.deep.equal([
      'Copie de facture.pdf',
      'Copie de facture (2).pdf',
      'Copie de facture (3).pdf',
    ]);
    expect(entryOf(entries, 'copy-3')?.copyOf, 'a copy of a copy is a copy of the original').to.equal('bill');
  });

  it('put all that a folder contains in the bin with it, and back', () => {
    const binned = trashEntry(start, 'housing');
    expect(inBin(binned, 'lease')).to.equal(true);
    expect(binOf(binned).map(({ id }) => id)).to.deep.equal(['housing', 'old']);
    expect(restoreEntry(binned, 'housing')).to.deep.equal(start);
  });

  it('restore beside what took the name meanwhile, under a number', () => {
    expect(entryOf(restoreEntry(start, 'old'), 'old')).to.deep.equal({ id: 'old', name: 'CV (2).odt', kind: 'file', parent: null });
  });

  it('restore what was in a folder that is in the bin to the nearest folder that is not', () => {
    let entries = trashEntry(start, 'lease');
    entries = trashEntry(entries, 'year');
    expect(entryOf(restoreEntry(entries, 'lease'), 'lease')?.parent).to.equal('housing');
    expect(entryOf(restoreEntry(trashEntry(entries, 'housing'), 'lease'), 'lease')?.parent).to.equal(null);
    expect(entryOf(restoreEntry(trashEntry(start, 'housing'), 'lease'), 'lease')?.parent, 'never thrown away by itself').to.equal(null);
  });

  it('do not hang on a state that bites its tail', () => {
    const looped: Entries = [
      { id: 'a', name: 'a', kind: 'folder', parent: 'b' },
      { id: 'b', name: 'b', kind: 'folder', parent: 'a' },
    ];
    expect(inBin(looped, 'a')).to.equal(false);
    expect(lineOf(looped, 'a')).to.have.length(2);
  });

  it('never lose anything, whatever is done', () => {
    for (let seed = 1; seed <= 60; seed++) {
      let state = seed;
      const random = (below: number): number => {
        state = (state * 48271) % 2147483647;
        return state % below;
      };
      let entries = start;
      for (let step = 0; step < 40; step++) {
        const before = entries;
        const id = entries[random(entries.length)]?.id ?? '';
        const folders = [null, ...entries.filter(({ kind }) => kind === 'folder').map((folder) => folder.id)];
        const folder = folders[random(folders.length)] ?? null;
        const name = ['a', 'A', 'b.pdf', 'CV.odt', 'Copie de CV.odt', '', 'a/b'][random(7)] ?? '';
        const operations = [
          () => moveEntry(entries, id, folder),
          () => renameEntry(entries, id, name),
          () => createFolder(entries, name, folder),
          () => copyEntry(entries, id, folder),
          () => trashEntry(entries, id),
          () => restoreEntry(entries, id),
        ];
        const frozen = JSON.stringify(before);
        try {
          entries = operations[random(operations.length)]?.() ?? entries;
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
        expect(JSON.stringify(before), 'the state before is left alone').to.equal(frozen);
        check(before, entries, `seed ${seed}, step ${step}`);
        if (entries.length > 200) break;
      }
    }
  });
});

function check(before: Entries, after: Entries, where: string): void {
  const ids = after.map(({ id }) => id);
  expect(new Set(ids).size, `${where}: an id twice`).to.equal(ids.length);
  for (const { id } of before) expect(ids, where).to.include(id);
  for (const entry of after) {
    const line = lineOf(after, entry.id);
    expect(line.at(-1)?.parent, `${where}: ${entry.id} hangs in the air`).to.equal(null);
    for (const above of line.slice(1)) expect(above.kind, where).to.equal('folder');
    if (entry.trashed) continue;
    const twins = childrenOf(after, entry.parent).filter(({ name }) => name.toLowerCase() === entry.name.toLowerCase());
    expect(twins, `${where}: two of ${entry.name}`).to.have.length(1);
  }
}
