import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line, optionalLine, prose, ticks } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { mostTags } from '../notes/note.ts';
import { type OwnTagSet, tagTitles, type UsedTag } from '../notes/tags.ts';
import { clockOf, msOf, preciseClockOf, type Recording } from '../recording.ts';
import { longestSpeaker, longestUtterance, type Utterance } from './transcript.ts';

export const utteranceInput = {
  from: line('Write the time as 3:07, or 1:03:07.', 20),
  until: line('Write the time as 3:07, or 1:03:07.', 20),
  speaker: optionalLine(longestSpeaker),
  text: prose('Write what was said.', longestUtterance),
  tags: ticks(mostTags),
};
const shape = z.object(utteranceInput);

type Words = Pick<Utterance, 'fromMs' | 'toMs' | 'speaker' | 'text' | 'tags'>;

/** An utterance as it was corrected. Throws `Refused`, saying all that is to be mended. */
export function readUtterance(
  { from, until, ...rest }: z.output<typeof shape>,
  { durationMs }: Pick<Recording, 'durationMs'>,
): Words {
  const [fromMs, toMs] = [msOf(from), msOf(until)];
  const wrong: Record<string, string> = {};
  if (fromMs === null) wrong['from'] = t('Write the time as 3:07, or 1:03:07.');
  else if (durationMs !== null && fromMs >= durationMs)
    wrong['from'] = t('This recording ends at {time}.', { time: clockOf(durationMs) });
  if (toMs === null) wrong['until'] = t('Write the time as 3:07, or 1:03:07.');
  else if (fromMs !== null && toMs <= fromMs) wrong['until'] = t('It ends before it begins.');
  if (rest.tags.some((tag) => !/^[\w-]{1,60}\/[\w-]{1,60}$/.test(tag)))
    wrong['tags'] = t('Choose tags from the list.');
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return { ...rest, fromMs: fromMs!, toMs: durationMs === null ? toMs! : Math.min(toMs!, durationMs) };
}

export const utteranceValues = ({ fromMs, toMs, speaker, text, tags }: Words): Record<string, unknown> => ({
  from: preciseClockOf(fromMs),
  until: preciseClockOf(toMs),
  speaker,
  text,
  tags,
});

interface Offered {
  tags: readonly UsedTag[];
  ownSets: readonly OwnTagSet[];
  utterance: Utterance;
}

export function utteranceFields(f: Fields, { tags, ownSets, utterance }: Offered): Html {
  const known = new Set(tags.map(({ value }) => value));
  const kept = utterance.tags.filter((value) => !known.has(value));
  const options = [
    ...tags.map(({ value, title, plain, set }) => ({ value, label: title, hint: plain, group: set })),
    ...kept.map((value) => ({
      value,
      label: tagTitles(ownSets).get(value) ?? value,
      group: t('On it already'),
    })),
  ];
  return html`<div class="note-times">
      ${f.text({ name: 'from', label: t('From'), hint: t('As 3:07'), width: 'short', required: true })}
      ${f.text({ name: 'until', label: t('Until'), hint: t('As 3:20'), width: 'short', required: true })}
    </div>
    ${f.text({ name: 'speaker', label: t('Speaker'), width: 'middle', maxlength: longestSpeaker })}
    ${f.textarea({ name: 'text', label: t('What was said'), rows: 4, required: true })}
    ${options.length > 0 && f.checkboxes({ name: 'tags', label: t('Tags'), options })}`;
}
