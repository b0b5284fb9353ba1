import { Refused } from '#platform/errors.ts';
import { line, optionalLine, tooLongBy } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Tag } from '#features/evidence/index.ts';
import { slug } from '#ui/attributes.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { takenKeys } from '../tags.ts';

/** As many as one can hold in mind while a film runs. */
const mostTagsInSet = 12;
const numbers = Array.from({ length: mostTagsInSet }, (_, index) => index + 1);
/** So many are shown at first, where a set has fewer. */
const shownAtFirst = 6;

/** What the form sends besides a line for each tag: `tag-1`, `key-1`, `spans-1`, `id-1` and so on. */
export const tagSetInput = { title: line('Give the set a name.', 80), plain: optionalLine(300) };

const longestTag = 60;
const lineOf = (sent: unknown): string => (typeof sent === 'string' ? sent.trim().replace(/\s+/g, ' ') : '');

/**
 * The tags as they were sent; one that is left empty is left out. A tag keeps its id when it is renamed, so that notes
 * keep it. Throws `Refused` for fewer than two, and for keys that are none, taken by the player, or used twice.
 */
export function readTags(sent: Readonly<Record<string, unknown>>): Tag[] {
  const wrong: Record<string, string> = {};
  const tags: Tag[] = [];
  for (const n of numbers) {
    const title = lineOf(sent[`tag-${n}`]);
    if (title === '') continue;
    const key = lineOf(sent[`key-${n}`]).toLowerCase();
    const free = '1234567890abcdefghimopqstuvwxyz'
      .split('')
      .find((each) => tags.every((tag) => tag.key !== each));
    if (key !== '' && !/^[a-z0-9]$/.test(key)) wrong[`key-${n}`] = t('A key is one letter or one digit.');
    else if (takenKeys.has(key)) wrong[`key-${n}`] = t('The player uses this key itself.');
    else if (key !== '' && tags.some((tag) => tag.key === key))
      wrong[`key-${n}`] = t('Another tag has this key.');
    if (title.length > longestTag) wrong[`tag-${n}`] = tooLongBy(longestTag, title);
    const wanted = slug(lineOf(sent[`id-${n}`])) || slug(title) || `tag-${n}`;
    const id = tags.some((tag) => tag.id === wanted) ? `${wanted}-${n}` : wanted;
    tags.push({ id, title, plain: title, key: key || free!, spans: lineOf(sent[`spans-${n}`]) !== '' });
  }
  if (tags.length < 2) wrong['tag-1'] ??= t('A set has two tags at least.');
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return tags;
}

/** What the form shows of a set that is there. */
export const tagValues = (tags: readonly Tag[]): Record<string, unknown> =>
  Object.fromEntries(
    tags.flatMap((tag, index) => [
      [`tag-${index + 1}`, tag.title],
      [`key-${index + 1}`, tag.key],
      [`spans-${index + 1}`, tag.spans ? 'yes' : ''],
    ]),
  );

export const tagIds = (tags: readonly Tag[]): Record<string, string> =>
  Object.fromEntries(tags.map((tag, index) => [`id-${index + 1}`, tag.id]));

/** Name, and a line for each tag. */
export function tagSetFields(f: Fields, given: Readonly<Record<string, unknown>>): Html {
  const filled = numbers.filter((n) => Boolean(given[`tag-${n}`])).at(-1) ?? 0;
  const shown = Math.min(mostTagsInSet, Math.max(shownAtFirst, filled + 2));
  const row = (n: number): Html =>
    html`<div class="tag-row">
      ${f.text({ name: `tag-${n}`, label: t('Tag {n}', { n }), unmarked: true })}
      ${f.text({ name: `key-${n}`, label: t('Key'), width: 'short', unmarked: true, maxlength: 1 })}
      ${f.checkbox({ name: `spans-${n}`, label: t('Marks a stretch') })}
    </div>`;
  return html`${f.text({ name: 'title', label: t('Name of the set'), required: true })}
  ${f.text({ name: 'plain', label: t('What it is for') })}
  ${f.group(
    t('Tags'),
    html`${numbers.slice(0, shown).map(row)}
    ${
      shown < mostTagsInSet &&
      html`<details class="more">
        <summary>${t('More tags')}</summary>
        ${numbers.slice(shown).map(row)}
      </details>`
    }`,
    t(
      'Words for what one sees or hears. The key sets it while a film plays: a letter or a digit, but not J, K, L, N or R, which the player uses. Left empty, it gets one.',
    ),
  )}`;
}
