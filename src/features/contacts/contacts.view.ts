import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, formatMoment, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { carerHref, pupilContacts } from './addresses.ts';
import {
  allMatters,
  type Carer,
  type CarerFacts,
  type EarlierVersion,
  matterInWords,
} from './carers/carer.ts';
import type { PupilContacts } from './carers/carers.queries.ts';
import { keptPhones, phoneList } from './phones/phones.view.ts';

interface ContactsData {
  pupil: PupilContacts;
  visit: Visit;
  keeps: boolean;
  readsAll: boolean;
  readsWords: boolean;
}

export function contactsView(data: ContactsData): Html {
  const { pupil, keeps } = data;
  return html`${
    pupil.carers.length === 0
      ? empty({
          says: t('Nobody is written down for {name}.', { name: pupil.name }),
          todo: keeps
            ? { label: t('Add a parent or carer'), href: `/people/${pupil.personId}/family` }
            : undefined,
        })
      : html`<ol class="contact-carers">
          ${pupil.carers.map((carer) => html`<li>${oneCarer(data, carer)}</li>`)}
        </ol>`
  }
  ${quietActions([
    ...(keeps
      ? [
          {
            label: t('Add a parent or carer'),
            href: `/people/${pupil.personId}/family`,
            icon: 'people' as const,
          },
          {
            label: t('Add somebody to call in an emergency'),
            href: pupilContacts(pupil.personId, '/emergency'),
            icon: 'add' as const,
          },
        ]
      : []),
    { label: t('The pupil’s page'), href: `/people/${pupil.personId}`, icon: 'pupils' },
  ])}
  ${
    pupil.earlier.length > 0 &&
    details(
      t('What was changed'),
      html`<ul class="items">
        ${pupil.earlier.map((each) => html`<li>${earlierVersion(each)}</li>`)}
      </ul>`,
    )
  }`;
}

function oneCarer({ pupil, visit, keeps, readsAll, readsWords }: ContactsData, carer: Carer): Html {
  const phones = { at: pupilContacts(pupil.personId), name: carer.name, personId: carer.personId };
  return html`<section>
    <h2>${personName({ name: carer.name, role: carer.relationship ?? undefined })}</h2>
    <p class="meta">${orderInWords(carer)}</p>
    ${carer.askFirst && !readsWords && notice('caution', t('Ask the office before telling this person anything about {name}.', { name: pupil.name }))}
    ${carer.restriction !== null && restricted(carer)}
    ${keeps ? keptPhones(visit, carer.phones, phones) : phoneList(carer.phones)}
    ${readsAll && definitionList(factsOf(carer))}
    ${
      keeps &&
      html`<p>
        <a class="button secondary" href="${carerHref(pupil.personId, carer.relationId)}"
          >${t('Change')}<span class="hidden"> ${t('what is said of {name}', { name: carer.name })}</span></a
        >
      </p>`
    }
  </section>`;
}

const orderInWords = ({ calledIn, notCalled }: Pick<CarerFacts, 'calledIn' | 'notCalled'>): string =>
  notCalled
    ? t('Not to be called')
    : calledIn === null
      ? t('No place in the order')
      : calledIn === 1
        ? t('Called first')
        : t('Called in place {n}', { n: calledIn });

const restricted = (carer: Carer): Html =>
  notice(
    'caution',
    html`<span class="as-written" dir="auto">${carer.restriction}</span><br /><span class="meta"
        >${[heldFor(carer), carer.restrictionBy !== null && t('written by {name}', { name: carer.restrictionBy })].filter(Boolean).join(', ')}</span
      >`,
    t('What was said about contact'),
  );

const heldFor = ({ restrictionFrom: from, restrictionUntil: until }: CarerFacts | Carer): string =>
  from !== null && until !== null
    ? t('{from} to {until}', { from: formatDate(from), until: formatDate(until) })
    : from !== null
      ? t('from {day}', { day: formatDate(from) })
      : until !== null
        ? t('until {day}', { day: formatDate(until) })
        : '';

const yesNo = (said: boolean | null): string =>
  said === null ? t('Nobody said') : said ? t('Yes') : t('No');

/** What they are told of, in words; where it is not everything, what they are not told of too. */
export function toldInWords(told: readonly string[]): string {
  if (told.length === 0) return t('Nothing');
  if (told.length === allMatters.length) return t('Everything a family is told');
  const not = allMatters.filter((matter) => !told.includes(matter));
  return t('Told of {these}; not told of {those}', {
    these: formatList(allMatters.filter((matter) => told.includes(matter)).map(matterInWords)),
    those: formatList(not.map(matterInWords)),
  });
}

const factsOf = (carer: Carer): { term: string; says: Value }[] => [
  { term: t('What they are told'), says: carer.told !== null && toldInWords(carer.told) },
  { term: t('Lives with the child'), says: yesNo(carer.livesWith) },
  { term: t('Has parental responsibility'), says: yesNo(carer.responsibility) },
  {
    term: t('E-mail'),
    says: carer.email !== null && html`<a href="mailto:${carer.email}">${carer.email}</a>`,
  },
  { term: t('Account'), says: carer.hasAccount ? t('Open') : t('None') },
];

const earlierVersion = (was: EarlierVersion): Html =>
  html`<p>
      ${t('{name}, until {by} changed it, {when}', { name: was.name, by: was.changedBy, when: formatMoment(was.changedAt) })}
    </p>
    ${definitionList([
      { term: t('What they are to the child'), says: was.relationship },
      { term: t('Order'), says: orderInWords(was) },
      { term: t('What they were told'), says: toldInWords(was.told) },
      { term: t('Lives with the child'), says: yesNo(was.livesWith) },
      { term: t('Has parental responsibility'), says: yesNo(was.responsibility) },
      {
        term: t('What was said about contact'),
        says: was.restriction !== null && [was.restriction, heldFor(was)].filter(Boolean),
      },
    ])}`;
