import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { agreementHref } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementTitle, agreementTrail } from './agreement.view.ts';
import { type EvidencePlace, type FiledEvidence, selectFiled } from './evidence-places.ts';
import { openAgreement } from './open-agreement.ts';

/** The places that partners keep for what shows how it goes, and what is in them. */
export const evidencePage = page('/agreements/:agreement/evidence', {
  purpose: 'learning',
  access: agreementPolicy,
  async load(visit) {
    const opened = await openAgreement(visit, 'write');
    const { ownerId, id } = opened.agreement;
    return { ...opened, places: await selectFiled(visit.db, ownerId, id) };
  },
  view: ({ item, agreement, places }, visit) => ({
    title: t('Places for evidence'),
    audience: audienceNote(item, agreementPolicy, visit.who),
    trail: [
      ...agreementTrail(agreement),
      { label: agreementTitle(agreement, visit.who.personId), href: agreementHref(agreement) },
    ],
    body:
      places.length === 0
        ? empty({
            says: t('There are no places yet. They come from the agreement: how you want to keep a record.'),
            todo: { label: t('Go to the agreement'), href: agreementHref(agreement) },
          })
        : html`<p>
              ${t('What you write about a try-out can be put in one of these. It stays its writer’s own, and its writer decides who reads it.')}
            </p>
            ${places.map(placeOf)}`,
  }),
});

const placeOf = ({ title, about, filed }: EvidencePlace & { filed: FiledEvidence[] }): Html =>
  html`<h2>${title}</h2>
    ${about && html`<p class="as-written">${about}</p>`}
    ${countedList({
      says: tn(filed.length, '{n} thing', '{n} things'),
      items: filed.map(filedItem),
      empty: t('Nothing is here yet.'),
    })}`;

const filedItem = ({ title, href, filedByName, filedAt }: FiledEvidence): Value =>
  html`<a href="${href}">${title}</a>, ${filedByName}, ${formatDate(filedAt, 'short')}`;
