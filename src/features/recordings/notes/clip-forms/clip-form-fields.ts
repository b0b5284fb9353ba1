import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { tooLongBy } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { ClipForm } from '#features/evidence/index.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { clockOf, msOf, type Recording } from '../../recording.ts';
import { longestAnswer } from './clip-form.ts';

/** What the form sends: the stretch, and a field `part-<id>` for each heading. */
export const clipFormInput = z.looseObject({
  from: z.string().default(''),
  until: z.string().default(''),
});

export interface ReadClipForm {
  fromMs: number;
  toMs: number;
  answers: Record<string, string>;
}

/** What was written. Throws `Refused` for a stretch that is none, for words that are too long, and for none at all. */
export function readClipForm(
  sent: Readonly<Record<string, unknown>> & { from: string; until: string },
  parts: ClipForm['parts'],
  { durationMs }: Pick<Recording, 'durationMs'>,
): ReadClipForm {
  const wrong: Record<string, string> = {};
  const [fromMs, toMs] = [msOf(sent.from), msOf(sent.until)];
  const how = t('Write the time as 3:07, or 1:03:07.');
  if (fromMs === null) wrong['from'] = how;
  if (toMs === null) wrong['until'] = how;
  else if (fromMs !== null && toMs <= fromMs) wrong['until'] = t('A stretch ends after it begins.');
  else if (durationMs !== null && toMs > durationMs + 999)
    wrong['until'] = t('This recording ends at {time}.', { time: clockOf(durationMs) });
  const answers: Record<string, string> = {};
  for (const { id } of parts) {
    const text = String(sent[`part-${id}`] ?? '')
      .replace(/\r\n?/g, '\n')
      .trim();
    if (text.length > longestAnswer) wrong[`part-${id}`] = tooLongBy(longestAnswer, text);
    answers[id] = text;
  }
  if (Object.values(answers).every((text) => text === ''))
    wrong[`part-${parts[0]?.id ?? ''}`] ??= t('Write under one heading at least.');
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return { fromMs: fromMs!, toMs: toMs!, answers };
}

export const answerValues = (answers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).map(([id, text]) => [`part-${id}`, text]));

/** The stretch, and the headings. */
export const clipFormFields = (f: Fields, parts: ClipForm['parts']): Html =>
  html`<div class="note-times">
      ${f.text({ name: 'from', label: t('From'), hint: t('As 3:07'), width: 'short', required: true })}
      ${f.text({ name: 'until', label: t('Until'), hint: t('As 4:30'), width: 'short', required: true })}
    </div>
    ${parts.map(({ id, title, prompt }) =>
      f.textarea({ name: `part-${id}`, label: title, hint: prompt || undefined, rows: 3, unmarked: true }),
    )}`;
