import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { Pack } from '../model/index.js';
import type { PartnerSettings } from './access/caller.js';
import { Problem } from './http/problem.js';
import { checkRequest } from './http/validation.js';
import type { PartnerBook } from './service.js';

export interface SettingsRules {
  /** Partners may be inside the operator's own network, where webhooks need not be encrypted. */
  readonly allowPrivateAddresses: boolean;
}

/**
 * Checks the settings of a partner, beyond their form.
 * @throws {Problem} `request-invalid`: all that is wrong, and where.
 */
export function checkSettings({ launch, pathways, webhook }: PartnerSettings, pack: Pack, { allowPrivateAddresses }: SettingsRules): void {
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
  if (webhook && !allowPrivateAddresses && !webhook.url.startsWith('https:'))
    errors.push({ at: 'body/webhook/url', message: 'is no https address: results would travel for all to read' });
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
 * has the last word on the partners that it names, and those that it no longer names are disabled; it leaves alone those
 * that the operator added.
 * @throws Error that says what is wrong with the file, and where.
 */
export async function loadPartners(file: string, book: PartnerBook, pack: Pack, rules: SettingsRules): Promise<void> {
  const named = await readPartners(file);
  const known = new Map((await book.all()).map((partner) => [partner.id, partner]));
  // First, so that one may take over the keys of another under a new name.
  for (const { id, fromFile } of known.values()) if (fromFile && !Object.hasOwn(named, id)) await book.disable(id);
  for (const [id, given] of Object.entries(named)) {
    try {
      const { body } = checkRequest('writePartner', { path: { partner: id }, query: {}, headers: {}, body: given });
      const settings = body as PartnerSettings;
      checkSettings(settings, pack, rules);
      const before = known.get(id);
      if (!before?.fromFile || !isDeepStrictEqual(before.settings, settings)) await book.write(id, settings, { fromFile: true });
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
