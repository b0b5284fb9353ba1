import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import {
  openProgramme,
  programmeHref,
  programmePolicy,
  programmeTrail,
  type Programme,
} from '#features/programmes/index.ts';
import { exerciseHref, exercisesHref } from './addresses.ts';
import { type AtExercise, selectAtExercise } from './exercises.queries.ts';
import { exemptionPolicy, ofProgramme } from './sessions.policy.ts';
import { grounds, groundWords } from './words.ts';

/** Who has done an exercise and who need not, for whoever runs the exercises. What people noticed is not here. */
export const exercisePeoplePage = page('/programmes/:programme/exercises/:number/people', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const { programme } = await openProgramme(visit);
    const policy = ofProgramme(exemptionPolicy, programme);
    visit.who.must('read', exemptionPolicy, policy);
    return { programme, policy, people: await selectAtExercise(visit, programme, visit.params.number ?? '') };
  },
  view({ programme, policy, people }, visit) {
    const exercise = { number: Number(visit.params.number) };
    const name = people[0]?.title ?? t('The exercise');
    const action = exerciseHref(programme, exercise, 'exempt');
    const state = visit.formAt(action);
    const waiting = people.filter(({ doneAt, ground }) => doneAt === null && ground === null);
    return {
      title: t('{exercise}: who has done it', { exercise: name }),
      audience: audienceNote(policy, exemptionPolicy, visit.who),
      trail: [
        ...programmeTrail(programme),
        { label: t('Exercises'), href: exercisesHref(programme) },
        { label: name, href: exerciseHref(programme, exercise) },
      ],
      body: html`${
        people.length > 0 &&
        html`<p class="count">${tn(people.length, 'One person takes part', '{n} people take part')}</p>`
      }
      ${table({
        caption: t('Who has done it'),
        captionHidden: true,
        columns: [
          { label: t('Name') },
          { label: t('How it stands'), wide: true },
          { label: t('Change'), labelHidden: true },
        ],
        rows: people.map((person) => [
          html`<bdi>${person.name}</bdi>`,
          standing(person),
          person.ground !== null && !programme.closed_at && backForm(programme, exercise, person),
        ]),
        empty: empty({
          says: t('Nobody takes part yet.'),
          todo: { label: t('See the people'), href: programmeHref(programme, 'people') },
        }),
      })}
      ${
        waiting.length > 0 &&
        !programme.closed_at &&
        details(
          t('Say that somebody need not do it'),
          form(
            { ...state, button: t('They need not do it'), quiet: true },
            (f) => html`
              ${f.select({
                name: 'person_id',
                label: t('Who'),
                required: true,
                options: waiting.map(({ personId, name }) => ({ value: personId, label: name })),
              })}
              ${f.radios({
                name: 'ground',
                label: t('Because'),
                required: true,
                options: grounds.map((ground) => ({ value: ground, label: groundWords(ground) })),
              })}
              ${f.text({
                name: 'reason',
                label: t('In your words'),
                hint: t('They read this, and so do the facilitators and the leader of the programme.'),
                required: true,
                maxlength: 500,
              })}
            `,
          ),
          state.errors !== undefined,
        )
      }`,
    };
  },
});

function standing(person: AtExercise): Value {
  if (person.doneAt) return t('Done {day}', { day: formatDate(person.doneAt, 'short') });
  if (person.ground)
    return html`${groundWords(person.ground)}: ${person.reason}
      <span class="meta">${t('said by {name}', { name: person.grantedBy ?? '' })}</span>`;
  return t('Not yet');
}

const backForm = (programme: Programme, exercise: { number: number }, person: AtExercise) =>
  form({
    action: exerciseHref(programme, exercise, `exempt/${person.personId}/end`),
    button: t('They do it after all'),
    describe: t('They do it after all: {name}', { name: person.name }),
    quiet: true,
  });
