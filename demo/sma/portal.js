import { openBench } from '/shared/bench.js';

const diagnostic = document.querySelector('pix-diagnostic');
openBench(diagnostic);

const find = (selector) => document.querySelector(selector);

// The intranet takes over: instead of opening here, the next step becomes a session to book.
diagnostic.addEventListener('pix-pathway', (event) => {
  event.preventDefault();
  find('.seance-nom').textContent = event.detail.recommendation.title;
  find('.seance-vide').hidden = true;
  find('.seance').hidden = false;
  find('.seance-dit').textContent = '';
  find('#titre-seance').focus({ preventScroll: true });
  find('#seance').scrollIntoView();
});

find('.seance').addEventListener('submit', (event) => {
  event.preventDefault();
  find('.seance-dit').textContent = `C’est noté\u00a0: ${new FormData(event.target).get('creneau')}, salle info 2.`;
});

find('.erase').addEventListener('click', async () => {
  await diagnostic.restart();
  find('.erased').textContent = 'C’est effacé. Le poste est prêt pour la personne suivante.';
});
