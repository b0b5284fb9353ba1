import type { MailWords } from '#platform/notices/write-to.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { type Agreement, agreementHref, invitedTo, nameOf, partnersOf, unsignedBy } from './agreement.ts';

export interface Letter {
  to: string[];
  words: () => MailWords;
}

/** The letters that go out when something happened to an agreement; most events need none. */
export function lettersFor(kind: string, agreement: Agreement, actorId: string, askedId?: string): Letter[] {
  const href = agreementHref(agreement);
  const actor = nameOf(agreement, actorId) ?? '';
  const programme = agreement.programme.title;
  const because = () =>
    t('You get this because of a partnership in the programme {programme}.', { programme });
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
            subject: t('{name} would like to form a partnership with you', { name: actor }),
            paragraphs: [
              t(
                'In {programme}, {name} asks whether you will work together: choose a focus, watch each other teach and look at what pupils do.',
                { programme, name: actor },
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
                ? t('{name} joined your partnership', { name: actor })
                : t('{name} said not this time', { name: actor }),
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
            subject: t('{name} left your partnership', { name: actor }),
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
            subject: t('{name} is back in your partnership', { name: actor }),
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
            subject: t('{name} signed your learning agreement', { name: actor }),
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
              t('{names} have signed it.', {
                names: formatList(partnersOf(agreement).map(({ name }) => name)),
              }),
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
