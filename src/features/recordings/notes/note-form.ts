import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, optionalProse, ticks } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { clockOf, msOf, preciseClockOf, type Recording } from '../recording.ts';
import { longestNote, mostTags, type Note, type NoteSort, sortInWords } from './note.ts';
import { type OwnTagSet, tagTitles, titleIn, type UsedTag } from './tags.ts';

/** What the form of a note sends. Times are as people say them ('3:07'), or in seconds with a point, as the player does. */
export const noteInput = {
  at: z.string().default(''),
  until: z.string().default(''),
  sort: choice(['describe', 'judge'], 'Choose what sort of note it is.'),
  text: optionalProse(longestNote),
  tags: ticks(mostTags),
};
const shape = z.object(noteInput);
export type NoteSent = z.output<typeof shape>;

export interface ReadNote {
  fromMs: number;
  toMs: number | null;
  sort: NoteSort;
  text: string;
  tags: string[];
}

const howTimeIsWritten = (): string => t('Write the time as 3:07, or 1:03:07.');
const shapeOfTag = /^[\w-]{1,60}\/[\w-]{1,60}$/;

/**
 * A note as it was sent. Throws `Refused`, saying all that is to be mended: a time that cannot be read or lies after the
 * end, a stretch that ends before it begins, neither words nor a tag.
 */
export function readNote(sent: NoteSent, { durationMs }: Pick<Recording, 'durationMs'>): ReadNote {
  const wrong: Record<string, string> = {};
  const fromMs = msOf(sent.at);
  const toMs = sent.until.trim() === '' ? null : msOf(sent.until);
  if (fromMs === null) wrong['at'] = howTimeIsWritten();
  else if (durationMs !== null && fromMs > durationMs)
    wrong['at'] = t('This recording ends at {time}.', { time: clockOf(durationMs) });
  if (sent.until.trim() !== '') {
    if (toMs === null) wrong['until'] = howTimeIsWritten();
    else if (fromMs !== null && toMs <= fromMs) wrong['until'] = t('A stretch ends after it begins.');
  }
  if (sent.text === '' && sent.tags.length === 0) wrong['text'] = t('Write a word or two, or choose a tag.');
  if (sent.tags.length > mostTags || sent.tags.some((tag) => !shapeOfTag.test(tag)))
    wrong['tags'] = t('Choose tags from the list.');
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  const end = toMs !== null && durationMs !== null ? Math.min(toMs, durationMs) : toMs;
  return {
    fromMs: fromMs!,
    toMs: end !== null && end > fromMs! ? end : null,
    sort: sent.sort,
    text: sent.text,
    tags: [...new Set(sent.tags)],
  };
}

/** What the form shows of a note that is there: times to the tenth of a second where they are not whole. */
export const noteValues = ({ fromMs, toMs, sort, text, tags }: ReadNote): Record<string, unknown> => ({
  at: preciseClockOf(fromMs),
  until: toMs === null ? '' : preciseClockOf(toMs),
  sort,
  text,
  tags,
});

interface Offered {
  tags: readonly UsedTag[];
  ownSets: readonly OwnTagSet[];
  /** The note being changed: its tags stay to be chosen although their set is not. */
  note?: Note;
}

/** The fields of a note. Words come first: they are what one came for. */
export function noteFields(f: Fields, { tags, ownSets, note }: Offered): Html {
  const known = new Set(tags.map(({ value }) => value));
  const titles = tagTitles(ownSets);
  const kept = (note?.tags ?? []).filter((value) => !known.has(value));
  const options = [
    ...tags.map(({ value, title, plain, set }) => ({ value, label: title, hint: plain, group: set })),
    ...kept.map((value) => ({ value, label: titleIn(titles, value), group: t('On it already') })),
  ];
  return html`${f.textarea({ name: 'text', label: t('What you note'), rows: 3, unmarked: true })}
    <div class="note-times">
      ${f.text({ name: 'at', label: t('At, as 3:07'), width: 'short', required: true })}
      ${f.text({ name: 'until', label: t('Until, or empty'), width: 'short', unmarked: true })}
    </div>
    ${f.radios({
      name: 'sort',
      label: t('This is'),
      hint: t('What you make of it is read by nobody but you until the teacher opens the talk.'),
      required: true,
      options: (['describe', 'judge'] as const).map((sort) => ({ value: sort, label: sortInWords(sort) })),
    })}
    ${
      options.length > 0 &&
      html`<details class="note-tags more" ${note && note.tags.length > 0 ? html` open` : null}>
        <summary>${t('Tags')}</summary>
        ${f.checkboxes({ name: 'tags', label: t('Tags'), labelHidden: true, unmarked: true, options })}
      </details>`
    }`;
}
