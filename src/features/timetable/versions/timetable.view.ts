import type { Visit } from '#platform/http/context.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { table } from '#ui/table.ts';
import {
  weekdayName,
  type Period,
  spanInWords,
  timesInWords,
  type Timetable,
  timetableHref,
  weekdays,
} from '../timetable.ts';
import { nameAndDays } from './timetable-input.ts';
import type { Part } from './timetable-parts.queries.ts';

interface TimetableData {
  timetable: Timetable;
  keeps: boolean;
  periods: readonly Period[];
  parts: readonly Part[];
  copy: ReturnType<Visit['formAt']>;
}

export function timetableView(data: TimetableData): Html {
  const { timetable, keeps, periods, parts } = data;
  const href = timetableHref(timetable.id);
  const lessons = parts.filter(({ sort }) => sort === 'class').reduce((sum, each) => sum + each.lessons, 0);
  return html`${timetable.endedAt !== null && notice('caution', t('This timetable is taken off the list.'))}
    ${
      timetable.publishedAt === null &&
      timetable.endedAt === null &&
      html`${notice('info', t('This is a draft. Only those who keep it see it.'))}
      ${keeps && withoutLessons(parts)}`
    }
    ${keeps && timetable.endedAt === null && timetable.publishedAt === null && form({ action: `${href}/publish`, button: t('Publish it') })}
    ${definitionList([
      { term: t('Days'), says: spanInWords(timetable) },
      {
        term: t('Weeks'),
        says:
          timetable.weeks === 1
            ? t('The same every week')
            : t('Two weeks, A and B; the first school week is week {letter}', {
                letter: timetable.firstWeek,
              }),
      },
      { term: t('Lessons'), says: tn(lessons, '{n} lesson in a cycle', '{n} lessons in a cycle') },
    ])}
    ${keeps && quietActions(keepersLinks(href))}
    <section>
      <h2>${t('Lessons')}</h2>
      ${oneList(t('By class'), parts, 'class', `${href}/classes`, t('No class is here yet. Classes come with an import of people, or are added under People.'))}
      ${oneList(t('By teacher'), parts, 'teacher', `${href}/teachers`, t('No lesson has a teacher yet.'))}
      ${oneList(t('By room'), parts, 'room', `${href}/rooms`, t('No room is written down yet.'))}
    </section>
    <section>
      <h2>${t('The shape of the days')}</h2>
      ${dayTable(periods, keeps && timetable.endedAt === null ? href : null)}
    </section>
    ${keeps && changes(data, href)}`;
}

/** So many names of classes are said in a sentence. */
const fewNames = 6;

/** Which classes have no lesson yet: worth knowing before everybody sees the timetable, and no reason not to publish. */
function withoutLessons(parts: readonly Part[]): Html | false {
  const classes = parts.filter(({ sort }) => sort === 'class');
  const none = classes.filter(({ lessons }) => lessons === 0);
  if (none.length === 0) return false;
  const names = formatList(none.slice(0, fewNames).map(({ name }) => name));
  return html`<p>
    ${
      none.length > fewNames
        ? t(
            '{n} of {all} classes and forms have no lesson in it yet, {names} among them. It can be published all the same.',
            { n: none.length, all: classes.length, names },
          )
        : t('Without a lesson in it yet: {names}. It can be published all the same.', { names })
    }
  </p>`;
}

const keepersLinks = (href: string): LinkAction[] => [
  { label: t('Clashes and gaps'), href: `${href}/clashes`, icon: 'question' },
  { label: t('Read lessons from a list'), href: `${href}/import`, icon: 'file' },
  { label: t('These lessons as a sheet'), href: `${href}/lessons.csv`, icon: 'download' },
  { label: t('Name and days'), href: `${href}/settings`, icon: 'edit' },
];

const oneList = (
  title: string,
  parts: readonly Part[],
  sort: Part['sort'],
  at: string,
  nothing: string,
): Html => {
  const those = parts.filter((each) => each.sort === sort);
  return details(
    t('{title} ({n})', { title, n: those.length }),
    those.length === 0
      ? html`<p class="empty">${nothing}</p>`
      : html`<ul class="items dense">
          ${those.map(
            (each) =>
              html`<li>
                <a href="${at}/${each.id}">${each.name}</a>
                <span class="meta">${tn(each.lessons, '{n} lesson', '{n} lessons')}</span>
              </li> `,
          )}
        </ul>`,
  );
};

const dayTable = (periods: readonly Period[], href: string | null): Html =>
  table({
    caption: t('Periods of each day'),
    captionHidden: true,
    columns: [
      { label: t('Day') },
      { label: t('Periods'), wide: true },
      ...(href ? [{ label: t('Change'), labelHidden: true }] : []),
    ],
    rows: weekdays
      .filter((weekday) => href !== null || periods.some((each) => each.weekday === weekday))
      .map((weekday) => {
        const those = periods.filter((each) => each.weekday === weekday);
        return [
          weekdayName[weekday](),
          those.length === 0
            ? html`<span class="meta">${t('No periods')}</span>`
            : html`<div>
                ${those.map((each, index) => html`${index > 0 && '; '}${each.name} <span class="meta">${timesInWords(each)}</span>`)}
              </div>`,
          ...(href
            ? [
                html`<a href="${href}/days/${weekday}"
                  >${t('Change')}<span class="hidden"> ${weekdayName[weekday]()}</span></a
                >`,
              ]
            : []),
        ];
      }),
    empty: t('No periods yet.'),
  });

function changes({ timetable, copy }: TimetableData, href: string): Html {
  if (timetable.endedAt !== null)
    return form({ action: `${href}/restore`, button: t('Bring it back'), quiet: true });
  return html`<section>
    <h2>${t('Change from a day on')}</h2>
    ${details(
      t('Copy it, to hold from another day'),
      html`<p>
          ${t('The copy has all its days and lessons and is a draft. Change it and publish it: from its first day on it holds instead of this one, and what was true before stays.')}
        </p>
        ${form({ ...copy, button: t('Make the copy') }, nameAndDays)}`,
      copy.errors !== undefined,
    )}
    ${timetable.publishedAt !== null && form({ action: `${href}/unpublish`, button: t('Make it a draft again'), quiet: true })}
    ${form({ action: `${href}/end`, button: t('Take it off the list'), quiet: true })}
  </section>`;
}
