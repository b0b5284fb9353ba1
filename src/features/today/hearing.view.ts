import { t } from '#platform/i18n/i18n.ts';
import {
  type HearingChoice,
  type Rhythm,
  rhythms,
  type SoonNote,
  soonNotes,
  weekdayNumbers,
} from '#platform/notices/hearing.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

interface Data {
  choice: HearingChoice;
  /** The form as it was sent, where it could not be saved. */
  state: Pick<FormOptions, 'action' | 'values' | 'errors'>;
  /** By whose clock the times are. */
  organisation: string;
  /** Where a member of staff says on which days they work; null for others. */
  workingDays: string | null;
}

const rhythmWords: Readonly<Record<Rhythm, () => { label: string; hint?: string }>> = {
  'at-once': () => ({
    label: t('At once'),
    hint: t('When something comes to wait for you, and once more when it is due.'),
  }),
  daily: () => ({
    label: t('One letter a day'),
    hint: t('In the morning, with what is new or falls due by the next day.'),
  }),
  weekly: () => ({
    label: t('One letter a week'),
    hint: t('With what is new or falls due in the coming week.'),
  }),
  never: () => ({ label: t('Not at all'), hint: t('You find everything on your first page.') }),
};

const soonWords: Readonly<Record<SoonNote, () => string>> = {
  no: () => t('No'),
  hour: () => t('Yes, an hour before'),
  morning: () => t('Yes, on the morning of the day'),
};

const dayNames = [
  () => t('Monday'),
  () => t('Tuesday'),
  () => t('Wednesday'),
  () => t('Thursday'),
  () => t('Friday'),
  () => t('Saturday'),
  () => t('Sunday'),
];
const days = () => weekdayNumbers.map((day) => ({ value: String(day), label: dayNames[day - 1]!() }));

export const hearingView = ({ choice, state, organisation, workingDays }: Data): Html =>
  html`<p>
      ${t('What waits for you always stands on your first page. A letter says that something waits and until when, with a link. It never says what anybody wrote.')}
    </p>
    ${form({ ...state, values: state.values ?? valuesOf(choice), button: t('Save') }, (f) => [
      f.radios({
        name: 'rhythm',
        label: t('When do you want a letter?'),
        required: true,
        options: rhythms.map((value) => ({ value, ...rhythmWords[value]() })),
      }),
      f.select({
        name: 'week_day',
        label: t('Day of the weekly letter'),
        hint: t('Counts only with one letter a week. If that day is quiet, the letter comes after it.'),
        required: true,
        options: days(),
      }),
      f.radios({
        name: 'soon',
        label: t('Do you want a note before a session or step that has a time?'),
        hint: t('It comes besides your other letters; with “Not at all”, no note comes either.'),
        required: true,
        options: soonNotes.map((value) => ({ value, label: soonWords[value]() })),
      }),
      html`<h2>${t('Quiet time')}</h2>
        <p>
          ${t('No letter about what waits comes in your quiet time. It comes when that ends. A note comes then only if what it tells of has not begun. Times are by the clock at {organisation}.', { organisation })}
        </p>`,
      f.time({
        name: 'quiet_from',
        label: t('Quiet from'),
        hint: t('Leave both times empty for no quiet hours.'),
      }),
      f.time({ name: 'quiet_until', label: t('Quiet until') }),
      f.checkboxes({ name: 'quiet_days', label: t('Quiet days'), options: days() }),
      workingDays !== null && [
        f.checkbox({ name: 'days_off', label: t('The days on which I do not work are quiet too') }),
        html`<p><a href="${workingDays}">${t('Say on which days you work')}</a></p>`,
      ],
    ])}`;

const valuesOf = (choice: HearingChoice): Record<string, unknown> => ({
  rhythm: choice.rhythm,
  week_day: String(choice.weekDay),
  soon: choice.soon,
  quiet_from: choice.quietFrom,
  quiet_until: choice.quietUntil,
  quiet_days: (choice.quietDays ?? []).map(String),
  days_off: choice.daysOffQuiet,
});
