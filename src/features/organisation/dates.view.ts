import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form, type Fields, type Option } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { table } from '#ui/table.ts';
import type { SchoolDate } from './dates.queries.ts';

export const kindNames: Readonly<Record<SchoolDate['kind'], () => string>> = {
  year: () => t('School year'),
  term: () => t('Term'),
  holiday: () => t('Holiday'),
  'training-day': () => t('Training day'),
  closed: () => t('Closed'),
};

const kindOptions = (): Option[] => [
  { value: 'training-day', label: t('Training day: staff are in, pupils are not') },
  { value: 'holiday', label: t('Holiday') },
  { value: 'closed', label: t('Closed day') },
  { value: 'term', label: t('Term') },
  { value: 'year', label: t('School year') },
];

/** Name and days, as they stand in every form about dates. */
export const dayFields = (f: Fields): Html =>
  html` ${f.text({ name: 'name', label: t('Name'), required: true })}
  ${f.date({ name: 'from', label: t('First day'), required: true })}
  ${f.date({ name: 'until', label: t('Last day'), hint: t('Leave it empty when it is one day.') })}`;

interface DatesData {
  dates: readonly SchoolDate[];
  earlier: boolean;
  notes: { toLookAt: readonly string[]; between: readonly string[] };
  keeps: boolean;
  form: ReturnType<Visit['formAt']>;
}

export function datesView({ dates, earlier, notes, keeps, form: state }: DatesData, today: string): Html {
  return html`<p>${t('Programmes, reminders and calendars follow these dates.')}</p>
    ${
      keeps &&
      notes.toLookAt.length > 0 &&
      notice(
        'caution',
        html`<ul>
          ${notes.toLookAt.map((note) => html`<li>${note}</li>`)}
        </ul>`,
        t('To look at'),
      )
    }
    ${table({
      caption: tn(dates.length, '{n} entry', '{n} entries'),
      columns: [
        { label: t('Name'), wide: true },
        { label: t('What') },
        { label: t('Days') },
        ...(keeps ? [{ label: t('Change'), labelHidden: true }] : []),
      ],
      rows: dates.map((date) => row(date, keeps, today)),
      empty: empty({
        says: keeps
          ? t('No dates are written down yet. Begin with the terms of this school year, below.')
          : t('No dates are written down yet. Whoever runs Staffroom at your school can add them.'),
      }),
    })}
    ${
      notes.between.length > 0 &&
      details(
        t('Breaks between terms'),
        html`<ul>
          ${notes.between.map((note) => html`<li>${note}</li>`)}
        </ul>`,
      )
    }
    ${!earlier && html`<p><a href="/school/dates?earlier=1">${t('Show earlier years too')}</a></p>`}
    ${keeps && addForm(state)}`;
}

const row = (date: SchoolDate, keeps: boolean, today: string) => [
  date.startsOn <= today && today <= date.endsOn && date.kind !== 'year'
    ? html`${date.name} <strong>${t('(now)')}</strong>`
    : date.name,
  kindNames[date.kind](),
  daysInWords(date),
  ...(keeps
    ? [
        html`<a href="/school/dates/${date.id}"
          >${t('Change')}<span class="hidden"> ${date.name}, ${formatDate(date.startsOn)}</span></a
        >`,
      ]
    : []),
];

const daysInWords = ({ startsOn, endsOn }: Pick<SchoolDate, 'startsOn' | 'endsOn'>): string =>
  startsOn === endsOn
    ? formatDate(startsOn, 'short')
    : t('{from} to {until}', { from: formatDate(startsOn, 'short'), until: formatDate(endsOn, 'short') });

const addForm = (state: DatesData['form']): Html =>
  html`<section>
    <h2>${t('Add days')}</h2>
    ${form({ ...state, button: t('Add to the dates') }, (f) => html`${f.select({ name: 'kind', label: t('What it is'), required: true, options: kindOptions() })}${dayFields(f)}`)}
  </section>`;
