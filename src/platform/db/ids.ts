import { createHash, randomFillSync } from 'node:crypto';

/**
 * Ids are UUIDv7 (RFC 9562): 48 bits of time in milliseconds, then a 12-bit counter, then 62 random
 * bits. They sort by the moment they were made, so new rows land side by side in an index.
 */
const random = new Uint8Array(4096);
let used = random.length;

/** The counter of the last id made for a moment, for the moments that ids were made for lately. */
const counters = new Map<number, number>();
const mostMoments = 1000;
const lastCounter = 0xfff;

let lastMillisecond = 0;

/**
 * A new id. Ids made one after another in this process for the same moment sort in that order, so what
 * one change records stays in the order in which it happened. Without a moment the clock is read, and
 * the ids sort in order even when the clock steps back.
 *
 * @param at the moment the id carries: that of the change, or in seeds and imports that of an older
 *   record. After some thousand ids for one millisecond the next ones carry the millisecond after it.
 */
export function newId(at?: Date): string {
  const bytes = nextRandomBytes();
  let moment = at ? at.getTime() : Math.max(Date.now(), lastMillisecond);
  while (counters.get(moment) === lastCounter) moment += 1;
  const before = counters.get(moment);
  // Starting low leaves room for at least 2,048 ids before the next millisecond is borrowed.
  const counter = before === undefined ? ((bytes[6]! & 0x07) << 8) | bytes[7]! : before + 1;
  counters.set(moment, counter);
  if (counters.size > mostMoments) counters.delete(counters.keys().next().value!);
  if (!at) lastMillisecond = moment;
  return format(moment, counter, bytes);
}

/** The id that belongs to a text: the same text, the same id. A UUIDv8 (RFC 9562), which carries no time. */
export function idFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = (0x8 | (Number.parseInt(hex[16]!, 16) & 0x3)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Whether a text, such as a piece of an address, is an id at all. */
export const isId = (text: string): boolean => idShape.test(text);

/** Sixteen fresh random bytes out of a pool: one call to the system for 256 ids. */
function nextRandomBytes(): Uint8Array {
  if (used + 16 > random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += 16;
  return random.subarray(used - 16, used);
}

function format(milliseconds: number, sequence: number, bytes: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const version = (0x7000 | sequence).toString(16);
  const variant = (0x8000 | ((bytes[8]! & 0x3f) << 8) | bytes[9]!).toString(16);
  let node = '';
  for (let index = 10; index < 16; index++) node += bytes[index]!.toString(16).padStart(2, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${node}`;
}
