import { Refused } from '#platform/errors.ts';
import { optionalProse } from '#platform/http/input.ts';
import type { PartInWords } from '#features/agreements/index.ts';
import { fieldOf } from './offer.ts';

const words = optionalProse(20_000);

/** What a form says in each part; those without words are left out. Throws `Refused` where one is too long, or `empty` when all are. */
export function readParts(
  asked: readonly Omit<PartInWords, 'text'>[],
  sent: Readonly<Record<string, unknown>>,
  empty: string,
): PartInWords[] {
  const errors: Record<string, string> = {};
  const parts = asked.map(({ id, label }) => {
    const given = sent[fieldOf({ id })];
    const read = words.safeParse(typeof given === 'string' ? given : '');
    if (!read.success) errors[fieldOf({ id })] = read.error.issues[0]!.message;
    return { id, label, text: read.data ?? '' };
  });
  if (Object.keys(errors).length > 0) throw new Refused(errors);
  const filled = parts.filter(({ text }) => text !== '');
  if (filled.length === 0) throw new Refused(empty);
  return filled;
}
