import { protectCounts, smallest } from '#platform/access/small-numbers.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { activityHref } from '../addresses.ts';
import type { Standing } from '../kinds/kind.ts';
import type { Question } from './questions.ts';
import type { Answers, SurveyFacts } from './survey.queries.ts';

/** The questions for whoever learns; what was answered for whoever leads, once five have. */
export function surveyView(
  questions: readonly Question[],
  { mine, all }: SurveyFacts,
  { opened, activity }: Standing,
  visit: Visit,
): Html {
  if (opened.leads)
    return results(questions, all, activityHref(opened.course.id, activity.id, 'answers.csv'));
  if (!opened.learns || opened.course.closedAt !== null)
    return html`<ol>
      ${questions.map(({ asks }) => html`<li dir="auto">${asks}${mine?.[asks] && html`<br /><q>${mine[asks]}</q>`}</li>`)}
    </ol>`;
  const action = activityHref(opened.course.id, activity.id, 'answers');
  const { values, errors } = visit.formAt(action);
  const before = Object.fromEntries(questions.map(({ asks }, index) => [`q${index}`, mine?.[asks] ?? '']));
  return html`${mine !== null && html`<p>${t('You have answered. You can change it while the course is open.')}</p>`}
    <p class="meta">
      ${t('Whoever leads the course reads what was answered once five have, without names.')}
    </p>
    ${form({ action, button: t('Send'), values: { ...before, ...values }, errors }, (f) =>
      questions.map(({ asks, choices }, index) =>
        choices.length === 0
          ? f.textarea({ name: `q${index}`, label: asks, rows: 3, maxlength: 2000 })
          : f.radios({ name: `q${index}`, label: asks, options: choices }),
      ),
    )}`;
}

function results(questions: readonly Question[], all: readonly Answers[], sheet: string): Html {
  if (all.length < smallest)
    return html`<ol>
        ${questions.map(({ asks }) => html`<li dir="auto">${asks}</li>`)}
      </ol>
      <p class="empty">${t('Fewer than five have answered. From five on you read here what was said.')}</p>`;
  return html`<p class="count">${tn(all.length, '{n} has answered', '{n} have answered')}</p>
    ${questions.map((question) =>
      one(
        question,
        all.map((answers) => answers[question.asks] ?? null),
      ),
    )}
    ${quietActions([{ label: t('All answers as a sheet (CSV)'), href: sheet, icon: 'download' }])}`;
}

const one = ({ asks, choices }: Question, answers: readonly (string | null)[]): Value =>
  choices.length === 0
    ? html`<h2 dir="auto">${asks}</h2>
        <ul>
          ${answers.filter(Boolean).map((answer) => html`<li class="as-written" dir="auto">${answer}</li>`)}
        </ul>`
    : html`<h2 dir="auto">${asks}</h2>
        ${table({
          caption: asks,
          captionHidden: true,
          columns: [
            { label: t('Answer'), wide: true },
            { label: t('How many'), numeric: true },
          ],
          rows: protectCounts(
            choices.map((choice) => ({
              key: choice,
              count: answers.filter((answer) => answer === choice).length,
            })),
          ).map(({ key, count }) => [key, count === null ? t('Hidden: few') : formatNumber(count)]),
          empty: '',
        })}`;
