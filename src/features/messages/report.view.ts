import type { Visit } from '#platform/http/context.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { reportHref } from './addresses.ts';
import { type Report, type ReportOutcome, reportOutcomes, type ReportState } from './report.ts';

export const stateWords = (state: ReportState): string =>
  ({
    open: t('Nobody has looked at it yet.'),
    looking: t('An adult looks into it.'),
    closed: t('It is closed.'),
  })[state];

export const outcomeWords = (outcome: ReportOutcome): string =>
  ({
    'nothing-wrong': t('An adult has looked. Nothing was wrong.'),
    talked: t('An adult has looked and is talking with the people in it.'),
    'taken-away': t('An adult has looked and took the message away.'),
    'passed-on': t('An adult has looked and told the adult who keeps children safe here.'),
  })[outcome];

export function reportView(report: Report, visit: Visit): Html {
  return html`${report.unsafe && notice('caution', t('Whoever reported this says that somebody is not safe.'))}
  ${definitionList([
    { term: t('What was said'), says: html`<span class="as-written" dir="auto">${report.text}</span>` },
    { term: t('When'), says: formatMoment(report.at) },
    ...(report.theirs
      ? [
          { term: t('Reported by'), says: html`<bdi>${report.reporter}</bdi>` },
          { term: t('Written by'), says: html`<bdi>${report.reported}</bdi>` },
          { term: t('In'), says: html`<bdi>${report.title || report.people}</bdi>` },
        ]
      : []),
    {
      term: t('Where it stands'),
      says: report.outcome === null ? stateWords(report.state) : outcomeWords(report.outcome),
    },
    {
      term: t('In words'),
      says: report.answer && html`<span class="as-written" dir="auto">${report.answer}</span>`,
    },
  ])}
  ${report.theirs && forThoseWhoLook(report, visit)}`;
}

/** The message with what stood before it, and what can be decided. */
function forThoseWhoLook(report: Report, visit: Visit): Html {
  const action = reportHref(report.id);
  const { values, errors } = visit.formAt(action);
  return html`<h2>${t('The message')}</h2>
    ${(report.before ?? []).map((each) => html`<p class="message-before"><bdi>${each.author}</bdi>: <bdi>${each.text}</bdi></p>`)}
    <blockquote class="as-written" dir="auto">${report.message}</blockquote>
    <h2>${report.state === 'closed' ? t('Change what was decided') : t('What you do')}</h2>
    <p>
      ${t('Nothing is punished by this page. Whoever reported it sees the outcome and your words, and not your name.')}
    </p>
    ${form(
      {
        action,
        button: t('Save it'),
        values: {
          ...(report.outcome === null ? {} : { outcome: report.outcome }),
          answer: report.answer,
          ...values,
        },
        errors,
        hidden: { version: report.version },
      },
      (f) => html`
        ${f.radios({
          name: 'outcome',
          label: t('Outcome'),
          initial: 'looking',
          required: true,
          options: [
            { value: 'looking', label: t('I look into it') },
            ...reportOutcomes.map((value) => ({ value, label: chosenWords(value) })),
          ],
        })}
        ${f.textarea({ name: 'answer', label: t('Words for whoever reported it'), rows: 3, maxlength: 2000 })}
      `,
    )}`;
}

const chosenWords = (outcome: ReportOutcome): string =>
  ({
    'nothing-wrong': t('Nothing is wrong'),
    talked: t('I talk with the people in it'),
    'taken-away': t('I take the message away'),
    'passed-on': t('I pass it on to the safeguarding lead'),
  })[outcome];
