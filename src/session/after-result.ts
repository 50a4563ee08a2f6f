import { toDiagnosticError, type Result } from '../model/index.js';
import type { Run } from './run.js';
import type { Session } from './session.js';

/** What the learner may do once there is a result: comes apart from the first screens. */
export interface AfterResult extends Pick<Session, 'share' | 'survey'> {
  explain(signal: AbortSignal): ReturnType<Session['explain']>;
}

export function createAfterResult(run: Run): AfterResult {
  const { options, store, attempt, keep } = run;
  const { backend, emit } = options;
  const { set } = store;

  return {
    share: () =>
      attempt(
        async (signal) => {
          const { result, sharing } = store.state;
          if (!result || sharing === 'sending' || sharing === 'shared') return;
          set({ sharing: 'sending' }, 'error');
          const shared: Result = { ...result, state: 'shared' };
          if (run.agreed === undefined) {
            const attestation = backend.capabilities.attests ? await backend.attest?.(run.id, signal) : undefined;
            signal.throwIfAborted();
            // Prevented: the host sends the result on by its own way. A second try is not told again.
            run.agreed = emit('share', { result: shared, ...(attestation !== undefined && { attestation }) });
            // The host may have begun anew.
            signal.throwIfAborted();
          }
          if (run.agreed || !backend.capabilities.sends) {
            const { resume } = await backend.share(run.id, signal);
            signal.throwIfAborted();
            run.resume = resume;
            keep();
          }
          set({ sharing: 'shared', result: shared });
        },
        { sharing: 'failed' },
      ),

    survey: (recommend) =>
      attempt(
        async (signal) => {
          if (!['asked', 'failed'].includes(store.state.survey)) return;
          if (recommend !== null) {
            set({ survey: 'sending' }, 'error');
            await backend.survey?.(run.id, recommend, signal);
            signal.throwIfAborted();
          }
          run.surveyed = true;
          keep();
          set({ survey: recommend === null ? 'no' : 'taken' });
          if (recommend !== null) emit('survey', { ...run.here(), recommend });
        },
        { survey: 'failed' },
      ),

    async explain(signal) {
      try {
        const explanation = await backend.explain(run.id, signal);
        signal.throwIfAborted();
        return { ...explanation, result: store.state.result ?? explanation.result };
      } catch (thrown) {
        const error = toDiagnosticError(thrown);
        if (!signal.aborted) run.report(error);
        throw error;
      }
    },
  };
}
