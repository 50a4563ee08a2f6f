export { verifyAttestation, type AttestationOptions, type VerifiedResult } from './attestation.js';
export { VerifyError, type VerifyErrorCode } from './error.js';
export type { Fetch, KeySet, PublicKey } from './keys.js';
export { verifyWebhook, type VerifiedWebhook, type WebhookHeaders, type WebhookOptions } from './webhook.js';
