import { audienceNote } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { agreementHref, agreementPolicy, agreementTitle, partsInWords } from '#features/agreements/index.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { offerPolicy } from '../planner.policy.ts';
import { answerForms, partList } from './offer.view.ts';
import { fieldOf, notYet, type Offer, type OpenedOffer, withoutNames } from './offer.ts';
import { openOffer } from './open-offer.ts';

const offerDraft = ({ id }: { id: string }): string => `agreement-offer:${id}`;

/** Wording a copy of one's agreement for the school's collection, together, before anybody else reads it. */
export const offerPage = page('/agreements/:agreement/collection', {
  purpose: 'learning',
  access: agreementPolicy,
  async load(visit) {
    const opened = await openOffer(visit);
    return { ...opened, draft: await visit.draft(offerDraft(opened.opened.agreement)) };
  },
  view(data, visit) {
    const { opened, offer, item } = data;
    const { agreement } = opened;
    return {
      title: t('A copy for the collection'),
      audience: item
        ? audienceNote(item, offerPolicy, visit.who)
        : audienceNote(opened.item, agreementPolicy, visit.who),
      status: { where: whereWords(data) },
      trail: [{ label: agreementTitle(agreement, visit.who.personId), href: agreementHref(agreement) }],
      body: html`<p>
          ${t('The school collects learning agreements, to see what they have in common and to improve its form. A copy goes there only when everybody whose words it holds has said yes, and any of you can take it back at any time.')}
        </p>
        ${notice('info', t('Nothing in the collection says whose agreement it is, unless your words do. Take out names of people and classes, and whatever is not for others. Where your own names stood, A and B stand now; look for anything else that would tell.'))}
        ${offer && shown(data, offer, visit)} ${!offer?.givenAs && wordForm(data, visit)}`,
    };
  },
});

function whereWords({ offer, people }: OpenedOffer): string {
  if (!offer) return t('Nothing has been given.');
  if (offer.givenAs)
    return offer.stands
      ? t('The copy stands in the collection.')
      : t('The copy was given, and is not in the collection any more.');
  const waiting = notYet({ offer, people });
  return waiting.length === 0
    ? t('Everybody has said yes. It is not in the collection until one of you gives it.')
    : t('Nobody else reads it yet. Still to say yes: {names}.', {
        names: formatList(waiting.map(({ name }) => name)),
      });
}

const shown = (data: OpenedOffer, offer: Offer, visit: Visit): Html =>
  html`<section>
    <h2>${t('As it would be given')}</h2>
    <p class="meta">
      ${t('Worded by {name}, {day}', { name: offer.writtenBy, day: formatDate(offer.writtenAt) })}
    </p>
    ${partList(offer.parts)} ${answerForms(data, offer, visit)}
  </section>`;

function wordForm({ opened, offer, people, draft }: OpenedOffer & { draft: Draft }, visit: Visit): Html {
  const { agreement } = opened;
  const action = agreementHref(agreement, 'collection');
  const state = visit.formAt(action);
  const parts = partsInWords(agreement.form, agreement.answers);
  const begun = offer?.parts ?? withoutNames(parts, people);
  const values = Object.fromEntries(begun.map((part) => [fieldOf(part), part.text]));
  return html`<h2>${offer ? t('Change the wording') : t('Word the copy')}</h2>
    ${form(
      {
        ...state,
        values: state.values ?? draft ?? values,
        button: offer ? t('Save the wording') : t('Show it to the others'),
        hidden: { version: offer?.version ?? 0 },
        draft: offerDraft(agreement),
        cancel: agreementHref(agreement),
      },
      (f) => [
        html`<p>
          ${t('Whoever saves it says yes to it; the others are asked. What is left empty is not given.')}
        </p>`,
        parts.map((part) => f.textarea({ name: fieldOf(part), label: part.label, rows: 3 })),
      ],
    )}`;
}

type Draft = Awaited<ReturnType<Visit['draft']>>;
