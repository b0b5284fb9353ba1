import { formatMinutes, t } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { newObservationHref } from '#features/observations/index.ts';
import { type Together, togetherHref } from '../together.ts';
import { type Meeting, meetingHref, stateOf, timeGiven } from './meeting.ts';

interface Time {
  together: Together;
  meeting: Meeting;
  goesOn: boolean;
  today: string;
  /** The form that says it took place, as it came back. */
  held: Pick<FormOptions, 'values' | 'errors'>;
}

export function timeView({ together, meeting, goesOn, today, held }: Time): Html {
  const state = stateOf(meeting);
  const href = (below: string): string => meetingHref(together, meeting, below);
  return html`${definitionList([
    { term: t('Where'), says: meeting.place },
    { term: t('The time for it'), says: timeGiven(meeting) },
    { term: t('It lasted'), says: state === 'held' && formatMinutes(meeting.heldMinutes ?? meeting.minutes) },
    { term: t('About one’s own lesson'), says: state === 'held' && yesOrNo(meeting.ownLesson) },
    { term: t('A step was practised'), says: state === 'held' && yesOrNo(meeting.practised) },
  ])}
  ${goesOn && state === 'booked' && meeting.on <= today && heldForm(href('held'), meeting, held)}
  ${goesOn && state !== 'called-off' && meeting.kind !== 'lesson' && writtenDown(together, meeting)}
  ${goesOn && quietActions(others(together, meeting))} ${goesOn && state !== 'held' && offForm(meeting, href)}
  ${goesOn && state === 'held' && backForm(href)}`;
}

const yesOrNo = (said: boolean | null): string => (said ? t('Yes') : t('No'));

/** What else can be done with it: a lesson that was watched has a page of its own in the observations. */
const others = (together: Together, meeting: Meeting): LinkAction[] => [
  ...(stateOf(meeting) === 'booked'
    ? [
        {
          label: t('Change day, time or what for'),
          href: meetingHref(together, meeting, 'move'),
          icon: 'edit' as const,
        },
      ]
    : []),
  ...(meeting.kind === 'lesson' && stateOf(meeting) !== 'called-off'
    ? [
        {
          label: t('Agree what to look for, and write side by side'),
          href: newObservationHref(together.id),
          icon: 'peer' as const,
        },
      ]
    : []),
];

/** What was said goes where it belongs to its people alone. */
const writtenDown = (together: Together, meeting: Meeting): Html =>
  form({
    action: togetherHref(together, 'conversations'),
    button: t('Write down what you talk about'),
    hidden: { meeting: meeting.id, on_date: meeting.on },
    quiet: true,
  });

const heldForm = (action: string, meeting: Meeting, { values, errors }: Time['held']): Html =>
  html`<h2>${t('Did it take place?')}</h2>
    ${form(
      {
        action,
        button: t('It took place'),
        values: { held_minutes: meeting.minutes, ...values },
        errors,
      },
      (f) =>
        html`${f.number({
          name: 'held_minutes',
          label: t('How long was it, in minutes?'),
          required: true,
          min: 1,
          max: 600,
        })}
        ${f.checkbox({
          name: 'own_lesson',
          label: t('It was about the learner’s own lesson, plans or pupils'),
        })}
        ${f.checkbox({ name: 'practised', label: t('A step was practised, before class or in it') })}`,
    )}`;

const offForm = (meeting: Meeting, href: (below: string) => string): Html =>
  stateOf(meeting) === 'called-off'
    ? form({ action: href('put-back'), button: t('It is on after all'), quiet: true })
    : form({ action: href('call-off'), button: t('Call it off'), quiet: true, danger: true });

const backForm = (href: (below: string) => string): Html =>
  form({ action: href('not-held'), button: t('It did not take place after all'), quiet: true });
