import { audienceNote, onlyYou } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatMinutes, formatMoment, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { audienceLine } from '#ui/layout.ts';
import { notice } from '#ui/notice.ts';
import {
  openProgramme,
  type OpenedProgramme,
  programmePolicy,
  programmeTrail,
  stepHref,
} from '#features/programmes/index.ts';
import { exerciseHref, exercisesHref } from './addresses.ts';
import {
  comesFirst,
  type Exercise,
  exerciseDraft,
  findExercise,
  selectExercises,
} from './exercises.queries.ts';
import { mustBeInside } from './exercises.page.ts';
import { exemptionPolicy, ofProgramme } from './sessions.policy.ts';
import { groundWords } from './words.ts';

/** One exercise: what to do, and for those who take part a sentence on what they noticed. */
export const exercisePage = page('/programmes/:programme/exercises/:number', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit);
    mustBeInside(opened);
    const exercises = await selectExercises(visit, opened.programme);
    return { opened, exercises, exercise: findExercise(visit, exercises) };
  },
  view({ opened, exercises, exercise }, visit) {
    const { programme } = opened;
    const takesPart = visit.who.isIn(programme.id, 'participant');
    const runs = visit.who.may('read', exemptionPolicy, ofProgramme(exemptionPolicy, programme));
    return {
      title: `${exercise.place}. ${exercise.title}`,
      audience: audienceNote(opened.item, opened.policy, visit.who),
      trail: [...programmeTrail(programme), { label: t('Exercises'), href: exercisesHref(programme) }],
      body: html`<p class="meta">
          ${formatMinutes(exercise.minutes)}${!exercise.required && t(', you may leave it out')}${
            exercise.step &&
            html`, <a href="${stepHref(programme, exercise.step)}">${exercise.step.title}</a>`
          }
        </p>
        <p class="as-written">${exercise.prompt}</p>
        ${takesPart && ownPart(opened, exercises, exercise, visit)}
        ${quietActions([
          ...(runs
            ? [
                {
                  label: t('Who has done it, and who need not'),
                  href: exerciseHref(programme, exercise, 'people'),
                },
              ]
            : []),
          ...(opened.may('facilitate') && !programme.closed_at
            ? [{ label: t('Change this exercise'), href: exerciseHref(programme, exercise, 'change') }]
            : []),
        ])}`,
    };
  },
});

function ownPart(
  { programme }: OpenedProgramme,
  all: readonly Exercise[],
  exercise: Exercise,
  visit: Visit,
): Html {
  const first = comesFirst(all, exercise);
  if (exercise.doneAt !== null) return done(programme, exercise);
  if (programme.closed_at) return nothing;
  const exempt =
    exercise.exempt &&
    notice(
      'info',
      t('{by} said that you need not do it: {reason}', {
        by: exercise.exempt.by,
        reason: exercise.exempt.reason,
      }),
      groundWords(exercise.exempt.ground),
    );
  if (first)
    return html`${exempt}
    ${notice(
      'info',
      html`${t('This one opens when “{title}” is done.', { title: first.title })}
        <a href="${exerciseHref(programme, first)}">${t('Go there')}</a>`,
    )}`;
  const action = exerciseHref(programme, exercise, 'done');
  return html`${exempt}
    <h2>${t('When you have done it')}</h2>
    ${audienceLine(onlyYou(t('Your sentence is yours alone. Those who run the programme see that the exercise is done.')))}
    ${form(
      {
        values: exercise.draft ?? {},
        ...visit.formAt(action),
        button: t('I have done it'),
        draft: exerciseDraft(exercise),
      },
      (f) =>
        f.textarea({
          name: 'noticed',
          label: t('What did you notice?'),
          hint: t('A sentence is enough.'),
          required: true,
          rows: 3,
        }),
    )}`;
}

const done = (programme: OpenedProgramme['programme'], exercise: Exercise): Html =>
  html`<h2>${t('Done')}</h2>
    ${audienceLine(onlyYou(t('Your sentence is yours alone. Those who run the programme see that the exercise is done.')))}
    <p class="as-written">${exercise.noticed}</p>
    <p class="meta">${formatMoment(new Date(exercise.doneAt!))}</p>
    ${!programme.closed_at && form({ action: exerciseHref(programme, exercise, 'not-done'), button: t('Not done after all'), quiet: true })}`;
