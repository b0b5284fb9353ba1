import { audienceNote } from '#platform/access/audience-words.ts';
import type { Content } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { programmeHref } from '#features/programmes/index.ts';
import {
  type Agreement,
  agreementHref,
  goneFrom,
  invitedTo,
  leftOf,
  othersIn,
  partnersOf,
  reviewDue,
  stateOf,
} from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementLinks } from './agreement-links.view.ts';
import { mainAction, nextWords, promisedWords, whereWords } from './agreement-status.view.ts';
import { agreementText } from './agreement-text.view.ts';
import { observationList, taskList } from './follow-up.view.ts';
import { leftAgreement, leftWords } from './left-agreement.view.ts';
import type { OpenedAgreement } from './open-agreement.ts';
import { signForm } from './sign-form.view.ts';
import type { OldVersion } from './versions.ts';

/** 'Agreement with Tomos Bevan': the others, as this reader would say it. */
export function agreementTitle(
  agreement: Pick<Agreement, 'parties' | 'signatures'>,
  readerId: string,
): string {
  const others = othersIn(agreement, readerId).map(({ name }) => name);
  return others.length > 0
    ? t('Agreement with {names}', { names: formatList(others) })
    : t('Learning agreement');
}

export const agreementTrail = ({ programme }: Pick<Agreement, 'programme'>) => [
  { label: programme.title, href: programmeHref(programme) },
  { label: t('Agreements'), href: programmeHref(programme, 'agreements') },
];

/** The whole page of an agreement, for a partner or for somebody who was asked to become one. */
export function agreementView(
  { item, agreement, may, signedOnce }: OpenedAgreement & { signedOnce: OldVersion[] | null },
  visit: Visit,
): Content {
  const state = stateOf(agreement);
  const mayWrite = may('write') && state !== 'closed';
  const due = reviewDue(agreement, visit.today);
  const me = visit.who.personId;
  const about = {
    title: agreementTitle(agreement, me),
    audience: audienceNote(item, agreementPolicy, visit.who),
    trail: agreementTrail(agreement),
  };
  if (signedOnce)
    return {
      ...about,
      status: { where: leftWords(agreement, me) },
      body: leftAgreement(agreement, signedOnce, me),
    };
  return {
    ...about,
    status: {
      where: may('write') ? whereWords(agreement, state) : t('You are asked to join.'),
      next: nextWords(agreement, state, due, me),
      promised: promisedWords(agreement, visit.today),
    },
    ...mainAction(agreement, state, due, may, me),
    body: html`${goneNotice(agreement)} ${may('write') && leftNotice(agreement)}
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

/** Who left, and why when they said so; the newest text was written without them once it is signed anew. */
const leftNotice = (agreement: Agreement): Value =>
  leftOf(agreement)
    .filter(({ leftAt }) => agreement.inForceAt === null || leftAt! > agreement.inForceAt)
    .map(({ name, why, leftAt }) =>
      notice(
        'info',
        html`${t('{name} left the partnership on {day}.', { name, day: formatDate(leftAt!) })}
        ${why && html`<q class="as-written">${why}</q>`}`,
      ),
    );

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
  ${agreement.inForceVersion !== null && [observationList(agreement, { may, me: visit.who.personId, today: visit.today }), taskList(agreement, may)]}
  ${agreementLinks(agreement, may)}`;
}

const withdrawForm = (agreement: Agreement, party: { personId: string; name: string }): Html =>
  form({
    action: agreementHref(agreement, `invitations/${party.personId}/withdraw`),
    button: t('Take back the invitation to {name}', { name: party.name }),
    quiet: true,
  });
