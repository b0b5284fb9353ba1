import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { catalogue, sourceLine } from '#features/evidence/index.ts';
import { practiceFromStepHref } from '#features/practice/index.ts';
import { hows, howWords } from '#features/try-outs/index.ts';
import { goalHref } from '../goals/goal.ts';
import type { OpenedStep } from './open-step.ts';
import { isOpen, stateOf } from './step.ts';
import { stepHref } from './step.view.ts';

/** What its author can say of a step now: rehearsal is offered before trying, trying before looking again. */
export function stepForms(opened: OpenedStep, visit: Visit): Value {
  switch (stateOf(opened.step)) {
    case 'to-rehearse':
      return html`${rehearseForm(opened, visit)}
      ${details(t('I tried it already'), triedForm(opened, visit), isRefused(opened, visit, 'tried'))}`;
    case 'to-try':
      return html`${opened.step.seenFirst === false && notSeenYet()} ${triedForm(opened, visit)}`;
    case 'to-revisit':
      return revisitForm(opened, visit);
    default:
      return null;
  }
}

const isRefused = ({ goal, step }: OpenedStep, visit: Visit, what: string): boolean =>
  visit.formAt(stepHref(goal, step, what)).errors !== undefined;

const rehearseForm = ({ goal, step }: OpenedStep, visit: Visit): Html =>
  html`<h2>${t('Before class: rehearse it')}</h2>
    <p>${t('Say it aloud, or do it with somebody who plays the class. A few minutes are enough.')}</p>
    ${form(
      {
        ...visit.formAt(stepHref(goal, step, 'rehearsed')),
        button: t('Save this'),
        describe: t('Save this: rehearsal'),
        hidden: { version: step.version },
      },
      (f) =>
        html`${f.radios({
          name: 'seen',
          label: t('Have you seen somebody do it, in a lesson or on film?'),
          required: true,
          options: [
            { value: 'yes', label: t('Yes') },
            { value: 'no', label: t('Not yet') },
          ],
        })}
        ${f.radios({
          name: 'how',
          label: t('How did you rehearse it?'),
          required: true,
          options: [
            { value: 'alone', label: t('Alone') },
            { value: 'together', label: t('Together') },
            { value: 'not-needed', label: t('It did not need rehearsing') },
          ],
        })}`,
    )}`;

/** What the source says of rehearsing what one has not seen. */
const notSeenYet = (): Html =>
  notice(
    'info',
    html`<p>
        ${t('You have not seen anybody do it yet. Rehearsing something may be of no use to somebody who has had no observable example of it. Ask whom you could watch for ten minutes, or for a film.')}
      </p>
      ${sourceLine({
        document: 'S3',
        study: 'Sims and Fletcher-Wood',
        place: 'Programmes, forms and mechanisms: Mechanisms',
      })}`,
  );

const triedForm = ({ goal, step }: OpenedStep, visit: Visit): Html =>
  html`<h2>${t('In class: try it')}</h2>
    ${form(
      {
        ...withStored(visit.formAt(stepHref(goal, step, 'tried')), {
          tried_on: step.triedOn ?? visit.today,
          tried_words: step.triedWords,
        }),
        button: t('I tried it'),
        hidden: { version: step.version },
      },
      (f) =>
        html`${f.date({ name: 'tried_on', label: t('On which day'), required: true, max: visit.today })}
        ${f.textarea({
          name: 'tried_words',
          label: t('What pupils did'),
          hint: t('What you saw and heard them do, before what you make of it. Leave out full names.'),
          required: true,
          rows: 3,
        })}`,
    )}`;

function revisitForm({ goal, step }: OpenedStep, visit: Visit): Html {
  const { words, source } = catalogue().coaching.revisit;
  return html`<h2>${t('Look again')}</h2>
    <p>
      ${t('Its day is {day}; you can look earlier.', { day: formatDate(step.revisitOn!, 'weekday') })}
      ${t(words)}
    </p>
    ${sourceLine(source)}
    ${form(
      {
        ...visit.formAt(stepHref(goal, step, 'revisited')),
        button: t('Save how it goes'),
        hidden: { version: step.version },
      },
      (f) =>
        html`${f.radios({
          name: 'how',
          label: t('How does it go by now?'),
          required: true,
          options: hows.map((how) => ({ value: how, label: t(howWords[how]) })),
        })}
        ${f.textarea({
          name: 'words',
          label: t('What pupils do now'),
          hint: t('Something you saw or heard lately. Leave out full names.'),
          rows: 3,
        })}`,
    )}`;
}

/** The small things one can do with a step at any time. */
export const stepQuietly = ({ goal, step }: OpenedStep): Html =>
  html`${quietActions([
    ...(goal.finishedAt === null && goal.steps.filter(isOpen).length < catalogue().coaching.steps.usual
      ? [{ label: t('Add another step'), href: goalHref(goal, 'steps/new'), icon: 'add' as const }]
      : []),
    { label: t('Change the words of this step'), href: stepHref(goal, step, 'edit'), icon: 'edit' },
    ...(step.triedOn
      ? [
          {
            label: t('Keep this going in my practice'),
            href: practiceFromStepHref({ words: step.words, step: step.id }),
            icon: 'practice' as const,
          },
        ]
      : []),
  ])}
  ${form({ action: stepHref(goal, step, 'end'), button: t('Take this step away'), quiet: true, danger: true })}`;

const withStored = <F extends { values?: Readonly<Record<string, unknown>> | undefined }>(
  state: F,
  stored: Record<string, unknown>,
): F => ({ ...state, values: { ...stored, ...state.values } });
