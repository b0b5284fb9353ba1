import { addDays } from '#platform/calendar/dates.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { printButton } from '#ui/actions.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import type { Filled } from './rotas.ts';

/** A row for each duty and time, a column for each day on which there is any. */
export function sheetView(monday: string, week: readonly Filled[]): Html {
  const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n)).filter(
    (day, n) => n < 5 || week.some(({ on }) => on === day),
  );
  const rows = Map.groupBy(week, ({ from, until, name, place }) => `${from} ${until} ${name} ${place}`);
  return html`<p>${printButton()}</p>
    ${table({
      caption: t('Who is on duty, from {from} to {until}', {
        from: formatDate(days[0]!, 'weekday'),
        until: formatDate(days.at(-1)!, 'weekday'),
      }),
      captionHidden: true,
      columns: [{ label: t('Duty') }, ...days.map((day) => ({ label: formatDate(day, 'weekday') }))],
      rows: [...rows.entries()]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, those]) => [
          duty(those[0]!),
          ...days.map((day) => names(those.filter(({ on }) => on === day))),
        ]),
      empty: t('No duty falls into this week.'),
    })}`;
}

const duty = ({ name, place, from, until }: Filled): Html =>
  html`<bdi>${name}</bdi>
    <span class="meta rota-when"
      >${t('{from} to {until}', { from, until })}${place !== '' && html`, <bdi>${place}</bdi>`}</span
    >`;

/** Who stands there; a dash where nobody is needed, and words where somebody is and nobody stands. */
const names = (those: readonly Filled[]): Value =>
  those.length === 0
    ? '–'
    : html`<bdi>${formatList(those.flatMap(({ duties }) => duties.map(({ person }) => person)))}</bdi>
        ${those.some(({ duties, needed }) => duties.length < needed) && html`<span class="meta">${t('open')}</span>`}`;
