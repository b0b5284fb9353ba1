import { audienceNote } from '#platform/access/audience-words.ts';
import { isCalendarDate } from '#platform/calendar/dates.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { evaluationHref } from './addresses.ts';
import { selectClosures } from './closures.queries.ts';
import { comparisons, comparisonWords } from './evaluation.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { earliestDelayed, proposedDates } from './moments.ts';
import { findEvaluation, itemToBe, openFound } from './open-evaluation.ts';
import { planValues } from './plan.input.ts';

/** The plan as a form, for a new evaluation and one that stands: from the pupils backwards. */
export const changePlanPage = page('/programmes/:programme/evaluation/plan/change', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  async load(visit) {
    const found = await findEvaluation(visit);
    const { programme, evaluation } = found;
    const item = evaluation
      ? (await openFound(visit, { ...found, evaluation }, 'plan')).item
      : itemToBe(programme);
    visit.who.must('plan', evaluationPolicy, item);
    const [closures, draft] = await Promise.all([
      selectClosures(visit.db, programme.ownerId),
      visit.draft(`evaluation-plan:${programme.id}`),
    ]);
    return { item, programme, evaluation, closures, draft };
  },
  view({ item, programme, evaluation, closures, draft }, visit) {
    const action = evaluationHref(programme, 'plan/change');
    const state = visit.formAt(action);
    const { startsOn, taughtUntil, terms } = programme;
    const dates = proposedDates({ startsOn, endsOn: taughtUntil }, terms, closures);
    const stored = evaluation
      ? planValues(evaluation)
      : { ...dates, comparison: 'none', whoMeasures: t('Each teacher, for their own pupils') };
    const values = { ...stored, ...draft, ...state.values };
    const end = String(values.end);
    return {
      title: evaluation ? t('Change the plan') : t('Plan the evaluation'),
      audience: audienceNote(item, evaluationPolicy, visit.who),
      trail: evaluationTrail(programme),
      body: html`<p>
          ${t('Plan backwards: from the pupils, to what their learning should look like, to how you would notice. Measures come last. What was written for learning, such as starting points, journals and agreements, does not come here; you write down what you want to be part of it.')}
        </p>
        ${form(
          {
            ...state,
            values,
            draft: `evaluation-plan:${programme.id}`,
            button: t('Save the plan'),
            hidden: { version: evaluation?.version ?? 0 },
            cancel: evaluationHref(programme, evaluation ? 'plan' : ''),
          },
          (f) => [
            pupilFields(f),
            dateFields(f, earliestDelayed(isCalendarDate(end) ? end : dates.end, terms)),
            comparisonFields(f),
          ],
        )}`,
    };
  },
});

const pupilFields = (f: Fields): Html => html`
  ${f.textarea({
    name: 'pupils',
    label: t('Which pupils?'),
    hint: t('In words, without names: “six readers in each of our Year 5 classes who guess at words”.'),
    required: true,
  })}
  ${f.textarea({
    name: 'learning',
    label: t('What should their learning look like?'),
    hint: t('What one would see and hear from them.'),
    required: true,
  })}
  ${f.textarea({
    name: 'noticing',
    label: t('How would we notice?'),
    hint: t('What would be different, and what would tell you that it is not.'),
    required: true,
  })}
  ${f.text({ name: 'whoMeasures', label: t('Who measures and writes the figures down?'), required: true })}
`;

const dateFields = (f: Fields, earliest: string): Html =>
  f.group(t('When'), [
    f.date({ name: 'baseline', label: t('Start: before anything changes'), required: true }),
    f.date({ name: 'middle', label: t('Middle'), required: true }),
    f.date({ name: 'end', label: t('End'), required: true }),
    f.date({
      name: 'delayed',
      label: t('Later: what lasted'),
      hint: t('At least a whole term after the end; with this end, from {day}.', {
        day: formatDate(earliest),
      }),
      required: true,
    }),
  ]);

const comparisonFields = (f: Fields): Html => html`
  ${f.radios({
    name: 'comparison',
    label: t('What can you compare with?'),
    hint: t(
      'Without a comparison you can say what changed, and not what made it change. That is worth knowing too.',
    ),
    options: comparisons.map((value) => ({ value, label: comparisonWords(value) })),
    required: true,
  })}
  ${f.textarea({
    name: 'comparisonAbout',
    label: t('About the comparison'),
    hint: t('Who they are, and how they are like your pupils and unlike them.'),
    rows: 2,
  })}
`;
