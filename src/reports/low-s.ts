/** The order of P-256, and half of it. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const half = order >> 1n;

/**
 * Of the two ECDSA signatures (r, s) and (r, order − s) of the same content, the one with the smaller s: the only one that
 * `pix-diagnostic/verify` accepts.
 * @param signature r and s side by side, 32 bytes each.
 */
export function lowS(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(signature);
  let s = bytes.subarray(32).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
  if (s <= half) return bytes;
  s = order - s;
  for (let i = 63; i >= 32; i--, s >>= 8n) bytes[i] = Number(s & 0xffn);
  return bytes;
}
