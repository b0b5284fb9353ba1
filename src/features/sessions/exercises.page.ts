import { audienceNote } from '#platform/access/audience-words.ts';
import { NotAllowed } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { stepList } from '#ui/step-list.ts';
import {
  type OpenedProgramme,
  openProgramme,
  programmePolicy,
  programmeTabs,
  programmeTrail,
  stepHref,
} from '#features/programmes/index.ts';
import { exerciseHref, exercisesHref } from './addresses.ts';
import { comesFirst, type Exercise, selectExercises } from './exercises.queries.ts';

/** The exercises of a programme in their order: done, open, and what opens them. */
export const exercisesPage = page('/programmes/:programme/exercises', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit);
    mustBeInside(opened);
    return { opened, exercises: await selectExercises(visit, opened.programme) };
  },
  view({ opened, exercises }, visit) {
    const { programme } = opened;
    const takesPart = visit.who.isIn(programme.id, 'participant');
    const next = takesPart
      ? exercises.find((each) => each.doneAt === null && !each.exempt && !comesFirst(exercises, each))
      : undefined;
    const adds = opened.may('facilitate') && !programme.closed_at;
    const add = { label: t('Add an exercise'), href: `${exercisesHref(programme)}/new` };
    return {
      title: t('Exercises'),
      audience: audienceNote(opened.item, opened.policy, visit.who),
      trail: programmeTrail(programme),
      ...(takesPart &&
        exercises.length > 0 && {
          status: {
            where: t('{done} of {all} done', {
              done: exercises.filter(({ doneAt, exempt }) => doneAt !== null || exempt).length,
              all: exercises.length,
            }),
            ...(next && { next: next.title }),
          },
        }),
      ...(next
        ? { action: { label: t('Do the next one'), href: exerciseHref(programme, next) } }
        : adds && { action: add }),
      body: html`${programmeTabs(opened, 'exercises')}
        <p>
          ${t('They are done in order. What you notice at one is yours alone; that it is done is seen by those who run the programme.')}
        </p>
        ${
          exercises.length === 0
            ? empty({ says: t('There are no exercises in this programme yet.') })
            : stepList(
                exercises.map((exercise) => ({
                  ...lineOf(opened, exercises, exercise, takesPart),
                  id: `exercise-${exercise.number}`,
                  ...(adds && { acts: moves(opened, exercises, exercise) }),
                })),
              )
        }
        ${adds && next && html`<p><a href="${add.href}">${add.label}</a></p>`}`,
    };
  },
});

/** Those in the programme, and those who run it. Throws `NotAllowed` for others, who read its outline alone. */
export function mustBeInside({ may }: OpenedProgramme): void {
  if (!may('join') && !may('facilitate'))
    throw new NotAllowed('The exercises are for those in the programme.', programmePolicy.ask);
}

/** Moves an exercise up or down by one, against the order as it is shown here. */
function moves({ programme }: OpenedProgramme, all: readonly Exercise[], exercise: Exercise): Html {
  const at = all.indexOf(exercise);
  const [above, below] = [all[at - 1], all[at + 1]];
  const move = (up: Exercise, past: Exercise, button: string): Html =>
    form({
      action: exerciseHref(programme, up, `before/${past.number}`),
      button,
      quiet: true,
      describe: t('{button}: {title}', { button, title: exercise.title }),
    });
  return html`<div class="acts">
    ${above && move(exercise, above, t('Move up'))} ${below && move(below, exercise, t('Move down'))}
  </div>`;
}

function lineOf(
  { programme, may }: OpenedProgramme,
  all: readonly Exercise[],
  exercise: Exercise,
  takesPart: boolean,
) {
  const first = takesPart ? comesFirst(all, exercise) : undefined;
  const settled = exercise.doneAt !== null || exercise.exempt !== null;
  return {
    label: `${exercise.place}. ${exercise.title}`,
    href: exerciseHref(programme, exercise),
    state: settled ? ('done' as const) : first || !takesPart ? ('later' as const) : ('now' as const),
    note: html`${formatMinutes(exercise.minutes)}${!exercise.required && t(', you may leave it out')}${
      exercise.step && html`, <a href="${stepHref(programme, exercise.step)}">${exercise.step.title}</a>`
    }${exercise.exempt && t('; you need not do it: {reason}', { reason: exercise.exempt.reason })}${
      first && !settled && t('; opens after “{title}”', { title: first.title })
    }${may('facilitate') && html`; ${tn(exercise.done, 'one person has done it', '{n} people have done it')}`}`,
  };
}
