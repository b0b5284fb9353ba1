import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { inForceOn } from '../timetable.queries.ts';
import { roomsPath, spanInWords, type Timetable, timetableHref } from '../timetable.ts';
import { modelInWords, models } from './models.ts';
import { nameAndDays, weeksFields } from './timetable-input.ts';

interface TimetablesData {
  timetables: readonly Timetable[];
  keeps: boolean;
  today: string;
  form: ReturnType<Visit['formAt']>;
}

export function timetablesView({ timetables, keeps, today, form: state }: TimetablesData): Html {
  const now = inForceOn(timetables, today);
  const standing = timetables.filter(({ endedAt }) => endedAt === null);
  const shown = keeps ? standing : standing.filter(({ publishedAt }) => publishedAt !== null);
  const taken = timetables.filter(({ endedAt }) => endedAt !== null);
  return html`${table({
    caption: tn(shown.length, '{n} timetable', '{n} timetables'),
    columns: [
      { label: t('Name'), wide: true },
      { label: t('Days') },
      { label: t('Weeks') },
      { label: t('State') },
    ],
    rows: shown.map((each) => [
      html`<a href="${timetableHref(each.id)}">${each.name}</a>`,
      spanInWords(each),
      each.weeks === 1 ? t('One') : t('A and B'),
      stateInWords(each, now, today),
    ]),
    empty: empty({
      says: keeps
        ? t(
            'There is no timetable yet, and a school can do without. Make one below if you wish: “Morning” and “Afternoon” are enough.',
          )
        : t('There is no timetable yet.'),
    }),
  })}
  ${quietActions([
    { label: t('My week'), href: '/week', icon: 'calendar' },
    ...(keeps ? [{ label: t('Rooms'), href: roomsPath, icon: 'school' as const }] : []),
  ])}
  ${keeps && make(state)}
  ${
    keeps &&
    taken.length > 0 &&
    details(
      t('Taken off the list'),
      html`<ul class="items with-end">
        ${taken.map(
          (each) =>
            html`<li>
              <span>${each.name}</span>
              ${form({ action: `${timetableHref(each.id)}/restore`, button: t('Bring it back'), describe: t('Bring it back: {name}', { name: each.name }), quiet: true })}
            </li>`,
        )}
      </ul>`,
    )
  }`;
}

function stateInWords(each: Timetable, now: Timetable | undefined, today: string): Html | string {
  if (each.publishedAt === null) return t('Draft');
  if (each.id === now?.id) return html`<strong>${t('In force today')}</strong>`;
  return each.startsOn > today ? t('To come') : t('Over');
}

const make = (state: TimetablesData['form']): Html =>
  html`<section>
    <h2>${t('Make a timetable')}</h2>
    <p>${t('It stays a draft, which only those who keep it see, until you publish it.')}</p>
    ${form({ ...state, button: t('Make this timetable') }, (f) => [
      nameAndDays(f),
      weeksFields(f),
      f.radios({
        name: 'model',
        label: t('The shape of a day'),
        hint: t('A beginning: every day can be changed afterwards.'),
        required: true,
        initial: 'five',
        options: models.map((value) => ({ value, label: modelInWords[value]() })),
      }),
    ])}
  </section>`;
