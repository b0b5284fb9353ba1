import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { openProgramme, programmePolicy, programmeTrail } from '#features/programmes/index.ts';
import { exerciseHref, exercisesHref } from './addresses.ts';
import {
  exerciseTextDraft,
  newExerciseDraft,
  selectExerciseText,
  selectForNewExercise,
  type StepToChoose,
} from './exercise-text.queries.ts';

/** The form for a new exercise. */
export const newExercisePage = page('/programmes/:programme/exercises/new', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit, 'facilitate');
    return { ...opened, ...(await selectForNewExercise(visit, opened.programme)) };
  },
  view({ item, programme, steps, draft }, visit) {
    const action = exercisesHref(programme);
    const state = visit.formAt(action);
    return {
      title: t('Add an exercise'),
      audience: audienceNote(item, programmePolicy, visit.who),
      trail: [...programmeTrail(programme), { label: t('Exercises'), href: action }],
      body: form(
        {
          ...state,
          values: state.values ?? draft ?? { minutes: 20, required: 'yes' },
          button: t('Add the exercise'),
          draft: newExerciseDraft(programme),
          cancel: action,
        },
        (f) => fields(f, steps),
      ),
    };
  },
});

/** The form of an exercise that is there. */
export const changeExercisePage = page('/programmes/:programme/exercises/:number/change', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit, 'facilitate');
    return { ...opened, ...(await selectExerciseText(visit, opened.programme)) };
  },
  view({ item, programme, exercise, steps, draft }, visit) {
    const action = exerciseHref(programme, exercise, 'change');
    const state = visit.formAt(action);
    return {
      title: t('Change “{title}”', { title: exercise.title }),
      audience: audienceNote(item, programmePolicy, visit.who),
      trail: [...programmeTrail(programme), { label: t('Exercises'), href: exercisesHref(programme) }],
      body: html`${form(
        {
          ...state,
          values: state.values ??
            draft ?? {
              ...exercise,
              required: exercise.required ? 'yes' : '',
              step_id: exercise.stepId ?? '',
            },
          button: t('Save the exercise'),
          draft: exerciseTextDraft(exercise),
          hidden: { version: exercise.version },
          cancel: exerciseHref(programme, exercise),
        },
        (f) => fields(f, steps),
      )}
      ${form({ action: exerciseHref(programme, exercise, 'remove'), button: t('Take it out'), quiet: true, danger: true })}`,
    };
  },
});

const fields = (f: Fields, steps: readonly StepToChoose[]): Html => html`
  ${f.text({ name: 'title', label: t('Title'), required: true, maxlength: 120 })}
  ${f.textarea({ name: 'prompt', label: t('What are people asked to do?'), required: true, rows: 5 })}
  ${f.number({ name: 'minutes', label: t('Minutes it takes'), required: true, min: 0, max: 600, step: 1 })}
  ${f.checkbox({
    name: 'required',
    label: t('It has to be done before the next one opens'),
    hint: t('You can excuse a person from it, with a reason they can read.'),
  })}
  ${f.select({
    name: 'step_id',
    label: t('Which step does it belong to?'),
    options: [
      { value: '', label: t('None') },
      ...steps.map(({ id, title }) => ({ value: id, label: title })),
    ],
  })}
`;
