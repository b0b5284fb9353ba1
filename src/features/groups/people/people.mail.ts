import { t } from '#platform/i18n/i18n.ts';
import type { MailWords } from '#platform/notices/write-to.ts';
import { answerers, couldKeep, type GroupMatters } from './people-waits.ts';

/** What stands in the reader's list and is what the letter is about. */
export interface Waits {
  kind: string;
  subjectKey: string;
}

interface Letter {
  to: readonly string[];
  /** Where it leads; nothing where nothing waits for them: then to their groups. */
  waits: Waits | undefined;
  /** In the reader's language when it is called. */
  says: () => Pick<MailWords, 'subject' | 'paragraphs'>;
  link: () => string;
}

interface Happened {
  kind: string;
  /** Whom it is about. */
  personId: string | undefined;
  part: string | undefined;
}

/**
 * The letters that go out when something happened to who is in a group; most events need none. Who works with whom,
 * and on what, is nobody else's to know, and mail passes through other hands: no letter names a person or the group.
 */
export function lettersFor(group: GroupMatters, { kind, personId, part }: Happened): Letter[] {
  const invitation = group.invitations.find((each) => each.person_id === personId);
  switch (kind) {
    case 'group.invited':
    case 'group.invitation-restored':
      return invitation?.answer === null ? [invited(group, invitation)] : [];
    case 'group.asked':
      return [asked(group, personId ?? '')];
    case 'group.asking-answered':
      return invitation?.answer === 'yes' || invitation?.answer === 'no'
        ? [askingAnswered(group, invitation)]
        : [];
    case 'group.invitation-answered':
      return invitation?.answer === 'yes' || invitation?.answer === 'no'
        ? [invitationAnswered(invitation)]
        : [];
    case 'group.guest-let-in':
      return personId === undefined ? [] : [letIn(group, personId)];
    case 'person.left':
      return part === 'leader' ? [nobodyKeeps(group, personId)] : [];
    case 'member.left':
      return [nobodyKeeps(group, personId)];
    default:
      return [];
  }
}

/** Why somebody has such a letter. */
export const becauseOfGroup = (): string =>
  t('You get this because of a group that you are in, were asked into or asked to join.');

type Invitation = GroupMatters['invitations'][number];

const invited = (group: GroupMatters, { person_id: to, part }: Invitation): Letter => ({
  to: [to],
  waits: { kind: part === 'leader' ? 'group.lead' : 'group.invited', subjectKey: group.id },
  says: () =>
    part === 'leader'
      ? {
          subject: t('A colleague asks you to keep the plan of a group'),
          paragraphs: [t('You can say yes or no. Until then they keep it.')],
        }
      : {
          subject: t('A colleague asks you into a group'),
          paragraphs: [
            t('You see what it asks of you, beside what you are in already, and say yes or not this time.'),
          ],
        },
  link: () => t('Read and answer'),
});

const asked = (group: GroupMatters, personId: string): Letter => ({
  to: answerers(group),
  waits: { kind: 'group.asks', subjectKey: personId },
  says: () => ({
    subject: t('Somebody asks to join your group'),
    paragraphs: [t('You can read why, and answer.')],
  }),
  link: () => t('Read and answer'),
});

const askingAnswered = (group: GroupMatters, { person_id: to, answer }: Invitation): Letter => ({
  to: [to],
  waits: { kind: 'group.answered', subjectKey: group.id },
  says: () =>
    answer === 'yes'
      ? {
          subject: t('You are in the group that you asked to join'),
          paragraphs: [t('Those in it said yes.')],
        }
      : {
          subject: t('The group that you asked to join said not this time'),
          paragraphs: [t('You find what they wrote to you on its page. There are others you may ask.')],
        },
  link: () => t('To the group'),
});

const invitationAnswered = ({ by_id: to, answer }: Invitation): Letter => ({
  to: [to],
  waits: undefined,
  says: () =>
    answer === 'yes'
      ? {
          subject: t('Somebody you asked into a group said yes'),
          paragraphs: [t('You find who is in it on the page of its people.')],
        }
      : {
          subject: t('Somebody you asked into a group said not this time'),
          paragraphs: [t('You can ask somebody else.')],
        },
  link: () => t('Your groups'),
});

const letIn = (group: GroupMatters, personId: string): Letter => {
  const stay = group.guests.findLast((guest) => guest.personId === personId);
  return {
    to: [personId],
    waits: stay && { kind: 'group.guest', subjectKey: stay.id },
    says: () => ({
      subject: t('You are let in for one stage of a group'),
      paragraphs: [t('You find the steps, and until when, on one page. You can say that you will not come.')],
    }),
    link: () => t('See what it is'),
  };
};

const nobodyKeeps = (group: GroupMatters, personId: string | undefined): Letter => ({
  to: couldKeep(group).filter((each) => each !== personId),
  waits: { kind: 'group.nobody-leads', subjectKey: group.id },
  says: () => ({
    subject: t('Nobody keeps the plan of your group now'),
    paragraphs: [t('Anybody who takes part can keep it from now on, with one press.')],
  }),
  link: () => t('See who is in it'),
});
