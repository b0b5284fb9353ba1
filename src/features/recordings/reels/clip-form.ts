import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line, optionalLine } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { clockOf, msOf, type Recording } from '../recording.ts';
import { type Clip, longestTitle } from './clip.ts';

const howTimeIsWritten = 'Write the time as 3:07, or 1:03:07.';

export const clipInput = z.object({
  from: line(howTimeIsWritten, 20),
  until: line(howTimeIsWritten, 20),
  title: optionalLine(longestTitle),
});

type Stretch = Pick<Clip, 'fromMs' | 'toMs' | 'title'>;

/** A clip as it was sent. Throws `Refused`, saying all that is to be mended. */
export function readClip(
  { from, until, title }: z.output<typeof clipInput>,
  { durationMs }: Pick<Recording, 'durationMs'>,
): Stretch {
  const [fromMs, toMs] = [msOf(from), msOf(until)];
  const wrong: Record<string, string> = {};
  if (fromMs === null) wrong['from'] = t(howTimeIsWritten);
  else if (durationMs !== null && fromMs >= durationMs)
    wrong['from'] = t('This recording ends at {time}.', { time: clockOf(durationMs) });
  if (toMs === null) wrong['until'] = t(howTimeIsWritten);
  else if (fromMs !== null && toMs <= fromMs) wrong['until'] = t('A stretch ends after it begins.');
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return { fromMs: fromMs!, toMs: durationMs === null ? toMs! : Math.min(toMs!, durationMs), title };
}

export const clipFields = (f: Fields): Html =>
  html`<div class="note-times">
      ${f.text({ name: 'from', label: t('From'), hint: t('As 3:07'), width: 'short', required: true })}
      ${f.text({ name: 'until', label: t('Until'), hint: t('As 3:20'), width: 'short', required: true })}
    </div>
    ${f.text({ name: 'title', label: t('Title'), maxlength: longestTitle })}`;
