import type { Content } from '#platform/http/content.ts';
import { formatDate, formatList, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import {
  type Agreement,
  agreementHref,
  invitedTo,
  isOutdated,
  leftOf,
  observationsFor,
  type reviewDue,
  type State,
  unsignedBy,
} from './agreement.ts';
import { whenWords } from './agreement-text.view.ts';
import { missingParts } from './answers.ts';
import { shownParts } from './form-parts.ts';
import type { OpenedAgreement } from './open-agreement.ts';

/** Where an agreement is, in a sentence. */
export function whereWords(agreement: Agreement, state: State): string {
  const names = (people: readonly { name: string }[]) => formatList(people.map(({ name }) => name));
  switch (state) {
    case 'closed':
      return t('This partnership is closed.');
    case 'asking':
      return t('Waiting for {names} to say whether they will join.', { names: names(invitedTo(agreement)) });
    case 'alone':
      return t('Nobody else is in this partnership now.');
    case 'writing':
      if (isOutdated(agreement))
        return t('{names} left. Version {n} was written with them.', {
          names: names(leftOf(agreement)),
          n: agreement.version,
        });
      return agreement.version === 0
        ? t('Nothing is written yet.')
        : t('Version {n} is written and nobody has signed it.', { n: agreement.version });
    case 'signing':
      return t('Version {n} waits for {names} to sign.', {
        n: agreement.version,
        names: names(unsignedBy(agreement)) || t('the last step'),
      });
    case 'in-force':
      return t('In force since {day}: version {n}, signed by all.', {
        day: formatDate(agreement.inForceAt!),
        n: agreement.version,
      });
  }
}

/** What comes next, '' when nothing does. */
export function nextWords(
  agreement: Agreement,
  state: State,
  due: ReturnType<typeof reviewDue>,
  me: string,
): string {
  if (state === 'closed') return '';
  if (state === 'alone') return t('Ask another teacher to join, or close the partnership.');
  if (due === 'observation') return t('Look at the agreement again: the first observation has been.');
  if (due === 'date') return t('Look at the agreement again: the day you set has come.');
  if (state === 'writing' || state === 'signing') {
    const missing = missingParts(shownParts(agreement.form), agreement.answers);
    if (isOutdated(agreement)) return t('Go through it, save a new version, and sign it, each of you.');
    if (missing.length === 0) return signWords(agreement, state, me);
    const numbers = [...new Set(missing.map(({ number }) => formatNumber(number)))];
    return agreement.version === 0
      ? t('Write it together.')
      : tn(
          numbers.length,
          'Write part {numbers}, which has no answer yet.',
          'Write parts {numbers}, which have no answer yet.',
          { numbers: formatList(numbers) },
        );
  }
  const coming = observationsFor(agreement, me).find(({ doneAt, calledOffAt }) => !doneAt && !calledOffAt);
  return coming && state === 'in-force'
    ? t('An observation on {when}.', { when: whenWords(coming.on, coming.at) })
    : '';
}

/** Whether one's own signature is still wanted, once the text is whole. */
function signWords(agreement: Agreement, state: State, me: string): string {
  if (state === 'writing') return t('Sign it, each of you.');
  const unsigned = unsignedBy(agreement);
  if (unsigned.some(({ personId }) => personId === me)) return t('Read it and sign it.');
  return unsigned.length > 0 ? t('You have signed. It holds once everybody has.') : t('Let it begin.');
}

/** When its partners look at it again. */
export function promisedWords(agreement: Agreement, today: string): string {
  return agreement.reviewOn && agreement.reviewOn > today && !agreement.closedAt
    ? t('To look at it again on {day}.', { day: formatDate(agreement.reviewOn) })
    : '';
}

/** The one thing to do now: answer, write, sign or review. */
export function mainAction(
  agreement: Agreement,
  state: State,
  due: ReturnType<typeof reviewDue>,
  may: OpenedAgreement['may'],
  me: string,
): Pick<Content, 'action'> {
  if (!may('write') || state === 'closed') return {};
  const to = (label: string, below: string) => ({ action: { label, href: agreementHref(agreement, below) } });
  if (state === 'alone') return to(t('Ask another teacher to join'), 'invitations/new');
  if (due && state === 'in-force') return to(t('Review the agreement'), 'review');
  if (agreement.version === 0) return to(t('Write the agreement'), 'write');
  if (state === 'in-force') return {};
  if (isOutdated(agreement)) return to(t('Go through the agreement'), 'write');
  if (missingParts(shownParts(agreement.form), agreement.answers).length > 0)
    return to(t('Go on writing'), 'write');
  return state !== 'asking' && unsignedBy(agreement).some(({ personId }) => personId === me)
    ? { action: { label: t('Read and sign'), href: '#sign' } }
    : {};
}
