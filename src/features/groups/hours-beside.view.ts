import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import type { MyHours } from './load.queries.ts';

/** What one is in already, with what is about to be added and both together: before one says yes to more. */
export function hoursBeside(
  hours: MyHours,
  adding: { title: string; minutes: number; inSchoolDay: number },
): Html {
  if (hours.of.length === 0) return nothing;
  return html`<h2>${t('What you are in already')}</h2>
    <p>
      ${tn(hours.of.length, 'You are in one programme or group', 'You are in {n} programmes and groups')}
      ${hours.term === null ? t('in the next thirteen weeks.') : t('this term ({term}).', { term: hours.term })}
    </p>
    ${hoursTable(t('Hours this term, with the new one over its whole length'), [...hours.of, adding])}`;
}

/** Hours of several, and together: all, in the school day, outside it. Minutes come in. */
export function hoursTable(
  caption: string,
  all: readonly { title: Value; minutes: number; inSchoolDay: number }[],
): Html {
  const cells = (title: Value, minutes: number, inside: number): Value[] => [
    title,
    formatMinutes(minutes),
    formatMinutes(inside),
    formatMinutes(minutes - inside),
  ];
  const sum = (of: 'minutes' | 'inSchoolDay') => all.reduce((total, each) => total + each[of], 0);
  return table({
    caption,
    columns: [
      { label: t('Programme or group'), wide: true },
      { label: t('All'), numeric: true },
      { label: t('In the school day'), numeric: true },
      { label: t('Outside it'), numeric: true },
    ],
    rows: all.map(({ title, minutes, inSchoolDay }) => cells(title, minutes, inSchoolDay)),
    foot: cells(t('Together'), sum('minutes'), sum('inSchoolDay')),
    empty: t('Nothing is asked of you in this time.'),
  });
}
