import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { solution, task } from '../../src/ui/tasks/files/example.js';
import { active, at, FilesTaskElement, names, press, push, row, status } from './files-page.js';
import { listen, seen, showTask, within } from './show-task.js';

const show = (): Promise<FilesTaskElement> => showTask(FilesTaskElement, { task });

describe('a file explorer with the keyboard alone', () => {
  it('files an invoice: choose it, « Déplacer… », pick the folder, confirm', async () => {
    const element = await show();
    const heard = listen(element);
    row(element, 'emploi').focus();
    await press('Space', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(active(element)).to.equal(row(element, 'facture-mars'));
    await press('Shift+Tab');
    while (!active(element)?.matches('.chip.move')) await press('Shift+Tab');
    await press('Enter');
    expect(active(element), 'the first folder').to.equal(within(element, 'dialog input')[0]);
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(heard).to.deep.equal([solution]);
    expect(status(element)).to.equal('facture-mars.pdf déplacé dans Logement');
    expect(element.shadowRoot?.querySelector('dialog')?.open).to.equal(false);
    expect(active(element), 'the row that took its place').to.equal(row(element, 'photo'));
  });

  it('opens a folder with Enter and comes back to it', async () => {
    const element = await show();
    row(element, 'logement').focus();
    await press('Enter');
    expect(names(element)).to.deep.equal(['facture-février.pdf']);
    expect(active(element)).to.equal(row(element, 'facture-fevrier'));
    expect(status(element)).to.equal('Logement, éléments : 1');
    within(element, 'nav button')[0]?.focus();
    await press('Enter');
    expect(active(element)).to.equal(row(element, 'logement'));
    expect(element.selected).to.equal('logement');
    expect(element.missing(), 'looking around is no answer').not.to.equal(null);
  });

  it('reads a file and returns to its row', async () => {
    const element = await show();
    row(element, 'facture-mars').focus();
    await press('Enter');
    expect(seen(active(element))).to.equal('facture-mars.pdf');
    expect(seen(within(element, '.page')[0])).to.contain('32,10 € avant le 30 mars');
    await press('Escape');
    expect(active(element)).to.equal(row(element, 'facture-mars'));
    expect(element.response?.opened).to.deep.equal(['facture-mars']);
    await press('Enter');
    expect(element.response?.opened, 'once is enough').to.deep.equal(['facture-mars']);
  });

  it('renames with F2: the name is chosen but for its ending', async () => {
    const element = await show();
    row(element, 'cv').focus();
    await press('F2');
    await sendKeys({ type: 'CV-Karim' });
    await press('Enter');
    expect(at(element, 'cv')?.name).to.equal('CV-Karim.odt');
    expect(status(element)).to.equal('CV-2026.odt renommé en CV-Karim.odt');
    expect(active(element)).to.equal(row(element, 'cv'));
  });

  it('throws away with Delete, goes to the next row, and takes it back with Control and Z', async () => {
    const element = await show();
    row(element, 'budget').focus();
    await press('Delete');
    expect(at(element, 'budget')?.trashed).to.equal(true);
    expect(status(element)).to.equal('budget.xlsx mis à la corbeille');
    expect(active(element)).to.equal(row(element, 'cv'));
    await press('Control+z');
    expect(at(element, 'budget')?.trashed).to.equal(undefined);
    expect(status(element)).to.equal('Annulé : budget.xlsx mis à la corbeille');
  });

  it('keeps its place when the last row of a folder goes, and when undoing takes the row away', async () => {
    const element = await show();
    row(element, 'logement').focus();
    await press('Enter', 'Delete');
    expect(seen(active(element))).to.equal('Logement');
    await press('Control+z');
    expect(names(element)).to.deep.equal(['facture-février.pdf']);
    expect(active(element), 'still on the name of the folder').to.equal(within(element, '.here')[0]);
    await push(element, 'Nouveau dossier');
    await sendKeys({ type: 'Reçus' });
    await press('Enter');
    expect(active(element)).to.equal(row(element, 'new-1'));
    await press('Control+z');
    expect(active(element), 'what it stood on is gone').to.equal(row(element, 'facture-fevrier'));
  });

  it('leaves the keys alone where one types', async () => {
    const element = await show();
    within(element, '.search input')[0]?.focus();
    await sendKeys({ type: 'cv' });
    await press('Delete', 'F2', 'Enter');
    expect(element.window).to.equal(undefined);
    expect(names(element)).to.deep.equal(['CV-2026.odt']);
    expect(element.response).to.equal(undefined);
  });

  it('cuts with Control and X, opens another folder, pastes with Control and V', async () => {
    const element = await show();
    row(element, 'facture-mars').focus();
    await press('Control+x');
    expect(status(element)).to.equal('facture-mars.pdf à coller : ouvrir le bon dossier, puis « Coller »');
    expect(at(element, 'facture-mars')?.parent, 'nothing has moved yet').to.equal(null);
    row(element, 'logement').focus();
    await press('Enter', 'Control+v');
    expect(at(element, 'facture-mars')?.parent).to.equal('logement');
    expect(status(element)).to.equal('facture-mars.pdf déplacé dans Logement');
    expect(active(element)).to.equal(row(element, 'facture-mars'));
    await press('Control+v');
    expect(element.entries.length, 'what was cut is pasted once').to.equal(solution.entries.length);
    await press('Control+z');
    expect(at(element, 'facture-mars')?.parent).to.equal(null);
  });

  it('copies with Control and C, into an empty folder and more than once', async () => {
    const element = await show();
    row(element, 'cv').focus();
    await press('Control+c');
    row(element, 'emploi').focus();
    await press('Enter');
    row(element, 'annonces').focus();
    await press('Enter', 'Control+v');
    expect(status(element)).to.equal('CV-2026.odt copié dans Annonces');
    expect(at(element, 'copy-1')).to.deep.include({ parent: 'annonces', copyOf: 'cv' });
    expect(active(element)).to.equal(row(element, 'copy-1'));
    await press('Control+v');
    expect(at(element, 'copy-2')?.name).to.equal('Copie de CV-2026.odt');
  });

  it('says why something cannot be pasted', async () => {
    const element = await show();
    row(element, 'emploi').focus();
    await press('Control+x', 'Enter', 'Control+v');
    expect(status(element)).to.equal('Un dossier ne peut pas aller dans lui-même.');
  });

  it('opens a menu on a row with the key of the menu, goes through it with the arrows, and comes back with Escape', async () => {
    const element = await show();
    row(element, 'cv').focus();
    await press('Shift+F10');
    await element.updateComplete;
    const items = within(element, '[role=menu]:popover-open [role=menuitem]');
    expect(items.map(seen)).to.deep.equal(['Ouvrir', 'Renommer', 'Couper', 'Copier', 'Déplacer…', 'Supprimer']);
    expect(active(element)).to.equal(items[0]);
    await press('ArrowUp');
    expect(active(element)).to.equal(items.at(-1));
    await press('ArrowDown', 'ArrowDown');
    expect(active(element)).to.equal(items[1]);
    await press('Escape');
    expect(within(element, '[role=menu]:popover-open')).to.have.length(0);
    expect(active(element)).to.equal(row(element, 'cv'));
    await press('Shift+F10', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(within(element, '[role=menu]:popover-open')).to.have.length(0);
    expect(status(element)).to.match(/^CV-2026.odt à coller/);
    expect(active(element)).to.equal(row(element, 'cv'));
  });
});
