/** What several parts of the interface draw, on a grid of 24. */
export const common = {
  back: 'M11 5l-7 7 7 7M4 12h16',
  close: 'M7 7l10 10M17 7L7 17',
  undo: 'M9 5L5 9l4 4M5 9h9a5 5 0 0 1 0 11H8',
  write: 'M4 20l1-5L16 4l4 4L9 19z',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  file: 'M6 4h8l4 4v12H6zM14 4v4h4',
  alert: 'M12 8v5m0 3.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  check: 'M5 12.5 10 17.5 19 7',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c0-4 3.5-6 8-6s8 2 8 6',
  link: 'M10 14l4-4M8 11l-3 3a4 4 0 0 0 6 6l3-3M16 13l3-3a4 4 0 0 0-6-6l-3 3',
  search: 'M10 4a6 6 0 1 1 0 12 6 6 0 0 1 0-12M15 15l5 5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  paste: 'M8 5H5v15h14V5h-3M8 3h8v4H8z',
} as const;
