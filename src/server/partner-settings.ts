import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { Pack } from '../model/index.js';
import type { PartnerSettings } from './access/caller.js';
import { Problem } from './http/problem.js';
import { checkRequest } from './http/validation.js';
import type { PartnerBook } from './service.js';

/**
 * Checks the settings of a partner, beyond their form.
 * @throws {Problem} `request-invalid`: all that is wrong, and where.
 */
export function checkSettings({ launch, pathways }: PartnerSettings, pack: Pack): void {
  const errors: { at: string; message: string }[] = [];
  if (launch !== 'open') {
    if ((launch.keys === undefined) === (launch.jwksUrl === undefined))
      errors.push({ at: 'body/launch', message: 'needs either "keys" or "jwksUrl"' });
    if (launch.keys?.keys.some((key) => 'd' in key || 'k' in key))
      errors.push({
        at: 'body/launch/keys',
        message: 'holds a private key: give its public half, and replace it, for it is no longer a secret',
      });
  }
  for (const [i, id] of pathways.entries()) {
    if (pack.pathways.some((pathway) => pathway.id === id)) continue;
    const known = pack.pathways.map((pathway) => pathway.id).join(', ');
    errors.push({ at: `body/pathways/${i}`, message: `"${id}" is none of the pathways of the pack ${pack.id}: ${known}` });
  }
  if (errors.length)
    throw new Problem('request-invalid', { detail: `The settings cannot be kept: ${errors[0]!.at} ${errors[0]!.message}.`, errors });
}

/**
 * Brings the partners of a configuration file (JSON or YAML: `{ partners: { <id>: <settings> } }`) into the book. The file
 * has the last word on the partners that it names; it leaves the others alone.
 * @throws Error that says what is wrong with the file, and where.
 */
export async function loadPartners(file: string, book: PartnerBook, pack: Pack): Promise<void> {
  for (const [id, given] of Object.entries(await readPartners(file))) {
    try {
      const { body } = checkRequest('writePartner', { path: { partner: id }, query: {}, headers: {}, body: given });
      const settings = body as PartnerSettings;
      checkSettings(settings, pack);
      const known = await book.find(id).catch(() => undefined);
      if (!isDeepStrictEqual(known?.settings, settings)) await book.write(id, settings);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const wrong = error.document.errors?.map(({ at, message }) => `${at.replace(/^body/, '')} ${message}`).join('; ');
      throw new Error(`${file}: partner "${id}": ${wrong ?? error.message}`, { cause: error });
    }
  }
}

async function readPartners(file: string): Promise<Readonly<Record<string, unknown>>> {
  let partners: unknown;
  try {
    ({ partners } = (parse(await readFile(file, 'utf8')) ?? {}) as { partners?: unknown });
  } catch (cause) {
    throw new Error(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (typeof partners !== 'object' || partners === null || Array.isArray(partners))
    throw new Error(`${file} has no "partners": give { "partners": { "<id>": { … } } }.`);
  return partners as Readonly<Record<string, unknown>>;
}
