/*
 * eˣ and ln x from + − × ÷ alone. JavaScript leaves the last bits of Math.exp and Math.log to each browser; these give
 * the same bytes on every machine, so that a session can be replayed anywhere. Relative error about 2e-16.
 */
const bits = new DataView(new ArrayBuffer(8));
// ln 2 in two parts: k × high is exact for |k| < 2¹¹.
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** eˣ; 0 below x = −708, Infinity above 709. */
export function exp(x: number): number {
  if (x < -708) return 0;
  if (x > 709) return Infinity;
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
  const rest = x - k * ln2High - k * ln2Low;
  let sum = 1;
  for (let i = 13; i > 0; i--) sum = 1 + (sum * rest) / i;
  bits.setUint32(0, (k + 1023) << 20);
  bits.setUint32(4, 0);
  return sum * bits.getFloat64(0);
}

/** ln x for a normal x > 0 (at least 2.3e-308); x is not checked. */
export function log(x: number): number {
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  let k = (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    k++;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 1 / 23;
  for (let i = 21; i > 0; i -= 2) sum = sum * square + 1 / i;
  return k * ln2High + (2 * s * sum + k * ln2Low);
}

/** −p ln p, in nats: what an outcome of this probability adds to an entropy. */
export const entropy = (p: number): number => (p > 1e-300 ? -p * log(p) : 0);
