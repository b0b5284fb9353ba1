import { smallest } from '#platform/access/small-numbers.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { evaluationHref } from './addresses.ts';
import { askingAt, type AskingMoment, askingMoments, askingWords } from './asking-moment.ts';
import { participants } from './evaluation.ts';
import { evaluationTabs } from './evaluation-tabs.view.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';
import { questionsForm } from './questions-form.ts';

export const questionsView = (opened: OpenedEvaluation): Html => html`
  ${evaluationTabs(opened, 'questions')}
  <p>${questionsForm().plain}</p>
  ${tooFew(opened)}
  ${askingMoments.map(
    (moment) =>
      html`<h2>${askingWords(moment)}</h2>
        ${oneAsking(opened, moment)}`,
  )}
`;

/** Said before anybody is asked: what fewer than five take part in saying is shown to nobody, ever. */
function tooFew({ programme, evaluation }: OpenedEvaluation): Value {
  const taking = participants(programme).length;
  if (taking >= smallest || askingMoments.every((moment) => askingAt(evaluation, moment)?.closedAt))
    return '';
  return notice(
    'caution',
    html`${tn(
        taking,
        'One person takes part. What those who take part answer is shown once five or more of them have answered, so with this many it can never be shown.',
        '{n} people take part. What those who take part answer is shown once five or more of them have answered, so with this many it can never be shown.',
      )}
      <a href="${evaluationHref(programme, 'summary')}"
        >${t('They can write a summary together and release it instead')}</a
      >`,
  );
}

function oneAsking(opened: OpenedEvaluation, moment: AskingMoment): Html {
  const { programme, evaluation } = opened;
  const mine = evaluation.mine.find((answer) => answer.moment === moment);
  const asking = askingAt(evaluation, moment);
  const href = evaluationHref(programme, `questions/${moment}`);
  if (!asking)
    return html`<p>
        ${t('Planned for {day}. Not asked yet.', { day: formatDate(evaluation.dates[moment]) })}
      </p>
      ${opened.may('ask') && form({ action: `${href}/open`, button: t('Ask the questions'), quiet: true })}`;
  const answered = mine && t('You answered on {day}.', { day: formatDate(new Date(mine.updatedAt)) });
  if (asking.closedAt)
    return html`<p>
      ${t('Closed on {day}.', { day: formatDate(new Date(asking.closedAt)) })} ${answered}
      ${t('What came of them stands on the page of the evaluation.')}
    </p>`;
  return html`<p>
      ${t('Open since {day}.', { day: formatDate(new Date(asking.openedAt)) })} ${answered}
      ${t('Nothing is shown to anybody until they are closed.')}
    </p>
    <p>
      ${linkButton({ label: mine ? t('Change my answers') : t('Answer the questions'), href, icon: 'edit' })}
    </p>
    ${
      opened.may('ask') &&
      html`<p>
          ${t('Close them when everybody has had their say. They cannot be opened again, because one later answer could be told apart from the others.')}
          ${t('What those who take part answered is shown only if five or more of them did.')}
        </p>
        ${form({ action: `${href}/close`, button: t('Close the questions'), quiet: true })}`
    }`;
}
