import { audienceNote } from '#platform/access/audience-words.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import type { Content } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { evaluationHref } from './addresses.ts';
import {
  betterWays,
  betterWords,
  type EvaluatedProgramme,
  type Evaluation,
  mayChange,
  type Measure,
  measureKinds,
  measureKindWords,
} from './evaluation.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { measureValues } from './measure.input.ts';
import { openEvaluation, type OpenedEvaluation } from './open-evaluation.ts';

/** A measure that a teacher chooses. */
export const newMeasurePage = page('/programmes/:programme/evaluation/measures/new', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  load: (visit) => openEvaluation(visit, 'plan'),
  view: (opened, visit) => measureForm(opened, null, visit),
});

/** A measure as it stands, to change. */
export const measurePage = page('/programmes/:programme/evaluation/measures/:measure', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  async load(visit) {
    const opened = await openEvaluation(visit, 'plan');
    return { opened, measure: measureToChange(visit, opened.evaluation) };
  },
  view: ({ opened, measure }, visit) => measureForm(opened, measure, visit),
});

/**
 * The measure whose number stands in the address (`:measure`), for somebody who wants to change it. One that
 * is not everybody's belongs to those who take it.
 */
export function measureToChange(visit: Visit, { measures }: Evaluation): Measure {
  const measure = measures.find(({ number }) => String(number) === visit.params.measure);
  if (!measure) throw new NotFound('There is no measure at this address.');
  if (!mayChange(measure, visit.who.personId))
    throw new NotAllowed('This measure belongs to those who take it.', 'Ask the teacher who chose it.');
  return measure;
}

function measureForm({ item, programme }: OpenedEvaluation, measure: Measure | null, visit: Visit): Content {
  const action = evaluationHref(programme, measure ? `measures/${measure.number}` : 'measures');
  const state = visit.formAt(action);
  const stored = measure ? measureValues(measure) : { better: 'higher', whose: 'common' };
  return {
    title: measure ? t('Change the measure') : t('Add a measure'),
    audience: audienceNote(item, evaluationPolicy, visit.who),
    trail: [
      ...evaluationTrail(programme),
      { label: t('Plan and measures'), href: evaluationHref(programme, 'plan') },
    ],
    body: html`${visit.who.isIn(programme.id, 'participant') && whom(programme)}
    ${form(
      {
        ...state,
        values: { ...stored, ...state.values },
        button: measure ? t('Save the measure') : t('Add the measure'),
        hidden: { version: measure?.version ?? 0 },
        cancel: evaluationHref(programme, 'plan'),
      },
      (f) => [what(f), kinds(f), who(f, programme.people)],
    )}`,
  };
}

/** A measure says nothing of the pupils; those of one's agreement are offered as the group that takes it. */
const whom = (programme: EvaluatedProgramme): Html =>
  html`<p>
    ${t('A measure says what is looked at, and how. At whom, each teacher says for themselves:')}
    <a href="${evaluationHref(programme, 'groups/from-agreement')}"
      >${t('take the pupils of your agreement as your group')}</a
    >.
  </p>`;

const what = (f: Fields): Html => html`
  ${f.text({
    name: 'title',
    label: t('What is measured?'),
    hint: t('In a few words, such as “Questions pupils ask of a text”.'),
    required: true,
    maxlength: 120,
  })}
  ${f.textarea({
    name: 'how',
    label: t('How is it taken?'),
    hint: t('So that the next time is the same: which task, when, with whose help, who marks.'),
  })}
`;

const kinds = (f: Fields): Html => html`
  ${f.radios({
    name: 'kind',
    label: t('What kind of measure?'),
    required: true,
    options: measureKinds.map((value) => ({
      value,
      label: measureKindWords(value),
      hint: kindHint[value](),
    })),
  })}
  ${f.radios({
    name: 'better',
    label: t('Which way is better?'),
    required: true,
    options: betterWays.map((value) => ({ value, label: betterWords(value) })),
  })}
  ${f.group(t('For a number or a tally'), [
    f.text({
      name: 'unit',
      label: t('Unit'),
      hint: t('Such as “words a minute”, “questions”.'),
      maxlength: 60,
    }),
    f.number({ name: 'lowest', label: t('Lowest it can be') }),
    f.number({ name: 'highest', label: t('Highest it can be') }),
    f.number({ name: 'minutes', label: t('Minutes of counting, for a tally'), min: 1 }),
  ])}
  ${f.textarea({
    name: 'levels',
    label: t('Levels, for a rubric'),
    hint: t('One on each line, lowest first, as “name: what one sees”.'),
    rows: 4,
  })}
`;

const kindHint = {
  number: () => t('A score, a count or a time for each pupil.'),
  rubric: () => t('Levels that you name, with what one sees at each.'),
  tally: () => t('How often something happens in a set time.'),
};

const who = (f: Fields, people: readonly { personId: string; name: string; parts: string[] }[]): Html => html`
  ${f.radios({
    name: 'whose',
    label: t('Who takes this measure?'),
    required: true,
    options: [
      { value: 'common', label: t('Everybody in the programme') },
      { value: 'some', label: t('I do, with the partners ticked below') },
    ],
  })}
  ${f.checkboxes({
    name: 'used_by',
    label: t('Partners who take it too'),
    options: people
      .filter(({ parts }) => parts.includes('participant'))
      .map(({ personId, name }) => ({ value: personId, label: name })),
  })}
`;
