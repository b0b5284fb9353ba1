import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { type Agreement, nameOf } from './agreement.ts';
import { type Answer, type Answers, balanceOf, linesOf } from './answers.ts';
import { shownParts, type FormPart } from './form-parts.ts';
import { inOneLine, withoutStop } from './join-words.ts';

type Around = Pick<Agreement, 'parties' | 'programme'>;

/** The agreement as it reads: each part that has an answer, in the order of its form. */
export function agreementText(agreement: Around & Pick<Agreement, 'form'>, answers: Answers): Html {
  const parts = shownParts(agreement.form).map((part) => ({
    part,
    says: saysOf(part, answers[part.id], agreement),
  }));
  const hasLettered = (part: FormPart): boolean =>
    parts.some((each) => each.part.under === part.id && each.says.length > 0);
  return html`<div class="agreement-text">
    ${parts
      .filter(({ part, says }) => says.length > 0 || hasLettered(part))
      .map(
        ({ part, says }) =>
          html`<h3>${part.heading}</h3>
            ${says}`,
      )}
  </div>`;
}

/** What was chosen as a list, what was written as it was written. */
function saysOf(part: FormPart, answer: Answer | undefined, around: Around): Html[] {
  if (!answer) return [];
  const chosen = choicesOf(part, answer, around).filter(Boolean);
  return [
    ...(chosen.length > 0
      ? [
          html`<ul>
            ${chosen.map((each) => html`<li>${each}</li>`)}
          </ul>`,
        ]
      : []),
    ...(answer.words ? [html`<p class="as-written">${answer.words}</p>`] : []),
  ];
}

function choicesOf(
  part: FormPart,
  answer: Answer,
  agreement: Pick<Agreement, 'parties' | 'programme'>,
): Value[] {
  switch (part.kind) {
    case 'focus':
      return focusWords(answer, agreement);
    case 'places':
      return part.options.filter(({ id }) => answer.chosen?.includes(id)).map(({ label }) => label);
    case 'observations':
      return (answer.dates ?? []).map(({ on, at, observerId, observedId }) =>
        t('{when}: {observer} observes {observed}', {
          when: whenWords(on, at),
          observer: nameOf(agreement, observerId) ?? t('somebody who has left'),
          observed: nameOf(agreement, observedId) ?? t('somebody who has left'),
        }),
      );
    case 'preparations':
      return (answer.preparations ?? []).map(({ title, personId, dueOn }) =>
        inOneLine([
          title,
          nameOf(agreement, personId) ?? t('all of us'),
          dueOn && t('by {day}', { day: formatDate(dueOn) }),
        ]),
      );
    case 'review':
      return [
        answer.reviewOn &&
          t('On {day}, and after the first observation', { day: formatDate(answer.reviewOn) }),
      ];
    default:
      return [];
  }
}

function focusWords({ focus }: Answer, { programme }: Pick<Agreement, 'programme'>): Value[] {
  if (!focus) return [];
  const school = [...focus.priorities.map(({ title }) => title), ...(focus.topic ? [programme.title] : [])];
  const balance = {
    nothing: '',
    both: t('The focus comes from the school and from the partners themselves.'),
    school: t(
      'The focus comes from the school alone so far. What matters to each partner can stand here too.',
    ),
    own: t(
      'The focus comes from the partners alone so far. It can also carry one of the school’s priorities.',
    ),
  }[balanceOf(focus)];
  return [
    balance && html`<em>${balance}</em>`,
    school.length > 0 &&
      t('From the school: {things}', {
        things: formatList(school.map((title) => t('“{title}”', { title: withoutStop(title) }))),
      }),
    focus.own && t('From the partners: {things}', { things: linesOf(focus.own).map(withoutStop).join('; ') }),
    focus.pupils && t('Pupils: {words}', { words: focus.pupils }),
    focus.looksLike && t('Their learning should look like this: {words}', { words: focus.looksLike }),
    focus.wouldKnow && t('How we would know: {words}', { words: focus.wouldKnow }),
  ];
}

/** 'Wednesday 25 November, 10:15' */
export const whenWords = (on: string, at: string | null): string =>
  at ? `${formatDate(on, 'weekday')}, ${at}` : formatDate(on, 'weekday');
