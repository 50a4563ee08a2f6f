import type { AxisState, ExplainedStopReason, Register, RuleOutcome, Unused } from '../model/index.js';
import { decimal, likelihoodOf, percentage, unsure, type Likelihoods } from './figures.js';
import { lineTag, type Line, type Run } from './lines.js';

/** Puts the spaces of French typography where ordinary ones are written. */
const typography = (text: string): string =>
  text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ ([:%»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0');

const line = lineTag(typography);

const likelihoods: Likelihoods = [
  'presque certain',
  'très probable',
  'probable',
  'possible',
  'peu probable',
  'très peu probable',
  'presque exclu',
];

const states: Readonly<Record<AxisState, string>> = {
  acquired: 'acquis',
  'on-track': 'en bonne voie',
  'to-work-on': 'à travailler',
  'not-seen': 'non vu',
};

const unused: Readonly<Record<Unused, string>> = {
  identity: 'qui répond : le nom, l’âge, le sexe, l’adresse ne sont pas demandés',
  time: 'le temps passé, pour le score et le niveau : il ne sert qu’à voir des réponses données presque sans lire',
  device: 'l’appareil : téléphone, tablette ou ordinateur',
  way: 'la façon de faire : doigt, souris, clavier, lecteur d’écran ; on regarde seulement ce qui est fait à la fin',
  reading: 'le choix du texte simplifié',
  pauses: 'les pauses',
};

const offers: Readonly<Record<string, string>> = { workshop: 'un atelier', training: 'une formation', certification: 'une certification' };

const or = (words: readonly string[]): string => words.join(' ou ');
const several = (n: number): string => (n > 1 ? 's' : '');

/** Every sentence of the document, in French. What is put into them: shares 0 to 1, counts, words of the pack. */
export function french(register: Register) {
  const you = (vous: string, tu: string): string => (register === 'tu' ? tu : vous);
  const percent = (share: number): string => percentage(share, '\u00a0%', ['moins de ', 'plus de ']);
  const points = (share: number): string => {
    const value = Math.round(1000 * share) / 10;
    return `${decimal(value, ',')} point${value < 2 ? '' : 's'}`;
  };
  const chance = (share: number): string => `${likelihoodOf(share, likelihoods)} (${percent(unsure(share))})`;

  return {
    title: line`Comment ce résultat a-t-il été calculé ?`,
    percent: (share: number): Line => [percent(share)],
    chance: (share: number): Line => [chance(share)],
    number: (x: number): string => decimal(x, ','),
    separator: '\u202f; ',
    date: (iso: string): Line => [new Intl.DateTimeFormat('fr', { dateStyle: 'long' }).format(new Date(iso))],

    summary: {
      title: line`L’essentiel`,
      program: line`Un programme a calculé ce résultat. Il suit des règles fixes, les mêmes pour tout le monde. Les mêmes réponses aux mêmes questions donnent toujours le même résultat.`,
      counts: (asked: number, passed: number, failed: number, unknown: number): readonly Line[] => [
        line`Questions : ${asked}`,
        line`Réussies : ${passed}`,
        line`Pas encore réussies : ${failed}`,
        line`« Je ne sais pas encore » : ${unknown}`,
      ],
      score: (percent: number, from: number, to: number): Line =>
        line`Le score est de ${percent} %. C’est une estimation : il y a 9 chances sur 10 que la vraie valeur soit entre ${from} % et ${to} %.`,
      tasks: (passed: number, asked: number): Line =>
        line`Ce parcours montre le nombre de tâches réussies : ${passed} sur ${asked}. Un score est aussi estimé. Il sert à choisir la suite.`,
      band: (band: number, share: number): Line =>
        line`Niveau ${band} sur 3 : c’est ${chance(share)}. Des trois niveaux, c’est le plus probable.`,
      hurried: line`La plupart des réponses ont été données très vite, et peu sont réussies : le score peut ne pas dire ce qui est su.`,
      confirm: line`Ce niveau est à confirmer avec la personne qui ${you('vous accompagne', 't’accompagne')}.`,
      purpose: line`Ce résultat aide à parler de la suite. Ce n’est ni un examen, ni une certification.`,
      disagree: line`Quelque chose ${you('vous', 'te')} semble faux ? ${you('Parlez-en', 'Parles-en')} à la personne qui ${you('vous accompagne', 't’accompagne')}. ${you('Vous pouvez', 'Tu peux')} aussi refaire le parcours.`,
    },

    facts: {
      title: line`Dates et versions`,
      caption: line`Ce qui permet de retrouver ce résultat`,
      head: [line`Information`, line`Valeur`],
      opened: line`Parcours de départ`,
      pathway: line`Parcours suivi`,
      started: line`Début`,
      finished: line`Fin`,
      content: line`Contenu`,
      version: line`Version du calcul`,
      draw: line`Numéro de tirage`,
      id: line`Numéro du résultat`,
      seed: line`Quand deux questions sont aussi utiles, un tirage choisit. Avec ce numéro de tirage et les mêmes réponses, on retrouve les mêmes questions et le même résultat.`,
    },

    gate: {
      title: line`Les premières tâches`,
      intro: line`Ces tâches servent à choisir par où commencer. Elles ne comptent pas dans le score.`,
      item: (situation: Run, passed: boolean, unknown: boolean): Line =>
        line`${situation} : ${unknown ? line`« Je ne sais pas encore »` : passed ? 'réussi' : 'pas encore réussi'}`,
      rule: (failures: number, of: number, pathway: Run): Line =>
        line`Règle : le parcours « ${pathway} » est proposé à partir de ${failures} tâche${several(failures)} non réussie${several(failures)} parmi les ${of} premières.`,
      'not-met': (failed: number): Line => line`Ici, le nombre de tâches non réussies est ${failed}. La règle ne s’applique pas.`,
      accepted: (failed: number): Line =>
        line`Ici, le nombre de tâches non réussies est ${failed}. La règle s’applique. ${you('Vous avez', 'Tu as')} choisi ce parcours.`,
      declined: (failed: number): Line =>
        line`Ici, le nombre de tâches non réussies est ${failed}. La règle s’applique. ${you('Vous avez', 'Tu as')} préféré faire quand même le diagnostic.`,
      'not-read': line`Une règle placée avant s’applique déjà : celle-ci n’est pas lue.`,
    },

    questions: {
      title: line`Les questions, une par une`,
      how: line`Chaque question a un ou plusieurs points à observer. Elle est réussie quand assez de points sont là. Si un point indispensable manque, elle n’est pas encore réussie. Si une réponse a été changée, c’est la dernière qui compte.`,
      start: line`Avant la première réponse, le calcul part des mêmes suppositions pour tout le monde. Chaque réponse change ensuite l’estimation.`,
      adapts: line`La question suivante est choisie parmi celles qui précisent le plus le résultat, en peu de temps.`,
      name: (number: number, situation: Run, passed: boolean, unknown: boolean): Line =>
        line`Question ${number} : ${situation} (${unknown ? line`« Je ne sais pas encore »` : passed ? 'réussie' : 'pas encore réussie'})`,
      prompt: (prompt: Run): Line => line`Ce qui était demandé : ${prompt}`,
      subject: (subject: Run, level: number, levels: number): Line => line`Sujet : ${subject}, niveau ${level} sur ${levels}.`,
      unknown: line`Réponse : « Je ne sais pas encore ». Elle compte comme « pas encore réussie », sans part de hasard.`,
      passed: line`Réponse : réussie.`,
      failed: line`Réponse : pas encore réussie.`,
      observed: (score: number, threshold: number): Line => line`Points observés : ${percent(score)}. Il en faut ${percent(threshold)}.`,
      missing: line`Un point indispensable manque.`,
      criterion: (label: Run, met: boolean, critical: boolean): Line =>
        line`${label} : ${met ? 'fait' : 'à revoir'}${critical ? ' (indispensable)' : ''}`,
      second: (level: number, shown: boolean): Line =>
        line`Cette question montre aussi une partie du niveau ${level} : ${shown ? 'faite' : 'à revoir'}.`,
      changed: line`Ce que cette réponse a changé`,
      head: [line`Estimation`, line`Avant`, line`Après`],
      score: line`Score`,
      level: (level: number): Line => line`Chances du niveau ${level}`,
      known: (difficulty: number, guess: number, slip: number, seconds: number): Line =>
        line`Pour le calcul : difficulté ${decimal(difficulty, ',')} ; réussir par hasard ${percent(guess)} ; se tromper en sachant faire ${percent(slip)} ; temps prévu ${seconds} secondes.`,
      notCounted: line`Cette question ne compte pas dans le score.`,
    },

    levels: {
      title: line`Du score au niveau`,
      score: (levels: number): Line =>
        line`Chaque sujet a plusieurs niveaux, du plus simple au plus difficile. En tout, cela fait ${levels} niveaux à maîtriser. Tous comptent autant. Le score est la part que ${you('vous maîtrisez', 'tu maîtrises')} probablement.`,
      hardest: (level: number): Line =>
        level === 1
          ? line`Ce parcours demande seulement le premier niveau de chaque sujet. Les niveaux suivants comptent comme pas encore maîtrisés.`
          : line`Ce parcours demande les niveaux 1 à ${level} de chaque sujet. Les niveaux suivants comptent comme pas encore maîtrisés.`,
      caption: line`Les trois niveaux du résultat`,
      head: [line`Niveau`, line`Part maîtrisée`, line`Chances`],
      level: (level: number): Line => line`Niveau ${level}`,
      below: (cut: number): Line => line`moins de ${percent(cut)}`,
      between: (low: number, high: number): Line => line`de ${percent(low)} à ${percent(high)}`,
      above: (cut: number): Line => line`plus de ${percent(cut)}`,
      hurry: (answers: number, pace: number): Line =>
        line`Le résultat est aussi à confirmer si au moins ${answers} questions ont été tentées, si la moitié des réponses a pris moins de ${percent(pace)} du temps prévu et si moins de la moitié est réussie. Le score n’en change pas.`,
      shown: (confident: number): Line =>
        line`Le niveau donné est le plus probable. S’il a moins de ${percent(confident)} de chances, le résultat cite les deux niveaux les plus probables. Il dit alors « à confirmer ».`,
    },

    skills: {
      title: line`Les compétences`,
      rule: line`L’état d’une compétence dépend de sa part estimée :`,
      rules: (low: number, high: number): readonly Line[] => [
        line`${percent(high)} ou plus : ${states.acquired}`,
        line`de ${percent(low)} à moins de ${percent(high)} : ${states['on-track']}`,
        line`moins de ${percent(low)} : ${states['to-work-on']}`,
        line`aucune question posée : ${states['not-seen']}`,
      ],
      caption: line`Les lignes du résultat`,
      head: [line`Compétence`, line`Part estimée`, line`État`],
      share: (share: number, questions: number): Line => line`${percent(share)} (${questions} question${several(questions)})`,
      none: line`aucune question`,
      state: (state: AxisState): Line => [states[state]],
      mastery: (mastery: number): Line =>
        line`Dans un sujet, un niveau est atteint s’il a au moins ${percent(mastery)} de chances d’être maîtrisé. Les niveaux d’avant doivent l’être aussi.`,
      subjects: line`Les sujets`,
      subjectHead: [line`Sujet`, line`Niveau atteint`, line`Chances, niveau par niveau`],
      reached: (level: number, levels: number): Line => line`${level} sur ${levels}`,
      chances: (shares: readonly number[]): Line => [shares.map(percent).join('\u202f; ')],
    },

    stop: {
      title: line`Pourquoi les questions se sont arrêtées`,
      fired: (reason: ExplainedStopReason, asked: number, afterUnknown: number, maxItems: number): Line =>
        ({
          confident: line`Les questions se sont arrêtées après la question ${asked}, car le résultat était assez sûr.`,
          'max-items': line`Les questions se sont arrêtées car le nombre maximum de questions était atteint : ${maxItems}.`,
          'bank-empty': line`Les questions se sont arrêtées car toutes celles du parcours étaient posées.`,
          learner: line`${you('Vous avez', 'Tu as')} choisi d’arrêter, après ${afterUnknown} « Je ne sais pas encore » de suite.`,
          review: line`${you('Vous avez', 'Tu as')} changé une réponse à la relecture. Après un changement, aucune question n’est ajoutée.`,
          form: line`Ce parcours a une liste de questions fixe. Il s’est arrêté à la fin de la liste.`,
        })[reason],
      rule: line`Le résultat est assez sûr quand tout cela est vrai :`,
      enough: (asked: number, least: number): Line => line`au moins ${least} questions sont posées ; ici : ${asked}`,
      seen: (owed: number): Line => line`chaque domaine a eu ses questions ; ici : ${owed === 0 ? 'oui' : 'pas encore'}`,
      sure: (reached: number, asked: number): Line =>
        line`le niveau le plus probable a au moins ${percent(asked)} de chances ; ici : ${percent(reached)}`,
      precise: (reached: number, asked: number): Line =>
        line`l’incertitude du score est de ${points(asked)} au plus ; ici : ${points(reached)}`,
      patchy: line`Les réponses étaient très différentes d’un sujet à l’autre. Il fallait donc être plus sûr, avec plus de questions.`,
      decay: (confidence: number, decay: number): Line =>
        line`La certitude demandée est de ${percent(confidence)} jusqu’à la question 7. Elle baisse ensuite de ${points(decay)} à chaque question, pour ne pas trop en poser.`,
      else: (maxItems: number): Line =>
        line`Les questions s’arrêtent aussi au bout de ${maxItems}, ou quand toutes celles du parcours sont posées.`,
      offered: (afterUnknown: number): Line =>
        line`Après ${afterUnknown} « Je ne sais pas encore » de suite, ${you('vous pouvez', 'tu peux')} choisir d’arrêter.`,
    },

    rules: {
      title: line`Pourquoi ces étapes sont proposées`,
      fired: (rule: string): Line => line`La prochaine étape vient de la règle ${rule}.`,
      none: line`Aucune règle n’a donné d’étape.`,
      host: line`Le site qui propose ce diagnostic a choisi lui-même les étapes montrées. Voici ce que donnent les règles du parcours.`,
      intro: (most: number): Line =>
        line`Les règles du parcours sont lues dans l’ordre. Une règle donne une étape quand sa condition est vraie. On garde ${most} étapes au plus.`,
      always: line`dans tous les cas`,
      bands: (bands: readonly number[]): Line => line`si le niveau est ${or(bands.map(String))}`,
      passed: (least: number | undefined, below: number | undefined): Line =>
        line`si ${[...(least === undefined ? [] : [`au moins ${percent(least)}`]), ...(below === undefined ? [] : [`moins de ${percent(below)}`])].join(' et ')} des questions sont réussies`,
      axis: (axis: Run, wanted: readonly AxisState[] | undefined): Line =>
        wanted ? line`si « ${axis} » est ${or(wanted.map((state) => states[state]))}` : line`s’il y a une ligne « ${axis} »`,
      and: line` et `,
      pathway: (title: Run): Line => line`proposer le parcours « ${title} »`,
      offer: (kind: string): Line => line`proposer une offre du site (${offers[kind] ?? kind})`,
      made: (title: Run): Line => line`proposer l’offre du site « ${title} »`,
      rule: (id: string, condition: Line, gives: Line, outcome: Line): Line => line`Règle ${id} : ${condition}, ${gives}. ${outcome}`,
      outcome: (outcome: RuleOutcome, rank: number): Line =>
        ({
          fired: line`Elle a donné l’étape ${rank}.`,
          'not-met': line`La condition n’est pas vraie.`,
          unavailable: line`Le site n’a pas d’offre de cette sorte.`,
          taken: line`Ce parcours a déjà été fait.`,
          repeated: line`Cette étape est déjà proposée.`,
          'not-read': line`Il y a déjà assez d’étapes : elle n’est pas lue.`,
        })[outcome],
    },

    unused: {
      title: line`Ce qui ne compte pas`,
      intro: line`Le calcul n’utilise pas :`,
      item: (what: Unused): Line => [typography(unused[what])],
    },

    formula: {
      title: line`Pour aller plus loin : la formule`,
      intro: line`Cette partie est technique. Elle permet à des spécialistes de refaire le calcul.`,
      version: (version: string): Line => line`Voici la formule de la version ${version} du calcul.`,
      score: line`Le score est la part des niveaux maîtrisés, tous sujets ensemble. t est le nombre de niveaux maîtrisés dans un sujet.`,
      prior: line`Au départ, on suppose une aisance générale g, un écart u par domaine, et une irrégularité τ d’un sujet à l’autre. L’unité est le niveau. N est la loi normale (moyenne, puis écart type). τ = ∗ désigne un profil contrasté : à l’aise dans certains sujets, débutant dans les autres.`,
      mastery: line`Chances de maîtriser au moins k niveaux d’un sujet. θ est la difficulté du niveau k. Φ est la loi normale cumulée.`,
      patchyMastery: line`La même chose pour un profil contrasté (τ = ∗). q est la part des sujets où l’on est à l’aise, quelle que soit leur difficulté ; L est le nombre de niveaux du sujet que le parcours peut demander.`,
      passing: line`Chances de réussir une question de niveau k. γ est la chance de réussir par hasard, σ celle de se tromper en sachant faire, avec une marge.`,
      second: line`Une question réussie peut montrer aussi un niveau plus difficile, et une question pas encore réussie un niveau plus simple. Le calcul compte alors les deux observations, comme deux questions.`,
      unknown: line`Poids de « Je ne sais pas encore », à la place de r.`,
      bayes: line`Après chaque réponse, la règle de Bayes change les chances. r devient 1 − r quand la question n’est pas réussie.`,
      bands: line`Score, incertitude et chances de chaque niveau. W est le poids de chaque couple (g, τ) ; C et D sont la moyenne et la variance de S pour ce couple.`,
      choice: (levels: boolean): Line =>
        line`Question suivante : on tire parmi les plus utiles. I est l’information attendue sur le niveau du résultat (en nats), ΔV la baisse attendue de la variance V de S${levels ? ', K l’information attendue sur les niveaux du sujet (en nats)' : ''}, d la durée prévue en secondes.`,
      draw: (draw: number, first: number): Line =>
        line`Le tirage se fait parmi les questions qui ont au moins ${percent(draw)} de la plus grande utilité (${percent(first)} pour la première question). On évite deux questions de suite sur le même niveau d’un sujet.`,
      pool: (pool: number, least: number): Line =>
        line`Chaque passage tire au sort ${percent(pool)} des questions du parcours, et au moins ${decimal(least, ',')} fois le nombre de questions possible : tout le monde n’a donc pas les mêmes. Les autres ne servent que si celles-là ne suffisent pas.`,
      quota: (domain: Run, least: number, most: number | undefined): Line =>
        most === undefined
          ? line`Ce parcours pose au moins ${least} question${several(least)} du domaine « ${domain} », s’il y en a assez.`
          : line`Ce parcours pose de ${least} à ${most} question${several(most)} du domaine « ${domain} », s’il y en a assez.`,
      uneven: (probability: number, domainSd: number): Line =>
        line`Le profil est jugé contrasté quand la probabilité de τ = ∗ dépasse ${percent(probability)} et que l’incertitude d’un domaine dépasse ${points(domainSd)}. Il faut alors être plus sûr, avec plus de questions.`,
      relief: (count: number): Line =>
        line`Après ${count} question${several(count)} de suite pas encore réussie${several(count)}, la suivante est choisie de la même façon, assez facile.`,
      visit: line`À partir de la question 7, une question sur deux va à un domaine qui n’a pas encore eu ses questions, tant qu’il en reste un. C’est aussi le cas quand il ne reste plus que cela à faire, ou juste assez de questions.`,
      easy: (count: number, least: number, most: number): Line =>
        count === 1
          ? line`La première question est choisie assez facile : entre ${percent(least)} et ${percent(most)} de chances d’être réussie, si possible.`
          : line`Les ${count} premières questions sont choisies assez faciles : entre ${percent(least)} et ${percent(most)} de chances d’être réussies, si possible.`,
    },
  };
}

export type Words = ReturnType<typeof french>;
