import type { FormState } from '#platform/http/form-state.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { stillIn } from './lesson.ts';
import type { ShownLesson } from './lesson.queries.ts';
import { mostMoments, mostPupils, usualMoment } from './plan-rules.ts';

interface PlanView {
  lesson: ShownLesson;
  state: { action: string } & Partial<Pick<FormState, 'values' | 'errors'>>;
  draftKey: string;
  cancel: string;
}

/** Empty lines at the end of a list: more when nothing stands there yet. */
const linesToCome = (there: number, most: number): number => Math.min(most - there, there === 0 ? 4 : 2);

export function planView({ lesson, state, draftKey, cancel }: PlanView): Html {
  const draft = lesson.drafts['plan'];
  const options = lesson.people.map(({ id, name, here }) => ({
    value: id,
    label: here ? name : t('{name} (no longer takes part)', { name }),
  }));
  const [pupils, moments] = [stillIn(lesson.pupils), stillIn(lesson.moments)];
  const chosen = { teachers: lesson.teacherIds, observers: lesson.observerIds };
  const people = (f: Fields): Value => [
    f.checkboxes({ name: 'teachers', label: t('Who teaches'), options, unmarked: true }),
    f.checkboxes({
      name: 'observers',
      label: t('Who observes'),
      hint: t('Anybody who takes part can note something, also without being chosen here.'),
      options,
      unmarked: true,
    }),
  ];
  return form(
    {
      ...state,
      // What was sent or kept holds every field; a box it lacks was unticked.
      values: state.values ?? draft ?? chosen,
      button: t('Save the plan'),
      draft: draftKey,
      hidden: {
        version: lesson.version,
        shown_teachers: lesson.teacherIds.join(' '),
        shown_observers: lesson.observerIds.join(' '),
      },
      cancel,
    },
    (f) =>
      html`${people(f)}
      ${f.group(
        t('Focus pupils'),
        [
          pupils.map(({ id, label }, index) =>
            f.text({
              name: `pupil-${id}`,
              label: numbered(t('Focus pupil'), index),
              initial: label,
              unmarked: true,
            }),
          ),
          lines(linesToCome(pupils.length, mostPupils), (n) =>
            f.text({
              name: `new-pupil-${n}`,
              label: numbered(t('Focus pupil'), pupils.length + n - 1),
              unmarked: true,
            }),
          ),
        ],
        t(
          'From 1 to {n} pupils whom the observers watch. Write “Pupil A” or a first name; full names do not belong here. Another name on a line keeps what was written about the pupil. Empty the line to take the pupil out; write the same name again to bring back what was written.',
          { n: mostPupils },
        ),
      )}
      ${f.group(
        t('Moments of the lesson'),
        [
          moments.map(({ id, title }, index) =>
            f.text({
              name: `moment-${id}`,
              label: numbered(t('Moment'), index),
              initial: title,
              unmarked: true,
            }),
          ),
          lines(linesToCome(moments.length, mostMoments), (n) =>
            f.text({
              name: `new-moment-${n}`,
              label: numbered(t('Moment'), moments.length + n - 1),
              initial: moments.length === 0 && n === 1 ? usualMoment() : '',
              unmarked: true,
            }),
          ),
        ],
        t(
          'A short list, such as “Opening”, “First task”, “Comparing answers”. You predict what each pupil does at each, and observers note at which they saw something.',
        ),
      )}`,
  );
}

const numbered = (what: string, index: number): string => `${what} ${index + 1}`;

const lines = (count: number, draw: (n: number) => Html): Html[] =>
  Array.from({ length: count }, (_, index) => draw(index + 1));
