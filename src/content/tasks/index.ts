import type { TaskType } from '../../model/index.js';
import type { CheckTask } from './check.js';
import { check as choice } from './choice.js';
import { check as files } from './files.js';
import { check as mail } from './mail.js';
import { check as match } from './match.js';
import { check as order } from './order.js';
import { check as text } from './text.js';

/** What is checked for each task type beside its schema. */
export const taskChecks: { readonly [T in TaskType]: CheckTask<T> } = { choice, order, match, text, mail, files };
