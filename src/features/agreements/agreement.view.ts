import { audienceNote } from '#platform/access/audience-words.ts';
import type { Content } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { programmeHref } from '#features/programmes/index.ts';
import {
  type Agreement,
  agreementHref,
  goneFrom,
  invitedTo,
  partnersOf,
  reviewDue,
  stateOf,
  unsignedBy,
} from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { mainAction, nextWords, promisedWords, whereWords } from './agreement-status.view.ts';
import { agreementText } from './agreement-text.view.ts';
import { missingParts } from './answers.ts';
import { observationList, taskList } from './follow-up.view.ts';
import { shownParts } from './form-parts.ts';
import type { OpenedAgreement } from './open-agreement.ts';

/** 'Agreement with Tomos Bevan': the others, as this reader would say it. */
export function agreementTitle(agreement: Pick<Agreement, 'parties'>, readerId: string): string {
  const others = agreement.parties
    .filter(
      ({ personId, answer }) => personId !== readerId && answer !== 'declined' && answer !== 'withdrawn',
    )
    .map(({ name }) => name);
  return others.length > 0
    ? t('Agreement with {names}', { names: formatList(others) })
    : t('Learning agreement');
}

export const agreementTrail = ({ programme }: Pick<Agreement, 'programme'>) => [
  { label: programme.title, href: programmeHref(programme) },
  { label: t('Agreements'), href: programmeHref(programme, 'agreements') },
];

/** The whole page of an agreement, for a partner or for somebody who was asked to become one. */
export function agreementView({ item, agreement, may }: OpenedAgreement, visit: Visit): Content {
  const state = stateOf(agreement);
  const mayWrite = may('write') && state !== 'closed';
  const due = reviewDue(agreement, visit.today);
  return {
    title: agreementTitle(agreement, visit.who.personId),
    audience: audienceNote(item, agreementPolicy, visit.who),
    trail: agreementTrail(agreement),
    status: {
      where: may('write') ? whereWords(agreement, state) : t('You are asked to join.'),
      next: nextWords(agreement, state, due),
      promised: promisedWords(agreement, visit.today),
    },
    ...mainAction(agreement, state, due, may, visit.who.personId),
    body: html`${goneNotice(agreement)}
    ${may('answer') && !may('write') ? invitation(agreement, visit) : theAgreement(agreement, mayWrite, visit)}`,
  };
}

function goneNotice(agreement: Agreement): Value {
  const gone = goneFrom(agreement);
  return (
    gone.length > 0 &&
    notice(
      'info',
      t(
        '{names} can no longer take part here. What was written and signed stays in the history. You can go on with who is here, or close the partnership and form another.',
        {
          names: formatList(gone.map(({ name }) => name)),
        },
      ),
    )
  );
}

function invitation(agreement: Agreement, visit: Visit): Html {
  const action = agreementHref(agreement, 'answer');
  return html`<p>
      ${t(
        '{names} would like to form a partnership with you in {programme}: to choose a focus, watch each other teach and look at what pupils do. You would write and sign an agreement together.',
        {
          names: formatList(partnersOf(agreement).map(({ name }) => name)),
          programme: agreement.programme.title,
        },
      )}
    </p>
    ${agreement.proposal && html`<blockquote class="as-written">${agreement.proposal}</blockquote>`}
    <p>${t('Only they see what you answer. You can say no without giving a reason.')}</p>
    <div class="acts">
      ${form({ ...visit.formAt(action), action, button: t('Join the partnership'), hidden: { answer: 'accepted' } })}
      ${form({ action, button: t('Not this time'), quiet: true, prefix: 'decline', hidden: { answer: 'declined' } })}
    </div>`;
}

function theAgreement(agreement: Agreement, may: boolean, visit: Visit): Html {
  const { version } = agreement;
  return html`${agreement.proposal && version === 0 && html`<blockquote class="as-written">${agreement.proposal}</blockquote>`}
  ${may && invitedTo(agreement).map((party) => withdrawForm(agreement, party))}
  ${
    version > 0 &&
    html`<h2>${t('What we agree')}</h2>
      ${agreementText(agreement, agreement.answers)}`
  }
  ${may && signForm(agreement, visit)}
  ${agreement.inForceVersion !== null && [observationList(agreement, may), taskList(agreement, may)]}
  ${quietActions([
    ...(may && version > 0
      ? [{ label: t('Change the agreement'), href: agreementHref(agreement, 'write'), icon: 'edit' as const }]
      : []),
    ...(agreement.inForceVersion === null
      ? []
      : [
          {
            label: t('Places for evidence'),
            href: agreementHref(agreement, 'evidence'),
            icon: 'file' as const,
          },
        ]),
    ...(may && agreement.inForceVersion !== null
      ? [{ label: t('Review it now'), href: agreementHref(agreement, 'review'), icon: 'question' as const }]
      : []),
    {
      label: t('History and signatures'),
      href: agreementHref(agreement, 'history'),
      icon: 'history' as const,
    },
  ])}
  ${
    agreement.closedAt
      ? form({
          action: agreementHref(agreement, 'reopen'),
          button: t('Open the partnership again'),
          quiet: true,
        })
      : may &&
        form({ action: agreementHref(agreement, 'close'), button: t('Close the partnership'), quiet: true })
  }`;
}

const withdrawForm = (agreement: Agreement, party: { personId: string; name: string }): Html =>
  form({
    action: agreementHref(agreement, `invitations/${party.personId}/withdraw`),
    button: t('Take back the invitation to {name}', { name: party.name }),
    quiet: true,
  });

function signForm(agreement: Agreement, visit: Visit): Value {
  const state = stateOf(agreement);
  const unsigned = unsignedBy(agreement);
  const mine = unsigned.some(({ personId }) => personId === visit.who.personId);
  const stands =
    (state === 'writing' || state === 'signing') && agreement.version > 0 && (mine || unsigned.length === 0);
  if (!stands || missingParts(shownParts(agreement.form), agreement.answers).length > 0) return null;
  const action = agreementHref(agreement, 'sign');
  return html`<section id="sign">
    <h2>${t('Sign')}</h2>
    <p>
      ${
        agreement.inForceVersion === null
          ? t(
              'Signing says that you have read this version and want to work by it. It can be changed at any time.',
            )
          : t(
              'Signing says that you have read this version and want to work by it. Until everybody has, version {n} holds.',
              { n: agreement.inForceVersion },
            )
      }
    </p>
    ${form({
      ...visit.formAt(action),
      action,
      button: mine
        ? t('Sign version {n}', { n: agreement.version })
        : t('Let version {n} begin', { n: agreement.version }),
      hidden: { version: agreement.version },
    })}
  </section>`;
}
