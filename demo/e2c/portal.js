import { openBench } from '/shared/bench.js';

const diagnostic = document.querySelector('pix-diagnostic');
openBench(diagnostic);

// The school's own next steps: the rules of the pathway call for a "workshop" or a "certification".
diagnostic.offers = [
  {
    id: 'premiers-pas',
    kind: 'workshop',
    title: 'Atelier «\u00a0Premiers pas\u00a0», mardi à 9\u00a0h\u00a030',
    summary: 'Quatre places, salle Colibri.',
    url: '#atelier-premiers-pas',
  },
  {
    id: 'certification',
    kind: 'certification',
    title: 'Préparer une certification, vendredi à 10\u00a0h',
    summary: 'Huit places, salle Alizé.',
    url: '#certification',
  },
];

// An offer is a line of the table of this page: the learner is taken there.
diagnostic.addEventListener('pix-pathway', (event) => {
  const { kind, url } = event.detail.recommendation;
  if (kind !== 'offer' || !url?.startsWith('#')) return;
  event.preventDefault();
  location.hash = url;
  document.querySelector(url)?.focus();
});
