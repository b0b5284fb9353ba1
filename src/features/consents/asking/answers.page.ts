import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Visit } from '#platform/http/context.ts';
import { answers } from '../consent.ts';
import { consentPurpose, purposeTitle } from '../purposes.ts';
import { answersOf, answersPath, takeBackHref } from './addresses.ts';
import { type Allowed, type Question, selectQuestions } from './asking.queries.ts';

/** What a grown-up is asked about their children, and what they themselves said. */
export const answersPage = page(answersPath, {
  purpose: 'administration',
  access: 'signed-in',
  load: (visit) => selectQuestions(visit.db, visit.who, { today: visit.today }),
  view: ({ questions, allowed }, visit) => ({
    title: t('What the school asks you'),
    audience: {
      icon: 'group',
      words: t('You, and those at the school who keep the register'),
      why: t(
        'Staff who teach your child read whether they may film or show. No other parent or carer reads what you said.',
      ),
    },
    body:
      questions.length === 0 && allowed.length === 0
        ? empty({ says: t('The school asks you nothing at the moment.') })
        : html`${
            questions.length === 0
              ? html`<p>${t('The school asks you nothing at the moment.')}</p>`
              : html`<p>
                    ${t('Say yes to one and no to another, as you like. Saying no costs your child nothing. You may change your mind here on any day. Where somebody else who looks after the child says no, it is no.')}
                  </p>
                  ${[...Map.groupBy(questions, ({ pupilId }) => pupilId)].map(([pupilId, those]) => ofChild(visit, pupilId, those))}`
          }
          ${allowed.length > 0 && allowedList(allowed)}`,
  }),
});

/** What stands, each to be taken back on any day. */
const allowedList = (allowed: readonly Allowed[]): Html =>
  html`<section>
    <h2>${t('What is allowed')}</h2>
    <ul class="items with-end">
      ${allowed.map(
        ({ id, pupilId, child, purpose, givenOn, until }) =>
          html`<li>
            <span
              ><bdi>${child}</bdi>: ${purposeTitle(purpose)}
              <span class="meta"
                >${until === null ? t('since {day}', { day: formatDate(givenOn) }) : t('since {day}, until {until}', { day: formatDate(givenOn), until: formatDate(until) })}</span
              ></span
            >
            ${form({ action: takeBackHref(pupilId, id), button: t('Take it back'), describe: t('Take it back: {purpose}, {child}', { purpose: purposeTitle(purpose), child }), quiet: true })}
          </li>`,
      )}
    </ul>
  </section>`;

const ofChild = (visit: Visit, pupilId: string, questions: readonly Question[]): Html => {
  const { child, answerBy, until } = questions[0]!;
  const isAnswered = questions.every(({ answer }) => answer !== null);
  return html`<section>
    <h2><bdi>${child}</bdi></h2>
    <p class="meta">
      ${isAnswered ? t('You have answered. It holds until {until}.', { until: formatDate(until) }) : t('Please answer by {day}. What you allow holds until {until}.', { day: formatDate(answerBy), until: formatDate(until) })}
    </p>
    ${form(
      {
        values: Object.fromEntries(
          questions.map(({ purpose, answer }) => [`answer-${purpose}`, answer ?? '']),
        ),
        ...visit.formAt(answersOf(pupilId)),
        button: t('Send my answers'),
        describe: t('Send my answers for {child}', { child }),
      },
      (f) =>
        questions.map(({ purpose }) => {
          const about = consentPurpose(purpose);
          return html`<div class="consent-question">
            ${f.radios({
              name: `answer-${purpose}`,
              label: purposeTitle(purpose),
              hint: about && t(about.plain),
              required: true,
              options: answers.map((value) => ({ value, label: value === 'given' ? t('Yes') : t('No') })),
            })}
            ${
              about &&
              details(
                t('More about this'),
                definitionList([
                  { term: t('Who sees it'), says: t(about.seenBy) },
                  { term: t('What it is not'), says: about.isNot.map((each) => t(each)) },
                  { term: t('If you say no'), says: t(about.withoutIt) },
                ]),
              )
            }
          </div>`;
        }),
    )}
  </section>`;
};
