import { Refused } from '#platform/errors.ts';
import { optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { WritingPart } from './step-in-protocol.ts';

/** What the field of a part is called in the form of one's own writing. */
export const answerField = (part: Pick<WritingPart, 'id'>): string => `answer-${part.id}`;

const words = optionalProse(20_000);

/** What was written in each part. Throws `Refused` when nothing was written, or too much in one. */
export function answersSent(
  parts: readonly WritingPart[],
  sent: Readonly<Record<string, unknown>>,
): { section: string; text: string }[] {
  const read = parts.map((part) => ({ part, text: words.safeParse(sent[answerField(part)]) }));
  const wrong = read.flatMap(({ part, text }) =>
    text.success ? [] : [[answerField(part), text.error.issues[0]!.message]],
  );
  if (wrong.length > 0) throw new Refused(Object.fromEntries(wrong));
  const all = read.map(({ part, text }) => ({ section: part.id, text: text.data ?? '' }));
  const [first] = parts;
  if (first && all.every(({ text }) => text === ''))
    throw new Refused({ [answerField(first)]: t('Write something in one of the parts.') });
  return all;
}
