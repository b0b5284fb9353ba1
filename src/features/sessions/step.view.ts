import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { type LinkAction, linkButton, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { countedList } from '#ui/list.ts';
import type { ProtocolStep } from '#features/evidence/index.ts';
import { groupHref, stepDesignHref, stepHref } from '#features/programmes/index.ts';
import { kindWords, leadWords, modeWords } from '#features/protocols/index.ts';
import { drawRecordingsOfCircle, filmsOrRubricOf } from '#features/recordings/index.ts';
import type { SharedTryOut } from '#features/try-outs/index.ts';
import { belowStep, exerciseHref } from './addresses.ts';
import { carriedOver } from './carried.view.ts';
import { ownWriting } from './answers.view.ts';
import { isGathering } from './kinds-of-step.ts';
import { materialsSection } from './materials.view.ts';
import { placeInProgramme } from './place-in-programme.view.ts';
import { planned } from './protocol-says.view.ts';
import { rollSection } from './roll.view.ts';
import type { StepWriting } from './step-in-protocol.ts';
import type { BriefStep, OpenedStepPage, StepPage } from './step-page.queries.ts';
import { wayOn } from './way-on.ts';
import { writtenTogether } from './written-together.view.ts';

/** What the parts of a step's page are drawn from. */
export interface StepView extends OpenedStepPage {
  /** What its protocol says of it; nothing of a step that the school added itself. */
  template: ProtocolStep | undefined;
  /** How people write at it, where its protocol says so. */
  writing: StepWriting | undefined;
  visit: Visit;
  today: string;
  /** The try-outs that people chose to bring to this meeting. */
  brought: readonly SharedTryOut[];
  /** May mark the roll. */
  marks: boolean;
  /** Is in the programme as a participant. */
  takesPart: boolean;
  /** Goes on with what is written together, and writes their own. */
  writes: boolean;
}

export function stepView(view: StepView): Html {
  const { data, isInside, marks, today } = view;
  const roll = isGathering(data.step) && rollSection(view);
  // On its day, whoever marks who is here comes for that.
  const isToday = marks && data.step.on_date === today;
  return html`
    ${data.step.prompt && html`<p class="as-written">${data.step.prompt}</p>`} ${facts(view)} ${planned(view)}
    ${onwards(view)} ${watching(view)} ${doneOrNot(view)} ${placing(view)} ${isToday && roll}
    ${isInside && exercises(view)} ${materialsSection(view)} ${!isToday && roll}
    ${isInside && carriedOver(view)} ${isInside && writtenTogether(view)} ${isInside && ownWriting(view)}
    ${recorded(view)} ${reflections(view)} ${placeInProgramme(view)} ${beforeAndAfter(view)}
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
function onwards({ opened, data, visit, isInside }: StepView): Html {
  const way = wayOn(opened, data.step, { isStaff: visit.who.standing.kind === 'staff', isInside });
  return way ? html`<p>${linkButton(way)}</p>` : nothing;
}

/** The school's own examples, or the rubric, where the step of its protocol asks for them. */
function watching({ protocol, template, visit }: StepView): Html {
  const link = visit.who.standing.kind === 'staff' ? filmsOrRubricOf(protocol, template) : undefined;
  return link ? quietActions([link]) : nothing;
}

/** A group says by itself what is done: here as well as on its first page. */
function doneOrNot({ opened, data: { step }, isInside }: StepView): Html {
  const { programme, may } = opened;
  if (programme.sort !== 'group' || !isInside) return nothing;
  const says = may('takePart') && !programme.closed_at;
  const action = (below: string) => groupHref(programme, `steps/${step.number}/${below}`);
  return step.done_at === null
    ? html`${says && form({ action: action('done'), button: t('This step is done'), quiet: true })}`
    : html`<p>${icon('check')} ${t('Said to be done on {day}.', { day: formatDate(step.done_at) })}</p>
        ${says && form({ action: action('not-done'), button: t('It is not done after all'), quiet: true })}`;
}

/** For those who run its steps, to where a time is found for it; for those who design it, to where it is changed. */
function placing({ opened, data: { step } }: StepView): Html {
  const { programme } = opened;
  const toFind = opened.may('facilitate') && !programme.closed_at && step.mode !== 'own-time';
  const actions: LinkAction[] = [
    ...(toFind
      ? [{ label: t('Find a time'), href: belowStep(programme, step, 'when'), icon: 'calendar' as const }]
      : []),
    ...(opened.may('design')
      ? [{ label: t('Change this step'), href: stepDesignHref(programme, step), icon: 'edit' as const }]
      : []),
  ];
  return actions.length === 0 ? nothing : quietActions(actions);
}

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

/** Made for this step; where the step asks for one, the way to add it. */
const recorded = ({ opened: { programme }, data, visit }: StepView): Value =>
  drawRecordingsOfCircle(data.recordings, {
    circleId: programme.id,
    stepId: data.step.id,
    visit,
    mayAdd:
      data.step.kind === 'recording' &&
      !programme.closed_at &&
      visit.who.standing.kind === 'staff' &&
      visit.who.standing.circles.has(programme.id),
  });

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
