import { expect } from '@esm-bundle/chai';
import { typography } from '../../src/content/typography.js';

// What holds together made visible: ~ is a wide no-break space (U+00A0), ^ a narrow one (U+202F), = a no-break hyphen (U+2011).
const visible = (text: string): string => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^').replaceAll('\u2011', '=');
const set = (text: string): string => visible(typography(text));

const table: Readonly<Record<string, readonly (readonly [written: string, shown: string])[]>> = {
  'a narrow no-break space stands before ; ! ?': [
    ['Bonjour ! Ça va ? Oui ; non', 'Bonjour^! Ça va^? Oui^; non'],
    ['Bonjour!', 'Bonjour^!'],
    ['Vous venez? Oui!', 'Vous venez^? Oui^!'],
    ['Quoi ?!', 'Quoi^?!'],
    ['« Ça va ? »', '«~Ça va^?~»'],
    ['Vraiment (oui ?)', 'Vraiment (oui^?)'],
  ],
  'a no-break space stands before a colon': [
    ['Objet : candidature', 'Objet~: candidature'],
    ['Objet: candidature', 'Objet~: candidature'],
    ['Trois choses :', 'Trois choses~:'],
  ],
  'guillemets hold their words': [
    ['Touchez « Répondre ».', 'Touchez «~Répondre~».'],
    ['Touchez «Répondre».', 'Touchez «~Répondre~».'],
  ],
  'units, percentages and amounts stay with their number': [
    ['20 % de 15 €', '20~% de 15~€'],
    ['20% de 15€', '20~% de 15~€'],
    ['12,50 € et 1 200 €', '12,50~€ et 1~200~€'],
    ['un fichier de 5 Mo, à 3 km', 'un fichier de 5~Mo, à 3~km'],
    ['5 mots', '5 mots'],
  ],
  'digits stay together': [
    ['1 147 595 personnes', '1~147~595 personnes'],
    ['Appelez le 01 99 00 12 34.', 'Appelez le 01~99~00~12~34.'],
    ['en 2026 100 personnes', 'en 2026 100 personnes'],
  ],
  'hours are written in full': [
    ['à 14 h 30', 'à 14~h~30'],
    ['à 14h30', 'à 14~h~30'],
    ['à 9h', 'à 9~h'],
    ['24h/24', '24~h/24'],
  ],
  'the apostrophe between letters is curved': [
    ["l'ami d'aujourd'hui", 'l’ami d’aujourd’hui'],
    ["jusqu'à 5 Mo", 'jusqu’à 5~Mo'],
    ["l'", 'l’'],
  ],
  'e-mail is never cut at the end of a line': [
    ["l'e-mail, deux e-mails. E-mail", 'l’e=mail, deux e=mails. E=mail'],
    ['re-mailing, e-mail@mairie.example', 're-mailing, e-mail@mairie.example'],
  ],
  'three dots are one sign': [['Attendez...', 'Attendez…']],
};

const untouched = [
  "https://mairie-de-bourg.example/aide?page=2&q=l'aide!",
  'www.bourg.example/?a=20%25',
  "o'neil.prof@ecole.example",
  'Rendez-vous à 14:30',
  'CV_Lopes_2026.pdf',
  'rdv-14h30.pdf',
  'Bleu-Tasse-42!',
  'C:\\Documents',
  'une note de 16:9',
];

describe('French typography', () => {
  for (const [promise, cases] of Object.entries(table)) {
    it(promise, () => {
      for (const [written, shown] of cases) expect(set(written)).to.equal(shown);
    });
  }

  it('leaves addresses, file names, times and passwords as they are', () => {
    for (const text of untouched) expect(typography(text)).to.equal(text);
  });

  it('sets the words around an address or a file name', () => {
    expect(set("Écrivez à l'adresse a.b@ecole.example !")).to.equal('Écrivez à l’adresse a.b@ecole.example^!');
    expect(set("Ouvrez « l'offre.pdf » : elle a 2 pages.")).to.equal('Ouvrez «~l’offre.pdf~»~: elle a 2 pages.');
    expect(set('Allez sur www.bourg.example : tout y est.')).to.equal('Allez sur www.bourg.example~: tout y est.');
  });

  it('changes nothing more the second time', () => {
    const all = [
      ...Object.values(table)
        .flat()
        .map(([written]) => written),
      ...untouched,
    ];
    for (const text of [...all, all.join(' '), all.join('\n')]) expect(typography(typography(text))).to.equal(typography(text));
  });

  it('only ever changes spaces, apostrophes, hyphens and dots', () => {
    const bare = (text: string): string => text.replace(/[\s.…'’\u2011-]/g, '');
    for (const [written] of Object.values(table).flat()) expect(bare(typography(written))).to.equal(bare(written));
  });
});
