import type { Backend } from '../../src/backend/index.js';
import type { Offer, SessionExplanation } from '../../src/model/index.js';
import { answerTo, goOn, live, smallBackend, walk, type Learner } from './runs.js';

/** The explanation of a made-up learner's whole session. */
export async function explained(
  learner: Learner,
  pathway = 'depart',
  backend: Backend = smallBackend(),
  offers: readonly Offer[] = [],
): Promise<SessionExplanation> {
  const { opened } = await walk(backend, pathway, learner);
  await backend.finish(opened.id, offers, live);
  return backend.explain(opened.id, live);
}

/** The explanation of a session whose gate led elsewhere, if that is accepted. */
export async function explainedAtGate(accept: boolean, learner: Learner): Promise<SessionExplanation> {
  const backend = smallBackend();
  const opened = await backend.open({ pathway: 'porte' }, live);
  const { id } = opened;
  let { step } = opened;
  for (let i = 0; step.kind !== 'end'; i++) {
    if (i > 40) throw new Error('This session never ends.');
    const submission =
      step.kind === 'item'
        ? answerTo(step.item.id, step.phase === 'gate' ? null : learner(step.item.id))
        : goOn(step.kind === 'checkpoint' && step.checkpoint === 'route' && accept);
    ({ step } = await backend.answer(id, submission, live));
  }
  await backend.finish(id, [], live);
  return backend.explain(id, live);
}
