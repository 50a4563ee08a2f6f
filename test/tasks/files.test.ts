import { expect } from '@esm-bundle/chai';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { solution, task } from '../../src/ui/tasks/files/example.js';
import type { FilesCommand, FilesResponse } from '../../src/model/index.js';
import { active, at, FilesTaskElement, names, press, push, row, status } from './files-page.js';
import { expectAccessible, expectFits, expectLargeTargets, listen, pointOf, seen, showTask, voices, within } from './show-task.js';

const show = (commands?: readonly FilesCommand[]): Promise<FilesTaskElement> =>
  showTask(FilesTaskElement, { task: commands ? { ...task, commands } : task });

const click = async (element: FilesTaskElement, node: Element | undefined, share = 0.3): Promise<void> => {
  if (!node) throw new Error('nothing to click');
  await sendMouse({ type: 'click', position: pointOf(node, share) });
  await element.updateComplete;
};
const tr = (element: FilesTaskElement, id: string): Element => row(element, id).closest('tr') ?? row(element, id);

describe('a file explorer', () => {
  it('shows folders first, then files by name, with their dates and sizes', async () => {
    const element = await show();
    expect(names(element)).to.deep.equal(['Emploi', 'Logement', 'budget.xlsx', 'CV-2026.odt', 'facture-mars.pdf', 'photo-identité.jpg']);
    expect(within(element, 'thead th').map(seen)).to.deep.equal(['Nom', 'Modifié', 'Taille']);
    expect([...tr(element, 'photo').querySelectorAll('td.fact')].map(seen)).to.deep.equal(['20 janvier', '2,4 Mo']);
  });

  it('chooses with one click anywhere on a row, opens with a second one', async () => {
    const element = await show();
    await click(element, tr(element, 'logement'), 0.6);
    expect(row(element, 'logement').checked).to.equal(true);
    expect(element.folder).to.equal(null);
    await click(element, tr(element, 'logement'), 0.1);
    expect(names(element)).to.deep.equal(['facture-février.pdf']);
  });

  it('says what to do when a command is pressed with nothing chosen', async () => {
    const element = await show();
    await push(element, 'Renommer');
    expect(element.window).to.equal(undefined);
    expect(status(element)).to.equal('Il faut d’abord choisir un fichier ou un dossier dans la liste.');
  });

  it('offers only the commands of the task', async () => {
    const element = await show(['move']);
    expect(within(element, '.toolbar button').map(seen)).to.deep.equal(['Ouvrir', 'Déplacer…']);
    expect(within(element, '.search')).to.have.length(0);
    row(element, 'cv').focus();
    await press('F2', 'Delete');
    expect(element.window).to.equal(undefined);
    expect(element.response).to.equal(undefined);
  });

  it('makes a folder, says so and goes to it; refuses a name that is taken, and keeps what was typed', async () => {
    const element = await show();
    await push(element, 'Nouveau dossier');
    await sendKeys({ type: 'logement' });
    await press('Enter');
    expect(seen(within(element, '#error')[0])).to.equal('Il y a déjà « logement » ici : il faut un autre nom ou un autre endroit.');
    expect(active(element)).to.equal(within(element, 'dialog input')[0]);
    await sendKeys({ type: ' 2026' });
    await press('Enter');
    await element.updateComplete;
    expect(status(element)).to.equal('logement 2026 créé dans Mes fichiers');
    expect(active(element)).to.equal(row(element, 'new-1'));
    expect(seen(tr(element, 'new-1').querySelector('td.fact'))).to.equal('À l’instant');
  });

  it('leaves the search to make a folder, so that the folder is seen', async () => {
    const element = await show();
    element.seek('facture');
    await push(element, 'Nouveau dossier');
    await sendKeys({ type: 'Impôts' });
    await press('Enter');
    expect(names(element)).to.include('Impôts').and.have.length(7);
    expect(active(element)).to.equal(row(element, 'new-1'));
  });

  it('warns once when a file would lose its ending, then does as told', async () => {
    const element = await show();
    element.select('cv');
    await push(element, 'Renommer');
    await press('Control+a');
    await sendKeys({ type: 'CV' });
    await press('Enter');
    expect(seen(within(element, '#error')[0])).to.contain('« .odt »');
    expect(at(element, 'cv')?.name).to.equal('CV-2026.odt');
    await press('Enter');
    expect(at(element, 'cv')?.name).to.equal('CV');
  });

  it('asks for a folder when none is picked, and never offers a folder to itself', async () => {
    const element = await show();
    element.select('emploi');
    await push(element, 'Déplacer…');
    expect(within(element, '.pick').map(seen)).to.deep.equal(['Mes fichiers ici', 'Logement']);
    await push(element, 'Déplacer');
    expect(seen(within(element, '#error')[0])).to.equal('Il faut choisir un dossier.');
    within(element, '.pick')[0]?.click();
    await push(element, 'Déplacer');
    expect(seen(within(element, '#error')[0])).to.equal('« Emploi » est déjà à cet endroit.');
    await push(element, 'Fermer');
    expect(element.response).to.equal(undefined);
  });

  it('copies beside the original under another name', async () => {
    const element = await show();
    element.select('cv');
    await push(element, 'Copier…');
    within(element, '.pick')[0]?.click();
    await push(element, 'Copier');
    await element.updateComplete;
    expect(status(element)).to.equal('CV-2026.odt copié dans Mes fichiers, sous le nom « Copie de CV-2026.odt »');
    expect(active(element)).to.equal(row(element, 'cv'));
    expect(at(element, 'copy-1')).to.deep.include({ parent: null, copyOf: 'cv' });
  });

  it('searches all folders, tells where each result is, and works on results as on a folder', async () => {
    const element = await show();
    within(element, '.search input')[0]?.focus();
    await sendKeys({ type: 'Fevrier' });
    expect(names(element)).to.deep.equal(['facture-février.pdf']);
    expect(seen(within(element, '.where')[0])).to.equal('Mes fichiers › Logement');
    expect(status(element)).to.equal('Résultats pour « Fevrier », éléments : 1');
    row(element, 'facture-fevrier').focus();
    await press('Delete');
    expect(at(element, 'facture-fevrier')?.trashed).to.equal(true);
    expect(seen(active(element)), 'nothing is left to focus but the way back').to.equal('Retour à « Mes fichiers »');
    await push(element, 'Retour à « Mes fichiers »');
    expect(names(element)).to.have.length(6);
  });

  it('gives back what lies in the bin', async () => {
    const element = await show();
    await push(element, 'Corbeille (1)');
    expect(names(element)).to.deep.equal(['attestation-droits.pdf']);
    row(element, 'attestation').focus();
    await press('Enter');
    expect(status(element)).to.equal('Pour ouvrir « attestation-droits.pdf », il faut d’abord le restaurer.');
    await push(element, 'Restaurer');
    await element.updateComplete;
    expect(status(element)).to.equal('attestation-droits.pdf restauré dans Mes fichiers');
    expect(seen(active(element))).to.equal('Corbeille');
    await push(element, 'Retour à « Mes fichiers »');
    expect(names(element)).to.include('attestation-droits.pdf');
  });

  it('undoes everything, one operation after the other, back to the beginning', async () => {
    const element = await show();
    const first = JSON.stringify(element.entries);
    element.put('move', 'cv', 'logement');
    element.run('delete', 'budget');
    element.put('copy', 'facture-mars', 'emploi');
    for (let i = 0; i < 3; i++) await push(element, 'Annuler');
    expect(JSON.stringify(element.entries)).to.equal(first);
    expect(element.missing()).not.to.equal(null);
    await push(element, 'Annuler');
    expect(status(element)).to.equal('Il n’y a rien à annuler.');
  });

  it('leaves a folder that undoing takes away', async () => {
    const element = await show();
    element.run('create');
    element.submitName('Impôts');
    element.go('new-1');
    await element.updateComplete;
    await push(element, 'Annuler');
    expect(element.folder).to.equal(null);
    expect(names(element)).to.have.length(6);
  });

  it('moves by dragging a row onto a folder, and to the bin', async () => {
    const element = await show();
    const drag = async (from: Element, to: Element | undefined): Promise<void> => {
      if (!to) throw new Error('nowhere to drop');
      const dataTransfer = new DataTransfer();
      const send = (node: Element, type: string): boolean =>
        node.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer }));
      send(from, 'dragstart');
      expect(send(to, 'dragover'), 'the folder takes it').to.equal(false);
      send(to, 'drop');
      await element.updateComplete;
    };
    await drag(tr(element, 'facture-mars'), tr(element, 'logement'));
    expect(element.response).to.deep.equal(solution);
    await drag(tr(element, 'cv'), within(element, '.bin')[0]);
    expect(at(element, 'cv')?.trashed).to.equal(true);
    expect(within(element, '.over')).to.have.length(0);
  });

  it('opens a menu where the pointer is: on a row its commands, beside the rows those of the place', async () => {
    const element = await show();
    const [x, y] = pointOf(tr(element, 'facture-mars'), 0.4);
    await sendMouse({ type: 'click', position: [x, y], button: 'right' });
    await element.updateComplete;
    const [menu] = within(element, '[role=menu]:popover-open');
    expect(menu?.getBoundingClientRect().left).to.be.closeTo(x, 1);
    expect(row(element, 'facture-mars').checked, 'the row that is meant is chosen').to.equal(true);
    await push(element, 'Couper');
    element.go('annonces');
    await element.updateComplete;
    await sendMouse({ type: 'click', position: pointOf(within(element, '.empty')[0] as Element), button: 'right' });
    await element.updateComplete;
    expect(within(element, '[role=menu]:popover-open [role=menuitem]').map(seen)).to.deep.equal(['Nouveau dossier', 'Coller']);
    await push(element, 'Coller');
    expect(at(element, 'facture-mars')?.parent).to.equal('annonces');
  });

  it('closes its menu when one clicks elsewhere, and keeps it within the window', async () => {
    const element = await show();
    tr(element, 'cv').dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: innerWidth - 1, clientY: innerHeight - 1 }),
    );
    await element.updateComplete;
    await element.updateComplete;
    const box = within(element, '[role=menu]')[0]?.getBoundingClientRect();
    expect(box?.right).to.be.at.most(innerWidth);
    expect(box?.bottom).to.be.at.most(innerHeight);
    await click(element, tr(element, 'emploi'));
    expect(within(element, '[role=menu]:popover-open')).to.have.length(0);
  });

  it('keeps an open window, and what is typed in it, when the page moves the element', async () => {
    const element = await show();
    await push(element, 'Nouveau dossier');
    await sendKeys({ type: 'Impôts 2026' });
    const elsewhere = document.createElement('main');
    elsewhere.className = 'root';
    document.body.append(elsewhere);
    elsewhere.append(element);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('dialog')?.matches(':modal')).to.equal(true);
    expect(within<HTMLInputElement>(element, 'dialog input')[0]?.value).to.equal('Impôts 2026');
    expect(active(element)).to.equal(within(element, 'dialog input')[0]);
    await press('Enter');
    expect(at(element, 'new-1')?.name).to.equal('Impôts 2026');
    expect(element.shadowRoot?.querySelector('dialog')?.open).to.equal(false);
  });

  it('comes back to the folder where one was', async () => {
    const before = await show();
    before.put('move', 'cv', 'emploi');
    before.go('emploi');
    before.go('annonces');
    const kept = JSON.stringify(before.response);
    const element = await showTask(FilesTaskElement, { task, response: JSON.parse(kept) as FilesResponse });
    expect(element.folder).to.equal('annonces');
    element.go(null);
    expect(element.response, 'at the beginning there is no place to tell').not.to.have.property('folder');
  });

  it('takes up exactly where a response left off', async () => {
    const before = await show();
    before.put('copy', 'emploi', 'logement');
    before.run('delete', 'budget');
    before.run('create');
    before.submitName('Impôts');
    before.run('open', 'facture-mars');
    const kept = JSON.stringify(before.response);
    const element = await showTask(FilesTaskElement, { task, response: JSON.parse(kept) as FilesResponse });
    expect(names(element)).to.deep.equal(['Emploi', 'Impôts', 'Logement', 'CV-2026.odt', 'facture-mars.pdf', 'photo-identité.jpg']);
    expect(JSON.stringify(element.response)).to.equal(kept);
    element.put('move', 'cv', 'new-1');
    expect(element.response?.opened).to.deep.equal(['facture-mars']);
    expect(at(element, 'copy-2')).to.deep.include({ copyOf: 'lettre', parent: 'copy-1' });
    expect(element.missing()).to.equal(null);
  });

  it('knows which file was opened last, also when it was opened before', async () => {
    const element = await show();
    for (const id of ['facture-mars', 'budget', 'facture-mars']) element.run('open', id);
    expect(element.response?.opened).to.deep.equal(['budget', 'facture-mars']);
  });

  it('asks kindly to do something first, in the learner’s voice', async () => {
    const element = await show();
    expect(seen({ textContent: element.missing() } as Element)).to.match(/^Faites d’abord ce qui est demandé/);
    element.voice = voices.tu;
    expect(element.missing()).to.match(/^Fais d’abord/);
    element.voice = voices.en;
    await element.updateComplete;
    expect(element.missing()).to.match(/^First do/);
    element.run('open', 'facture-mars');
    expect(element.missing()).to.equal(null);
  });

  it('shows an answer without letting it change', async () => {
    const element = await showTask(FilesTaskElement, { task, response: solution, disabled: true });
    const heard = listen(element);
    expect(within(element, '.toolbar, .undo, [draggable]')).to.have.length(0);
    row(element, 'cv').focus();
    await press('F2', 'Delete', 'Enter');
    expect(seen(within(element, '.page')[0]), 'files can still be read').to.contain('Karim Benali');
    expect(heard).to.deep.equal([]);
  });

  it('starts in the folder that the task says', async () => {
    const element = await showTask(FilesTaskElement, { task: { ...task, start: 'logement' } });
    expect(names(element)).to.deep.equal(['facture-février.pdf']);
  });
});

describe('a file explorer for everybody', () => {
  const views: Record<string, (element: FilesTaskElement) => void> = {
    'a folder': () => undefined,
    'a chosen row': (element) => element.select('facture-mars'),
    'an empty folder': (element) => element.go('annonces'),
    'search results': (element) => element.seek('facture'),
    'no search result': (element) => element.seek('zzz'),
    'the bin': (element) => element.showBin(),
    'a file': (element) => element.run('open', 'facture-mars'),
    'a new name': (element) => element.run('rename', 'cv'),
    'a refused name': (element) => (element.run('create'), element.submitName('')),
    'a menu': (element) => row(element, 'cv').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
    'something to paste': (element) => element.run('cut', 'cv'),
    'the folders': (element) => element.run('move', 'cv'),
    'an answer that cannot change': (element) => (element.disabled = true),
  };
  for (const [view, go] of Object.entries(views))
    it(`has no accessibility violation: ${view}`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const element = await showTask(FilesTaskElement, { task }, { width: scheme === 'light' ? 800 : 320, scheme });
        go(element);
        await element.updateComplete;
        await element.updateComplete;
        await expectAccessible(element);
        if (view !== 'an answer that cannot change') expectLargeTargets(element);
      }
    });

  it('fits 256 pixels, also in large text', async () => {
    for (const size of ['1rem', '1.5rem', '2rem']) {
      const element = await showTask(FilesTaskElement, { task }, { width: 256, size });
      expectFits(element);
      element.seek('facture');
      await element.updateComplete;
      expectFits(element);
    }
  });
});
