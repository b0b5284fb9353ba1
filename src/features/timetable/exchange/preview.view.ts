import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { weekdayName, type Period, weekInWords } from '../timetable.ts';
import { confirmedText } from './confirmed.ts';
import type { LessonsPlan, PlannedLesson } from './plan-lessons.ts';
import type { ReadLessons } from './read-lessons.ts';

interface Preview {
  plan: LessonsPlan;
  read: ReadLessons;
  periods: readonly Period[];
  href: string;
}

/** So many are shown of each; all of them are written. */
const mostShown = 200;

export function previewView(data: Preview): Html {
  const { added, changed, gone, unchanged, newRooms, wrong } = data.plan;
  return html`<ul class="items dense">
      <li>${tn(added.length, '{n} lesson would be added', '{n} lessons would be added')}</li>
      <li>${tn(changed.length, '{n} lesson would be changed', '{n} lessons would be changed')}</li>
      <li>${tn(gone.length, '{n} lesson would be taken out', '{n} lessons would be taken out')}</li>
      <li>${tn(unchanged, '{n} lesson stays as it is', '{n} lessons stay as they are')}</li>
      ${newRooms.length > 0 && html`<li>${t('Rooms that would be made: {rooms}', { rooms: newRooms.join(', ') })}</li>`}
      ${wrong.length > 0 && html`<li>${tn(wrong.length, '{n} row is wrong', '{n} rows are wrong')}</li>`}
    </ul>
    ${
      wrong.length > 0 &&
      table({
        caption: t('Rows that are wrong'),
        columns: [{ label: t('Row') }, { label: t('Class') }, { label: t('Why'), wide: true }],
        rows: wrong.slice(0, mostShown).map(({ line, className, why }) => [line, className, why]),
        empty: '',
      })
    }
    ${added.length + changed.length + gone.length > 0 ? confirm(data) : nothingToDo(data)}`;
}

const nothingToDo = ({ href }: Preview): Html =>
  empty({
    says: t('The list would change nothing.'),
    todo: { label: t('Read another list'), href: `${href}/import` },
  });

function confirm(data: Preview): Html {
  const { plan, read, href } = data;
  return html`${changesTable(data)}
  ${form(
    {
      action: `${href}/import/apply`,
      button: t('Write this down'),
      hidden: { list: confirmedText(read.rows, read.wrong, plan) },
      cancel: `${href}/import`,
    },
    (f) =>
      plan.wrong.length > 0 &&
      f.checkbox({
        name: 'leave_out',
        label: tn(plan.wrong.length, 'Leave the wrong row out', 'Leave the {n} wrong rows out'),
        hint: t('Otherwise nothing is written. Of their classes no lesson is taken out.'),
        unmarked: true,
      }),
  )}`;
}

function changesTable({ plan: { added, changed, gone }, periods }: Preview): Html {
  const all = [
    ...changed.map(({ before, after }) => ({
      what: t('Changed'),
      at: after,
      before: inWords({ ...before, room: before.room ?? '' }),
      after: inWords(after),
    })),
    ...added.map((after) => ({ what: t('Added'), at: after, before: '', after: inWords(after) })),
    ...gone.map((before) => ({
      what: t('Taken out'),
      at: before,
      before: inWords({ ...before, room: before.room ?? '' }),
      after: '',
    })),
  ];
  const byId = new Map(periods.map((each) => [each.id, each]));
  return table({
    caption:
      all.length > mostShown
        ? t('What would change; the first {n} of {all}', { n: mostShown, all: all.length })
        : t('What would change'),
    columns: [
      { label: t('Class') },
      { label: t('When') },
      { label: t('What') },
      { label: t('As it stands') },
      { label: t('Would stand') },
    ],
    rows: all.slice(0, mostShown).map(({ what, at, before, after }) => {
      const period = byId.get(at.periodId);
      return [
        at.unit,
        period ? `${weekdayName[period.weekday]()}, ${period.name}, ${weekInWords(at.week)}` : '',
        what,
        before,
        after,
      ];
    }),
    empty: '',
  });
}

const inWords = ({ subject, room, people }: Pick<PlannedLesson, 'subject' | 'room' | 'people'>): string =>
  [subject, people.map(({ name }) => name).join(', '), room].filter(Boolean).join('; ');
