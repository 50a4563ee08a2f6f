import type { Schemas } from './index.js';

type Settings = Schemas['PartnerSettings'];

/** Settings as they may be read: what is secret stays where it is kept. */
export function withoutSecrets({ partnerKeys: _, webhook, ...settings }: Settings): Settings {
  if (!webhook) return settings;
  const { secret: __, ...told } = webhook;
  // The contract asks for the secret where settings are written, and has it written only.
  return { ...settings, webhook: told as typeof webhook };
}
