import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { agreementHref, reviewDue, stateOf } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementText } from './agreement-text.view.ts';
import { agreementTitle, agreementTrail } from './agreement.view.ts';
import { answerOfKind } from './answers.ts';
import { openAgreement } from './open-agreement.ts';
import { type Review, reviewDraft, selectReviewsAndDraft } from './review.queries.ts';

/** Where partners look at their agreement again: what to keep, what to change, when next. */
export const reviewPage = page('/agreements/:agreement/review', {
  purpose: 'learning',
  access: agreementPolicy,
  async load(visit) {
    const opened = await openAgreement(visit, 'write');
    return {
      ...opened,
      ...(await selectReviewsAndDraft(visit.db, opened.agreement, visit.who)),
    };
  },
  view({ item, agreement, reviews, draft }, visit) {
    const action = agreementHref(agreement, 'review');
    const due = reviewDue(agreement, visit.today);
    const how = answerOfKind(agreement.form, agreement.answers, 'review').words;
    const mayReview = agreement.inForceVersion !== null && stateOf(agreement) !== 'closed';
    return {
      title: t('Look at the agreement again'),
      audience: audienceNote(item, agreementPolicy, visit.who),
      trail: [
        ...agreementTrail(agreement),
        { label: agreementTitle(agreement, visit.who.personId), href: agreementHref(agreement) },
      ],
      status: {
        where:
          due === 'observation'
            ? t('It is due: the first observation has been.')
            : due === 'date'
              ? t('It is due: the day you set has come.')
              : '',
        ...(how ? { promised: how } : {}),
      },
      body: html`${
        mayReview
          ? html`${details(
              t('Read the agreement'),
              html`<h2>${t('What we agree')}</h2>
                ${agreementText(agreement, agreement.answers)}`,
            )}
            ${form(
              {
                values: draft ?? {},
                ...visit.formAt(action),
                button: t('Keep the agreement as it is'),
                also: [{ label: t('Save this and change the agreement'), name: 'then', value: 'change' }],
                draft: reviewDraft(agreement),
                hidden: { version: agreement.reviewRound },
                cancel: agreementHref(agreement),
              },
              (f) => [
                f.textarea({ name: 'keep', label: t('What has helped, and should stay?'), required: true }),
                f.textarea({
                  name: 'change',
                  label: t('What would you change?'),
                  hint: t('What pupils did is a good place to begin.'),
                }),
                f.date({ name: 'next_on', label: t('When will you look at it again?') }),
              ],
            )}`
          : empty({
              says: t('There is something to review once the agreement is signed by all.'),
              todo: { label: t('Go to the agreement'), href: agreementHref(agreement) },
            })
      }${reviews.length > 0 && earlier(reviews)}`,
    };
  },
});

const earlier = (reviews: readonly Review[]): Html =>
  html`<h2>${t('Earlier reviews')}</h2>
    ${reviews.map(
      ({ keep, change, version, writtenBy, writtenAt }) =>
        html`<h3>${t('{day}, of version {n}', { day: formatDate(writtenAt), n: version })}</h3>
          ${definitionList([
            { term: t('To keep'), says: keep },
            { term: t('To change'), says: change },
            { term: t('Written by'), says: writtenBy },
          ])}`,
    )}`;
