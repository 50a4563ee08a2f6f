import { base64url, sha256 } from './base64url.js';

/** A strong validator of a document: the same content, the same tag. */
export const etagOf = async (body: object): Promise<string> => `"${base64url(await sha256(JSON.stringify(body))).slice(0, 22)}"`;
