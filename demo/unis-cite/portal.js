import { openBench } from '/shared/bench.js';

openBench(document.querySelector('pix-diagnostic'));

// The form is an ordinary form: with its name, the diagnostic is one of its fields, filled once the result is shared.
const form = document.querySelector('#fiche');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  const { score } = JSON.parse(fields.get('diagnostic'));
  const title = Object.assign(document.createElement('h3'), { textContent: 'Ta fiche est prête' });
  const lines = [
    `Antenne\u00a0: ${fields.get('antenne')}`,
    `Mission\u00a0: ${fields.get('mission')}`,
    `Diagnostic\u00a0: niveau ${score.band} sur 3, ${score.percent}\u00a0% (entre ${score.interval.join(' et ')})`,
  ].map((textContent) => Object.assign(document.createElement('p'), { textContent }));
  document.querySelector('.send span').hidden = true;
  document.querySelector('.receipt').replaceChildren(title, ...lines);
});
