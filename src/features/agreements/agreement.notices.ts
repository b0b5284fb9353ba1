import { instantAt } from '#platform/calendar/local-time.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  type Agreement,
  agreementHref,
  invitedTo,
  isOutdated,
  partnersOf,
  reviewDue,
  stateOf,
  unsignedBy,
} from './agreement.ts';
import { missingParts } from './answers.ts';

/** What each of an agreement's notices says in the list of what waits. */
export const agreementNotices = {
  'agreement.asked': () => t('You are asked to form a partnership'),
  'agreement.write': () => t('Write your learning agreement'),
  'agreement.sign': () => t('Read and sign your learning agreement'),
  'agreement.task': () => t('Something to prepare before peer coaching starts'),
  'agreement.review': () => t('Look at your learning agreement again'),
} satisfies Record<string, () => string>;

type Waiting = Omit<Notice, 'fromOwner' | 'itemId' | 'kind'> & { kind: keyof typeof agreementNotices };

/**
 * What waits for whom because of this agreement, worked out from its own rows. Days are due in the
 * morning, at seven by the school's clock.
 */
export function waitingFor(agreement: Agreement, today: string): Waiting[] {
  const state = stateOf(agreement);
  if (state === 'closed') return [];
  const href = agreementHref(agreement);
  const morning = (day: string): Date => instantAt(day, '07:00', agreement.zone);
  const partners = partnersOf(agreement).map(({ personId }) => personId);
  const each = (people: readonly string[], notice: Omit<Waiting, 'personId'>): Waiting[] =>
    people.map((personId) => ({ personId, ...notice }));

  const asked = each(
    invitedTo(agreement).map(({ personId }) => personId),
    { kind: 'agreement.asked', subjectKey: agreement.id, href, dueAt: null },
  );
  // Alone there is nobody to observe, to sign with or to look at the agreement with.
  if (partners.length < 2) return asked;
  return [...asked, ...toWriteOrSign(), ...tasks(), ...review()];

  function toWriteOrSign(): Waiting[] {
    if (state !== 'writing' && state !== 'signing') return [];
    if (
      agreement.version === 0 ||
      isOutdated(agreement) ||
      missingParts(agreement.form, agreement.answers).length > 0
    )
      return each(partners, {
        kind: 'agreement.write',
        subjectKey: agreement.id,
        href: agreementHref(agreement, 'write'),
        dueAt: null,
      });
    return each(
      unsignedBy(agreement).map(({ personId }) => personId),
      { kind: 'agreement.sign', subjectKey: agreement.id, href: `${href}#sign`, dueAt: null },
    );
  }

  function tasks(): Waiting[] {
    return agreement.tasks
      .filter(({ doneAt }) => doneAt === null)
      .flatMap(({ id, personId, dueOn }) =>
        each(personId && partners.includes(personId) ? [personId] : partners, {
          kind: 'agreement.task',
          subjectKey: id,
          href: `${href}#task-${id}`,
          dueAt: dueOn ? morning(dueOn) : null,
        }),
      );
  }

  function review(): Waiting[] {
    if (agreement.inForceVersion === null) return [];
    const afterObservation = reviewDue(agreement, today) === 'observation' ? agreement.observedAt : null;
    const onDay = agreement.reviewOn ? morning(agreement.reviewOn) : null;
    const dueAt = afterObservation ?? onDay;
    if (!dueAt) return [];
    const subjectKey = `${agreement.id}:${agreement.reviewRound}`;
    return each(partners, {
      kind: 'agreement.review',
      subjectKey,
      href: agreementHref(agreement, 'review'),
      dueAt,
    });
  }
}
