import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { badgeHandlers } from './badge.js';
import { campaignHandlers } from './campaign.js';
import { exportHandlers } from './csv.js';
import { deadLetterHandlers } from './dead-letters.js';
import { learnerHandlers } from './erase-learner.js';
import { feedHandlers } from './feed.js';
import { franceTravailHandlers } from './france-travail.js';
import { keyHandlers } from './keys.js';
import { reportHandlers } from './report.js';
import { shareHandlers } from './share.js';
import { listHandlers } from './shared-list.js';

type ResultOperation =
  | 'attest'
  | 'share'
  | 'readKeys'
  | 'readBadge'
  | 'readReport'
  | 'readCampaign'
  | 'readFranceTravail'
  | 'exportResults'
  | 'listSessions'
  | 'listEvents'
  | 'listDeadLetters'
  | 'retryDeadLetter'
  | 'eraseLearner';

/** What becomes of results: signed, shared, told to the partner, counted, and erased. */
export const resultHandlers = (service: Service): Pick<Handlers, ResultOperation> => ({
  ...shareHandlers(service),
  ...keyHandlers(service),
  ...badgeHandlers(service),
  ...reportHandlers(service),
  ...campaignHandlers(service),
  ...franceTravailHandlers(service),
  ...exportHandlers(service),
  ...listHandlers(service),
  ...feedHandlers(service),
  ...deadLetterHandlers(service),
  ...learnerHandlers(service),
});
