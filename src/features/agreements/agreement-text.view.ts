import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { type Agreement, nameOf } from './agreement.ts';
import { type Answer, type Answers, balanceOf, linesOf } from './answers.ts';
import { shownParts, type FormPart } from './form-parts.ts';

/** The agreement as it reads: each part that has an answer, in the order of its form. */
export const agreementText = (
  agreement: Pick<Agreement, 'form' | 'parties' | 'programme'>,
  answers: Answers,
): Html =>
  definitionList(
    shownParts(agreement.form).map((part) => {
      const answer = answers[part.id];
      return { term: part.heading, says: answer ? pieces(part, answer, agreement) : '' };
    }),
  );

function pieces(
  part: FormPart,
  answer: Answer,
  agreement: Pick<Agreement, 'parties' | 'programme'>,
): Value[] {
  return [...choicesOf(part, answer, agreement), answer.words && paragraphs(answer.words)].filter(Boolean);
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
      return [
        formatList(part.options.filter(({ id }) => answer.chosen?.includes(id)).map(({ label }) => label)),
      ];
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
        [
          title,
          nameOf(agreement, personId) ?? t('all of us'),
          dueOn && t('by {day}', { day: formatDate(dueOn) }),
        ]
          .filter(Boolean)
          .join(', '),
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
    school.length > 0 && t('From the school: {things}', { things: formatList(school) }),
    focus.own && t('From the partners: {things}', { things: formatList(linesOf(focus.own)) }),
    focus.pupils && t('Pupils: {words}', { words: focus.pupils }),
    focus.looksLike && t('Their learning should look like this: {words}', { words: focus.looksLike }),
    focus.wouldKnow && t('How we would know: {words}', { words: focus.wouldKnow }),
  ];
}

/** 'Wednesday 25 November, 10:15' */
export const whenWords = (on: string, at: string | null): string =>
  at ? `${formatDate(on, 'weekday')}, ${at}` : formatDate(on, 'weekday');

const paragraphs = (words: string): Value =>
  words.split(/\n{2,}/).map((each) => html`<p class="as-written">${each}</p>`);
