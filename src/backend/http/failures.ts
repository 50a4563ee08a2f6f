import { DiagnosticError, type ErrorCode } from '../../model/index.js';
import type { Failure } from './request.js';

const codes: Readonly<Record<string, ErrorCode>> = {
  'pathway-unknown': 'pathway-unknown',
  'partner-unknown': 'launch-refused',
  'session-unknown': 'session-lost',
};

/** A failure as the page hears of it. */
export function errorOf({ kind, problem, reason, cause }: Failure): DiagnosticError {
  if (kind === 'lost')
    return new DiagnosticError(
      'backend-unreachable',
      `${reason}. Check the "backend" address, that the page may connect to it, and that the service knows the page's origin.`,
      { recoverable: true, cause },
    );
  if (kind === 'denied')
    return new DiagnosticError('launch-refused', `${reason} Check what "getToken" gives and the partner's settings.`, {
      recoverable: false,
    });
  return new DiagnosticError(codes[problem?.code ?? ''] ?? 'unexpected', reason, { recoverable: false });
}
