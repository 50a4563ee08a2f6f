import { chooseBackend } from './backend.js';
import { copyWith } from './copy.js';
import { showIntegration } from './integration.js';
import { logEvents } from './log.js';
import { addSwitches } from './switches.js';

/** Brings to life the demonstration panel of a portal: its two lines, its switches, its log of events. */
export function openBench(diagnostic) {
  const find = (name) => document.querySelector(`[data-bench=${name}]`);
  showIntegration(diagnostic, find('integration'));
  copyWith(find('copy'), find('integration'), find('copied'));
  chooseBackend(diagnostic, find('backend'));
  addSwitches(diagnostic, find('switches'));
  logEvents(diagnostic, find('events'), find('count'));
}
