import { common } from '../../parts/icons.js';

/** Drawings of the mailbox, on a grid of 24. */
export const paths = {
  ...common,
  junk: common.alert,
  blocks: common.copy,
  contacts: common.person,
  reply: 'M9 6l-5 5 5 5M4 11h16v8',
  replyAll: 'M9 6l-5 5 5 5M4 11h16v8M14 6l-5 5 5 5',
  forward: 'M15 6l5 5-5 5M20 11H4v8',
  archive: 'M4 4h16v5H4zM5 9v11h14V9M10 13h4',
  inbox: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5',
  sent: 'M20 4L4 10l7 3 3 7zM20 4l-9 9',
  clip: 'M17 7v9a5 5 0 0 1-10 0V7a3 3 0 0 1 6 0v9',
} as const;
