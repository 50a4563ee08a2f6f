import type { ProblemCode, Schemas } from '../contract/index.js';

/** What an operation answers: a body, or a problem. */
export interface Answer {
  readonly status: number;
  readonly body?: object;
}

/** Says no as the service does. @param expected of `sequence-conflict`. */
export function problem(status: number, code: ProblemCode, title: string, expected?: number): Answer {
  const type = `urn:pix-diagnostic:problem:${code}`;
  const body: Schemas['Problem'] = { type, title, status, code, ...(expected !== undefined && { expected }) };
  return { status, body };
}

export const toResponse = ({ status, body }: Answer): Response =>
  new Response(body ? JSON.stringify(body) : null, {
    status,
    headers: body ? { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' } : {},
  });
