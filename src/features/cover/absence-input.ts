import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import { choice, optionalDay, optionalLine, optionalTime, ticked } from '#platform/http/input.ts';
import type { Wrong } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { absenceKinds, kindInWords, kindsToShow } from './cover.ts';
import type { AbsenceFields } from './absence.queries.ts';

/** What the forms for an absence send. */
export const absenceInput = {
  when: choice(['today', 'next', 'days'], 'Choose a day.').default('days'),
  from_on: optionalDay(),
  until_on: optionalDay(),
  from_time: optionalTime(),
  until_time: optionalTime(),
  kind: choice(absenceKinds, 'Choose one.'),
  words: optionalLine(200),
  shown: ticked(),
};

export interface AbsenceSent {
  when: 'today' | 'next' | 'days';
  from_on: string | null;
  until_on: string | null;
  from_time: string | null;
  until_time: string | null;
  kind: AbsenceFields['kind'];
  words: string;
  shown: boolean;
}

/** So far ahead, and so long, an absence can be written down, in days. */
const farthest = 400;

/** The next day from Monday to Friday after this one. */
function nextDay(day: string): string {
  let next = addDays(day, 1);
  while (isWeekend(next)) next = addDays(next, 1);
  return next;
}

/** What was sent, as it is written down. Without a last day it is one day. */
export function readAbsence(sent: AbsenceSent, today: string): AbsenceFields {
  const fromOn =
    sent.when === 'today' ? today : sent.when === 'next' ? nextDay(today) : (sent.from_on ?? today);
  return {
    fromOn,
    untilOn: sent.when === 'days' ? (sent.until_on ?? fromOn) : fromOn,
    fromTime: sent.from_time,
    untilTime: sent.until_time,
    kind: sent.kind,
    words: sent.words,
    shown: sent.shown && kindsToShow.includes(sent.kind),
  };
}

/** What is wrong between the fields. */
export function wrongAbsence(sent: Partial<AbsenceSent>, today: string): Wrong {
  if (sent.when === 'days' && sent.from_on === null) return { from_on: t('Write the first day.') };
  const read = readAbsence({ ...blank, ...sent }, today);
  if (read.untilOn < read.fromOn) return { until_on: t('This is before the first day.') };
  if (read.fromOn < addDays(today, -60)) return { from_on: t('This is more than two months ago.') };
  if (read.untilOn > addDays(today, farthest)) return { until_on: t('This is more than a year away.') };
  if (
    read.fromOn === read.untilOn &&
    read.fromTime !== null &&
    read.untilTime !== null &&
    read.untilTime <= read.fromTime
  )
    return { until_time: t('This is before the time from which on.') };
  return {};
}

const blank: AbsenceSent = {
  when: 'days',
  from_on: null,
  until_on: null,
  from_time: null,
  until_time: null,
  kind: 'ill',
  words: '',
  shown: false,
};

/** The values of the form for an absence that is written down. */
export const absenceValues = (absence: AbsenceFields): Record<string, unknown> => ({
  when: 'days',
  from_on: absence.fromOn,
  until_on: absence.untilOn,
  from_time: absence.fromTime ?? '',
  until_time: absence.untilTime ?? '',
  kind: absence.kind,
  words: absence.words,
  shown: absence.shown ? 'yes' : '',
});

/** First days and times. */
const spanFields = (f: Fields, required: boolean): Html =>
  html`${f.date({ name: 'from_on', label: t('First day'), required })}
  ${f.date({ name: 'until_on', label: t('Last day'), hint: t('Empty: one day.') })}
  ${f.time({ name: 'from_time', label: t('From when on the first day'), hint: t('Empty: the whole day.') })}
  ${f.time({ name: 'until_time', label: t('Until when on the last day'), hint: t('Empty: the whole day.') })}`;

const whyFields = (f: Fields, own: boolean): Html =>
  html`${f.radios({
    name: 'kind',
    label: t('Why'),
    hint: t('Read by those who keep cover and nobody else.'),
    required: true,
    initial: 'ill',
    options: absenceKinds.map((value) => ({ value, label: kindInWords[value]() })),
  })}
  ${f.text({ name: 'words', label: t('What to know'), hint: own ? t('Read by those who keep cover. Nothing about your health is needed.') : t('Read by this person and those who keep cover. Nothing about health is needed.'), maxlength: 200 })}
  ${f.checkbox({ name: 'shown', label: t('Colleagues may read this too: for training and trips alone') })}`;

/** The fields in which an absence that stands is changed. */
export const changeFields = (f: Fields): Html =>
  html`<input type="hidden" name="when" value="days" />${spanFields(f, true)} ${whyFields(f, false)}`;

/** The fields for saying that one is away: today or the next day with one press, all else folded away. */
export const sayFields = (
  f: Fields,
  {
    today,
    late,
    open,
    own,
  }: { today: string; late: boolean; open: { days: boolean; why: boolean }; own: boolean },
): Html =>
  html`${f.radios({
    name: 'when',
    label: t('When'),
    required: true,
    initial: late ? 'next' : 'today',
    options: [
      { value: 'today', label: t('Today, {day}', { day: formatDate(today, 'weekday') }) },
      { value: 'next', label: formatDate(nextDay(today), 'weekday') },
      { value: 'days', label: t('Other days, as written below') },
    ],
  })}
  ${details(t('Other days, or a part of a day'), spanFields(f, false), open.days)}
  ${details(t('Another reason than illness, or a word about it'), whyFields(f, own), open.why)}`;
