import { audienceNote } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { audienceLine } from '#ui/layout.ts';
import { countedList } from '#ui/list.ts';
import {
  kindWords,
  leadWords,
  modeWords,
  type OpenedProgramme,
  stepDesignHref,
  stepHref,
} from '#features/programmes/index.ts';
import type { SharedTryOut } from '#features/try-outs/index.ts';
import { belowStep, exerciseHref } from './addresses.ts';
import { isGathering, isMeeting } from './kinds-of-step.ts';
import { materialsSection } from './materials.view.ts';
import { meetingSection } from './meeting.view.ts';
import { notesSection } from './minutes.queries.ts';
import { placeInProgramme } from './place-in-programme.view.ts';
import { rollSection } from './roll.view.ts';
import { section } from './section.view.ts';
import { minutesPolicy, ofProgramme } from './sessions.policy.ts';
import type { BriefStep, StepPage } from './step-page.queries.ts';
import { wayOn } from './way-on.ts';

/** What the parts of a step's page are drawn from. */
export interface StepView {
  opened: OpenedProgramme;
  data: StepPage;
  visit: Visit;
  today: string;
  /** The try-outs that people chose to bring to this meeting. */
  brought: readonly SharedTryOut[];
  /** May mark the roll. */
  marks: boolean;
  /** Is in the programme as a participant. */
  takesPart: boolean;
  /** Takes part or helps those who do, and so reads what is noted. */
  isInside: boolean;
}

export function stepView(view: StepView): Html {
  const { data, isInside, marks, today } = view;
  const roll = isGathering(data.step) && rollSection(view);
  // On its day, whoever marks who is here comes for that.
  const isToday = marks && data.step.on_date === today;
  return html`
    ${data.step.prompt && html`<p class="as-written">${data.step.prompt}</p>`} ${facts(view)} ${onwards(view)}
    ${designing(view)} ${isToday && roll} ${isInside && exercises(view)} ${materialsSection(view)}
    ${!isToday && roll} ${isInside && isMeeting(data.step) && meetingSection(view)}
    ${isInside && isGathering(data.step) && !isMeeting(data.step) && notes(view)} ${reflections(view)}
    ${placeInProgramme(view)} ${beforeAndAfter(view)}
  `;
}

const facts = ({ data: { step } }: StepView): Html =>
  definitionList([
    { term: t('What'), says: `${kindWords(step.kind)}${step.required ? '' : t(' (you may leave it out)')}` },
    {
      term: t('When'),
      says: [
        formatDate(step.on_date, 'weekday'),
        step.starts_at && t('from {time}', { time: step.starts_at }),
      ]
        .filter(Boolean)
        .join(', '),
    },
    {
      term: t('Where'),
      says: step.place
        ? t('{place} ({how})', { place: step.place, how: modeWords(step.mode).toLocaleLowerCase() })
        : modeWords(step.mode),
    },
    { term: t('Led by'), says: leadWords(step.lead) },
    {
      term: t('Time'),
      says: `${formatMinutes(step.minutes)}, ${step.in_school_day ? t('in the school day') : t('outside the school day')}`,
    },
  ]);

/** Where that is done which this step asks for, when it is done on another page. */
function onwards({ opened, data, visit }: StepView): Html {
  const way = wayOn(opened, data.step, visit.who.standing.kind === 'staff');
  return way ? html`<p>${linkButton(way)}</p>` : nothing;
}

/** For those who design the programme: to the place in the design where this step is changed. */
const designing = ({ opened, data }: StepView): Html | false =>
  opened.may('design') &&
  quietActions([
    { label: t('Change this step'), href: stepDesignHref(opened.programme, data.step), icon: 'edit' },
  ]);

const exercises = ({ opened, data }: StepView): Html =>
  data.exercises.length === 0
    ? nothing
    : html`<h2>${t('Exercises')}</h2>
        ${countedList({
          says: tn(
            data.exercises.length,
            'One exercise belongs to this step',
            '{n} exercises belong to this step',
          ),
          dense: true,
          items: data.exercises.map(
            (exercise) => html`<a href="${exerciseHref(opened.programme, exercise)}">${exercise.title}</a>`,
          ),
          empty: nothing,
        })}`;

function notes(view: StepView): Html {
  const policy = ofProgramme(minutesPolicy, view.opened.programme);
  const writes = view.visit.who.may('note', minutesPolicy, policy) && !view.opened.programme.closed_at;
  const written = view.data.sections.some(({ text }) => text !== '');
  if (!writes && !written) return nothing;
  return html`<section id="${notesSection}">
    <h2>${t('Notes of the session')}</h2>
    ${audienceLine(audienceNote(policy, minutesPolicy, view.visit.who))}
    ${writes && html`<p>${t('What was done and what it raised. Write about the session, not about a person.')}</p>`}
    ${section(view, notesSection, t('Notes of the session'), writes)}
  </section>`;
}

/** One's own thoughts have a page of their own; here stands only the way to it, and who shared theirs. */
function reflections({ opened, data, takesPart }: StepView): Html {
  const { programme } = opened;
  if (!takesPart && data.reflections.length === 0) return nothing;
  return html`<h2>${t('What people make of it')}</h2>
    ${
      takesPart &&
      html`<p>
        <a href="${belowStep(programme, data.step, 'reflection')}"
          >${icon('private')}
          ${data.reflected ? t('Your own thoughts') : t('Write down a thought, for yourself')}</a
        >
      </p>`
    }
    ${
      data.reflections.length > 0 &&
      countedList({
        says: tn(
          data.reflections.length,
          'One person shared theirs with you',
          '{n} people shared theirs with you',
        ),
        dense: true,
        items: data.reflections.map(
          ({ personId, name }) =>
            html`<a href="${belowStep(programme, data.step, `reflections/${personId}`)}"
              ><bdi>${name}</bdi></a
            >`,
        ),
        empty: nothing,
      })
    }`;
}

/** The steps on either side of this one. */
export function neighbours({ steps, step }: StepPage): {
  before: BriefStep | undefined;
  after: BriefStep | undefined;
} {
  const at = steps.findIndex(({ number }) => number === step.number);
  return { before: steps[at - 1], after: steps[at + 1] };
}

function beforeAndAfter({ opened: { programme }, data }: StepView): Html {
  const { before, after } = neighbours(data);
  return html`<nav class="pager" aria-label="${t('Steps before and after')}">
    ${before && html`<a href="${stepHref(programme, before)}" rel="prev">${icon('back')} ${before.title}</a>`}
    ${after && html`<a href="${stepHref(programme, after)}" rel="next">${after.title} ${icon('next')}</a>`}
  </nav>`;
}
