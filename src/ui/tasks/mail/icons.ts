import { common } from '../../parts/icons.js';

/** Drawings of the mailbox, on a grid of 24. */
export const paths = {
  ...common,
  reply: 'M9 6l-5 5 5 5M4 11h16v8',
  replyAll: 'M7 6l-5 5 5 5M12 6l-5 5 5 5M7 11h13v8',
  forward: 'M15 6l5 5-5 5M20 11H4v8',
  archive: 'M4 4h16v5H4zM5 9v11h14V9M10 13h4',
  junk: 'M8 4h8l4 4v8l-4 4H8l-4-4V8zM12 8v5M12 16h0',
  inbox: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5',
  sent: 'M20 4L4 10l7 3 3 7zM20 4l-9 9',
  blocks: 'M4 5h16M4 10h16v9H4z',
  clip: 'M18 11l-8 8a4 4 0 0 1-6-6l9-9a3 3 0 0 1 4 4l-8 8',
  contacts: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 20a8 6 0 0 1 16 0',
  check: 'M5 12l5 5L19 7',
} as const;
