import { expect } from '@esm-bundle/chai';
import { evaluate } from '../../src/grading/tasks/files.js';
import {
  copyEntry,
  createFolder,
  initialEntries,
  moveEntry,
  renameEntry,
  restoreEntry,
  trashEntry,
  type Entries,
} from '../../src/grading/files/tree.js';
import type { FilesRule, FilesTask } from '../../src/model/index.js';

const task: FilesTask = {
  type: 'files',
  root: 'Mes fichiers',
  nodes: [
    { id: 'housing', name: 'Logement', kind: 'folder', children: [{ id: 'lease', name: 'bail.pdf', kind: 'file' }] },
    { id: 'bill', name: 'facture-mars.pdf', kind: 'file' },
    { id: 'cv', name: 'CV.odt', kind: 'file' },
  ],
  trashed: [
    { id: 'proof', name: 'attestation.pdf', kind: 'file' },
    { id: 'advert', name: 'pub.pdf', kind: 'file' },
  ],
};
const start = initialEntries(task);
const met = (rule: FilesRule, entries: Entries, opened: readonly string[] = []): boolean => evaluate(rule, { entries, opened }, task);

describe('what a file explorer’s end state is worth', () => {
  it('at: the node itself, not a copy, nor from the bin', () => {
    const rule: FilesRule = { kind: 'at', node: 'bill', folder: 'housing' };
    expect(met(rule, start)).to.equal(false);
    expect(met(rule, moveEntry(start, 'bill', 'housing'))).to.equal(true);
    expect(met(rule, copyEntry(start, 'bill', 'housing'))).to.equal(false);
    expect(met(rule, trashEntry(moveEntry(start, 'bill', 'housing'), 'bill'))).to.equal(false);
    expect(met(rule, trashEntry(moveEntry(start, 'bill', 'housing'), 'housing'))).to.equal(false);
    expect(met({ kind: 'at', node: 'lease', folder: null }, moveEntry(start, 'lease', null))).to.equal(true);
    expect(met({ ...rule, node: ['cv', 'bill'] }, moveEntry(start, 'bill', 'housing'))).to.equal(true);
    expect(met({ ...rule, node: ['cv', 'bill'] }, start)).to.equal(false);
  });

  it('at: in a folder that the learner made, known by its names from the top', () => {
    const made = createFolder(start, 'factures  2026', 'housing');
    const rule: FilesRule = { kind: 'at', node: 'bill', folder: 'Logement/Factures 2026' };
    expect(met(rule, moveEntry(made, 'bill', 'new-1'))).to.equal(true);
    expect(met(rule, moveEntry(made, 'bill', 'housing'))).to.equal(false);
    const elsewhere = createFolder(start, 'Factures 2026', null);
    expect(met(rule, moveEntry(elsewhere, 'bill', 'new-1'))).to.equal(false);
  });

  it('named: without minding case, accents and spaces; the ending counts', () => {
    const rule: FilesRule = { kind: 'named', node: 'cv', names: ['CV Élodie.odt'] };
    expect(met(rule, renameEntry(start, 'cv', 'cv  elodie.odt'))).to.equal(true);
    expect(met(rule, renameEntry(start, 'cv', 'CV Élodie'))).to.equal(false);
    expect(met(rule, renameEntry(start, 'cv', 'CV-Élodie.odt'))).to.equal(false);
  });

  it('name-mentions: all ideas, and the ending', () => {
    const rule: FilesRule = { kind: 'name-mentions', node: 'bill', ideas: [['facture'], ['eau', 'eaux']], ending: '.pdf' };
    expect(met(rule, renameEntry(start, 'bill', 'Facture_eau_2026.PDF'))).to.equal(true);
    expect(met(rule, renameEntry(start, 'bill', 'facture-eau'))).to.equal(false);
    expect(met(rule, start)).to.equal(false);
  });

  it('folder: exists there and not in the bin; a file of that name does not count', () => {
    const rule: FilesRule = { kind: 'folder', names: ['Factures', 'Facture'], parent: 'housing' };
    expect(met(rule, createFolder(start, 'facture', 'housing'))).to.equal(true);
    expect(met(rule, createFolder(start, 'facture', null))).to.equal(false);
    expect(met(rule, trashEntry(createFolder(start, 'facture', 'housing'), 'new-1'))).to.equal(false);
    expect(met({ ...rule, parent: null }, renameEntry(start, 'bill', 'Factures'))).to.equal(false);
    expect(met({ ...rule, parent: 'Logement/Reçus' }, createFolder(createFolder(start, 'reçus', 'housing'), 'Factures', 'new-1'))).to.equal(
      true,
    );
  });

  it('copied: the copy is there, and the original has not moved', () => {
    const rule: FilesRule = { kind: 'copied', node: 'cv', folder: 'housing' };
    const copied = copyEntry(start, 'cv', 'housing');
    expect(met(rule, copied)).to.equal(true);
    expect(met(rule, renameEntry(copied, 'copy-1', 'CV copie.odt'))).to.equal(true);
    expect(met(rule, moveEntry(start, 'cv', 'housing'))).to.equal(false);
    expect(met(rule, trashEntry(copied, 'cv'))).to.equal(false);
    expect(met(rule, trashEntry(copied, 'copy-1'))).to.equal(false);
    expect(met({ ...rule, folder: [null, 'housing'] }, copied)).to.equal(true);
    expect(met({ ...rule, folder: [null, 'housing'] }, moveEntry(start, 'cv', 'housing'))).to.equal(false);
  });

  it('holds: so many files and folders, whatever lies deeper or in the bin', () => {
    const rule: FilesRule = { kind: 'holds', folder: 'Mai', count: 1 };
    const made = createFolder(start, 'Mai', null);
    const id = made.find(({ name }) => name === 'Mai')?.id ?? '';
    expect(met(rule, start)).to.equal(false);
    expect(met(rule, made)).to.equal(false);
    const one = copyEntry(made, 'cv', id);
    expect(met(rule, one)).to.equal(true);
    const two = copyEntry(one, 'bill', id);
    expect(met(rule, two)).to.equal(false);
    expect(met({ ...rule, count: 2 }, two)).to.equal(true);
  });

  it('trashed and restored: in the bin or out of it, with the folder around it', () => {
    const rule: FilesRule = { kind: 'trashed', nodes: ['cv', 'lease'] };
    expect(met(rule, trashEntry(start, 'cv'))).to.equal(false);
    expect(met(rule, trashEntry(trashEntry(start, 'cv'), 'housing'))).to.equal(true);
    expect(met({ kind: 'restored', node: 'proof' }, start)).to.equal(false);
    expect(met({ kind: 'restored', node: 'proof' }, restoreEntry(start, 'proof'))).to.equal(true);
  });

  it('opened: the last one; another one opened before is no fault', () => {
    expect(met({ kind: 'opened', node: 'bill' }, start)).to.equal(false);
    expect(met({ kind: 'opened', node: 'bill' }, start, ['cv', 'bill'])).to.equal(true);
    expect(met({ kind: 'opened', node: 'bill' }, start, ['bill', 'cv'])).to.equal(false);
  });

  it('intact: all but the excepted as they were, the bin too; what the learner adds does not matter', () => {
    const rule: FilesRule = { kind: 'intact', except: ['bill'] };
    expect(met(rule, start)).to.equal(true);
    expect(met(rule, copyEntry(createFolder(moveEntry(start, 'bill', 'housing'), 'Nouveau', null), 'cv', null))).to.equal(true);
    expect(met(rule, renameEntry(start, 'cv', 'x.odt'))).to.equal(false);
    expect(met(rule, moveEntry(start, 'cv', 'housing'))).to.equal(false);
    expect(met(rule, trashEntry(start, 'housing'))).to.equal(false);
    expect(met(rule, restoreEntry(start, 'advert')), 'taken out of the bin').to.equal(false);
    expect(met({ kind: 'intact' }, trashEntry(start, 'bill'))).to.equal(false);
  });

  it('holds nothing of nodes that are not there', () => {
    for (const rule of [
      { kind: 'at', node: 'nobody', folder: null },
      { kind: 'named', node: 'nobody', names: [''] },
      { kind: 'name-mentions', node: 'nobody', ideas: [] },
      { kind: 'copied', node: 'nobody', folder: null },
      { kind: 'trashed', nodes: ['nobody'] },
      { kind: 'restored', node: 'nobody' },
    ] satisfies FilesRule[])
      expect(met(rule, start), rule.kind).to.equal(false);
  });
});
