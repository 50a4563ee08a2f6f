import type { Phrase } from '../../locales/phrases.js';
import { writingFrench } from './writing/phrases.js';

/** The words of reading, filing and writing. */
export const french = {
  ...writingFrench,
  inbox: 'Boîte de réception',
  sent: 'Envoyés',
  archive: 'Archives',
  junk: 'Indésirables',
  trash: 'Corbeille',
  folders: 'Dossiers',
  emptyFolder: 'Aucun message ici.',
  unread: 'Non lu',
  count: '{n} à lire',
  noSubject: '(sans objet)',
  from: 'De',
  to: 'À',
  cc: 'Cc',
  me: 'moi',
  back: 'Retour',
  'to-archive': 'Archiver',
  'to-junk': 'Signaler comme indésirable',
  'to-trash': 'Mettre à la corbeille',
  'to-inbox': 'Remettre dans la boîte de réception',
  filed: 'Message rangé dans «\u00a0{folder}\u00a0».',
  undo: 'Annuler',
  attachments: 'Pièces jointes',
  open: 'Ouvrir {name}',
  missingAction: 'Il faut d’abord ouvrir ou ranger un message.',
  leadsTo: 'Ce lien mène à\u00a0:',
  follow: 'Suivre ce lien',
  leave: 'Ne pas y aller',
  followed: 'Lien suivi. Ici, aucune page ne s’ouvre.',
} satisfies Readonly<Record<string, Phrase>>;

export type MailPhrase = keyof typeof french;
