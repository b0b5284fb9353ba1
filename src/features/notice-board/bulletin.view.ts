import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { printButton, quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, filters } from '#ui/list.ts';
import { bulletinPath, newPath, noticeHref } from './addresses.ts';
import type { BulletinEntry, TutorGroup } from './bulletin.queries.ts';

interface Bulletin {
  day: string;
  before: string;
  after: string;
  group: TutorGroup | undefined;
  entries: readonly BulletinEntry[];
  groups: readonly TutorGroup[];
}

/** The sheet: short, in large enough print to be read out. */
export function bulletinView({ entries, groups, group, day, before, after }: Bulletin): Html {
  const to = (other: string) => addressOf(bulletinPath, { day: other, group: group?.id });
  const mine = groups.filter((each) => each.mine && each.id !== group?.id);
  return html`${quietActions([
    { label: t('The day before'), href: to(before), icon: 'back' },
    { label: t('The day after'), href: to(after), icon: 'next' },
    ...mine.slice(0, 3).map(({ id, name }) => ({
      label: t('Only for {group}', { group: name }),
      href: addressOf(bulletinPath, { day, group: id }),
    })),
  ])}
  ${filters(
    { action: bulletinPath, values: { day, group: group?.id }, narrowed: group !== undefined },
    (f) => [
      f.date({ name: 'day', label: t('Day') }),
      groups.length > 0 &&
        f.select({
          name: 'group',
          label: t('Class or form'),
          all: t('All of them'),
          options: groups.map(({ id, name }) => ({ value: id, label: name })),
        }),
    ],
  )}
  ${
    entries.length === 0
      ? empty({
          says: t('Nothing is to be read out on this day.'),
          todo: { label: t('Write something for the bulletin'), href: newPath },
        })
      : html`<p class="count">${tn(entries.length, '{n} thing to read out', '{n} things to read out')}</p>
          <div class="bulletin">${entries.map(entry)}</div>
          <p>${printButton()}</p>`
  }`;
}

const entry = ({ id, title, text, author, years, units }: BulletinEntry): Html => {
  const whom = [...years.map(yearWords), ...units];
  return html`<article>
    <h2>
      <a href="${noticeHref(id)}"><bdi>${title}</bdi></a>
    </h2>
    <div class="as-written" dir="auto">${text}</div>
    <p class="meta">
      ${whom.length === 0 ? t('For all pupils') : t('For {whom}', { whom: formatList(whom) })};
      <bdi>${author}</bdi>
    </p>
  </article>`;
};
