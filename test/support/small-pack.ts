import {
  skillId,
  type ChoiceResponse,
  type Item,
  type Pack,
  type PackItem,
  type Pathway,
  type RecommendationRule,
  type Task,
  type TaskResponse,
} from '../../src/model/index.js';
import { solution as filesSolution, task as filesTask } from '../../src/ui/tasks/files/example.js';
import { replySolution, replyTask } from '../../src/ui/tasks/mail/example.js';
import { solution as matchSolution, task as matchTask } from '../../src/ui/tasks/match/example.js';
import { solution as orderSolution, task as orderTask } from '../../src/ui/tasks/order/example.js';
import { solution as textSolution, task as textTask } from '../../src/ui/tasks/text/example.js';

export const right: ChoiceResponse = { selected: ['right'] };
export const wrong: ChoiceResponse = { selected: ['wrong'] };

const choiceTask: Task = {
  type: 'choice',
  options: [
    { id: 'right', label: 'La bonne' },
    { id: 'wrong', label: 'Une autre' },
  ],
};

const base = (id: string): Omit<Item, 'task' | 'criteria' | 'solution'> => ({
  id,
  situation: `Situation ${id}`,
  prompt: { vous: `Que faites-vous en ${id}\u202f?`, tu: `Que fais-tu en ${id}\u202f?`, simple: `Choisissez en ${id}.` },
  hint: `Un conseil pour ${id}.`,
  explanation: `Ce qu’il fallait voir en ${id}.`,
});

const choiceItem = (id: string): Item => ({
  ...base(id),
  task: choiceTask,
  criteria: [{ id: 'only', label: 'La bonne réponse', rule: { kind: 'chosen', only: ['right'] } }],
  solution: right,
});

const surface = (id: string, task: Task, solution: TaskResponse, rule: Item['criteria'][number]['rule']): Item => ({
  ...base(id),
  task,
  criteria: [{ id: 'one', label: 'Le geste', rule }],
  solution,
});

/** One item of each other task type, in the subject `OUT`. */
const surfaces: readonly Item[] = [
  surface('OUT-1-order', orderTask, orderSolution, { kind: 'sequence', order: orderSolution.order }),
  surface('OUT-1-match', matchTask, matchSolution, { kind: 'grouped', group: 'give', entries: ['mail'] }),
  surface('OUT-1-text', textTask, textSolution, { kind: 'number', value: 7 }),
  surface('OUT-1-mail', replyTask, replySolution, { kind: 'sent', count: 1 }),
  surface('OUT-1-files', filesTask, filesSolution, { kind: 'at', node: 'facture-mars', folder: 'logement' }),
];

const scored = ['MEL', 'NAV', 'SEC'] as const;
const gate = ['GST-1-a', 'GST-1-b', 'GST-1-c'];
const choices = [
  ...gate,
  ...scored.flatMap((subject) => [1, 2, 3].flatMap((level) => ['a', 'b'].map((letter) => `${skillId(subject, level)}-${letter}`))),
];

export const items: ReadonlyMap<string, Item> = new Map([...choices.map(choiceItem), ...surfaces].map((item) => [item.id, item]));

const packItem = ({ id, task }: Item): PackItem => {
  const [subject = '', level = ''] = id.split('-');
  return { id, subject, level: Number(level), type: task.type, guess: 0.2, slip: 0.05, seconds: 60 };
};

const subject = (id: string, domain: string, levels: number): Pack['subjects'][number] => ({
  id,
  title: `Sujet ${id}`,
  domain,
  alignments: [`CRCN:${id}`],
  levels,
  strength: `Vous savez faire ${id}`,
  toWorkOn: `Apprendre ${id}`,
});

const recommendations: readonly RecommendationRule[] = [
  { id: 'again', when: {}, pathway: 'depart', because: 'Refaire le point.' },
  { id: 'workshop', when: { bands: [1, 2] }, offer: 'workshop', because: 'Un atelier aide à avancer.' },
  { id: 'gestures', when: { bands: [1] }, pathway: 'gestes', because: 'Pour commencer en douceur.' },
  { id: 'mail', when: { axis: 'ecrire', states: ['to-work-on', 'on-track'] }, pathway: 'sondage', because: 'Écrire reste à travailler.' },
  { id: 'tools', when: { bands: [3] }, pathway: 'outils', because: 'Vous pouvez aller plus loin.' },
  { id: 'always', when: {}, pathway: 'gestes', because: 'Toujours utile.' },
];

const pathway = (id: string, mode: Pathway['mode'], more: Partial<Pathway>): Pathway => ({
  id,
  title: `Parcours ${id}`,
  summary: `Résumé de ${id}.`,
  mode,
  minutes: [5, 8],
  subjects: scored,
  recommendations,
  ...more,
});

const lessons = [
  { id: 'lecon-mel', subject: 'MEL', title: 'L’e-mail en bref', body: [['p', 'Un objet, un bonjour, une signature.']] },
] as const;

/** A pack of three scored subjects, a gate, one item of each task type and a pathway of each mode. */
export const pack: Pack = {
  format: 1,
  id: 'small',
  version: '1.0.0',
  language: 'fr',
  title: 'Petit pack',
  licence: 'CC-BY-4.0',
  cuts: [0.4, 0.7],
  domains: [
    { id: 'com', title: 'Communiquer' },
    { id: 'web', title: 'Chercher et se protéger' },
  ],
  axes: [
    { id: 'ecrire', title: 'Écrire', subjects: ['MEL'] },
    { id: 'internet', title: 'Internet', subjects: ['NAV', 'SEC'] },
    { id: 'outils', title: 'Les outils', subjects: ['OUT'] },
  ],
  subjects: [
    subject('MEL', 'com', 3),
    subject('NAV', 'web', 3),
    subject('SEC', 'web', 3),
    subject('OUT', 'web', 1),
    { ...subject('GST', 'com', 1), unscored: true },
  ],
  items: [...items.values()].map(packItem),
  pathways: [
    pathway('depart', 'evaluation', { engine: 'express', maxItems: 8 }),
    pathway('porte', 'evaluation', {
      engine: 'express',
      maxItems: 8,
      gate: { items: gate, routes: [{ failures: 2, of: 3, pathway: 'gestes' }] },
    }),
    pathway('gestes', 'learning', { form: ['MEL-1-a', 'MEL-1-b', 'NAV-1-a'], lessons, shows: 'gestures' }),
    pathway('sondage', 'campaign', { form: ['MEL-1-a', 'NAV-1-a', 'SEC-1-a', 'MEL-2-a'], stopAfterUnknown: 2 }),
    pathway('outils', 'campaign', { subjects: ['OUT', 'MEL'], form: [...surfaces.map(({ id }) => id), 'MEL-1-a'] }),
  ],
};

/** Every item of this file, as a right response. */
export const solutionOf = (id: string): TaskResponse => {
  const item = items.get(id);
  if (!item) throw new Error(`no item ${id}`);
  return item.solution;
};

/** The file of the pack at a path of its folder; undefined when there is none. */
export function fileAt(path: string): unknown {
  if (path === 'pack.json') return pack;
  const id = /^items\/(.+)\.json$/.exec(path)?.[1];
  return id === undefined ? undefined : items.get(decodeURIComponent(id));
}
