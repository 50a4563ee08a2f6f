import axe, { type RunOptions } from 'axe-core';

/** Every rule that axe has: level AAA, best practices and experiments included. Plain data, so that it can be handed to a page. */
export const everyRule: RunOptions = {
  rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])),
  resultTypes: ['violations'],
};
