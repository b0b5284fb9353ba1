import type { MailWords } from '#platform/notices/write-to.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type Agreement, agreementHref, invitedTo, partnersOf, unsignedBy } from './agreement.ts';

export interface Letter {
  to: string[];
  words: () => MailWords;
}

/**
 * The letters that go out when something happened to an agreement; most events need none. Who works with whom is
 * nobody else's to know, and mail passes through other hands: no letter names a partner or the programme.
 */
export function lettersFor(kind: string, agreement: Agreement, actorId: string, askedId?: string): Letter[] {
  const href = agreementHref(agreement);
  const because = () => t('You get this because of a partnership that you are in or were asked into.');
  const others = partnersOf(agreement)
    .map(({ personId }) => personId)
    .filter((personId) => personId !== actorId);

  switch (kind) {
    case 'agreement.proposed':
    case 'agreement.asked-to-join':
      return [
        {
          to: invitedTo(agreement)
            .map(({ personId }) => personId)
            .filter((personId) => !askedId || personId === askedId),
          words: () => ({
            subject: t('A colleague would like to form a partnership with you'),
            paragraphs: [
              t(
                'They ask whether you will work together: choose a focus, watch each other teach and look at what pupils do.',
              ),
              t('You can say yes or no. Nobody else sees your answer.'),
            ],
            link: { label: t('Read and answer'), href },
            because: because(),
          }),
        },
      ];
    case 'agreement.accepted':
    case 'agreement.declined':
      return [
        {
          to: others,
          words: () => ({
            subject:
              kind === 'agreement.accepted'
                ? t('A colleague joined your partnership')
                : t('A colleague said not this time'),
            paragraphs: [
              kind === 'agreement.accepted'
                ? t('You can write your learning agreement together now.')
                : t('You can ask somebody else, on the page of the programme.'),
            ],
            link: { label: t('See the partnership'), href },
            because: because(),
          }),
        },
      ];
    case 'agreement.left':
      return [
        {
          to: others,
          words: () => ({
            subject: t('A colleague left your partnership'),
            paragraphs: [
              t(
                'What you wrote and signed together stays. Look through the agreement and sign a new version, or ask another teacher to join.',
              ),
            ],
            link: { label: t('See the partnership'), href },
            because: because(),
          }),
        },
      ];
    case 'agreement.returned':
      return [
        {
          to: others,
          words: () => ({
            subject: t('A colleague is back in your partnership'),
            paragraphs: [t('The agreement stands as it did before.')],
            link: { label: t('See the partnership'), href },
            because: because(),
          }),
        },
      ];
    case 'agreement.signed':
      return [
        {
          to: unsignedBy(agreement).map(({ personId }) => personId),
          words: () => ({
            subject: t('A partner signed your learning agreement'),
            paragraphs: [
              t('It holds when everybody has signed the same version. Read it, and sign it or change it.'),
            ],
            link: { label: t('Read and sign'), href: `${href}#sign` },
            because: because(),
          }),
        },
      ];
    case 'agreement.in-force':
      return [
        {
          to: others,
          words: () => ({
            subject: t('Your learning agreement is in force'),
            paragraphs: [
              t('Everybody has signed it.'),
              ...(agreement.reviewOn
                ? [
                    t('You look at it again on {day}, and after the first observation.', {
                      day: formatDate(agreement.reviewOn),
                    }),
                  ]
                : []),
            ],
            link: { label: t('See what follows from it'), href },
            because: because(),
          }),
        },
      ];
    default:
      return [];
  }
}
