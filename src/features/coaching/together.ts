import { formatList, t } from '#platform/i18n/i18n.ts';

export const kinds = ['mentoring', 'specialist-coaching', 'co-coaching'] as const;
export type Kind = (typeof kinds)[number];

export const mentoringPurposes = ['induction', 'progression', 'challenge'] as const;
export type MentoringPurpose = (typeof mentoringPurposes)[number];

export type Part = 'learner' | 'mentor' | 'coach' | 'co-coach';

/** The part of whoever supports, in each kind; in co-coaching all have the same. */
export const supporterOf: Record<Kind, Part> = {
  mentoring: 'mentor',
  'specialist-coaching': 'coach',
  'co-coaching': 'co-coach',
};
export const learnerOf = (kind: Kind): Part => (kind === 'co-coaching' ? 'co-coach' : 'learner');

/** Somebody of a pairing. */
export interface Member {
  personId: string;
  name: string;
  part: Part;
  /** How they belong to the school: a guest is somebody of another profession or another place. */
  memberKind: string | null;
  answer: 'yes' | 'no' | null;
  leftAt: Date | null;
}

/** A pairing with its people, and the state of what they write together. `id` is the coaching's, as addresses name it. */
export interface Together {
  ownerId: string;
  id: string;
  pairingId: string;
  kind: Kind;
  purpose: MentoringPurpose | null;
  rhythm: string;
  /** Days from one time to the next, as they mean it. */
  everyDays: number;
  /** Of one time. */
  minutes: number;
  askedBy: string;
  askedAt: Date;
  agreedAt: Date | null;
  startsOn: string | null;
  endsOn: string | null;
  withManager: boolean;
  endedAt: Date | null;
  /** Of the pairing. */
  version: number;
  people: readonly Member[];
  askedWords: string;
  answers: Readonly<Record<string, string>>;
  /** Of the agreement's text. */
  textVersion: number;
  writtenBy: string;
  writtenAt: Date;
  inForceVersion: number | null;
  inForceAt: Date | null;
  lookAgainOn: string | null;
}

export type State = 'asked' | 'agreed' | 'ended';

export const stateOf = ({ endedAt, agreedAt }: Pick<Together, 'endedAt' | 'agreedAt'>): State =>
  endedAt ? 'ended' : agreedAt ? 'agreed' : 'asked';

/** Where a pairing's people find it; `below` is the rest of the address. */
export const togetherHref = ({ id }: { id: string }, below = ''): string =>
  `/coaching/${id}${below && `/${below}`}`;

/** Those who are in it and have not left. */
export const presentIn = ({ people }: Pick<Together, 'people'>): Member[] =>
  people.filter(({ leftAt, answer }) => leftAt === null && answer !== 'no');

/** Those who learn in it: the learner, or every co-coach. */
export const learnersIn = ({ kind, people }: Pick<Together, 'kind' | 'people'>): Member[] =>
  presentIn({ people }).filter(({ part }) => part === learnerOf(kind));

export const others = (together: Pick<Together, 'people'>, me: string): Member[] =>
  presentIn(together).filter(({ personId }) => personId !== me);

/** The name of one of its people; undefined for somebody who is none of them, as a co-ordinator who proposed it. */
export const nameIn = ({ people }: Pick<Together, 'people'>, personId: string): string | undefined =>
  people.find((each) => each.personId === personId)?.name;

/** The names of the others, as a list: 'Nia Bowen and Tomos Ellis'. When all of them have left or said no, theirs still. */
function othersInWords(together: Pick<Together, 'people'>, me: string): string {
  const here = others(together, me);
  const named = here.length > 0 ? here : together.people.filter(({ personId }) => personId !== me);
  return formatList(named.map(({ name }) => name));
}

export const partOf = ({ people }: Pick<Together, 'people'>, me: string): Part | undefined =>
  people.find(({ personId }) => personId === me)?.part;

export const kindInWords = (kind: Kind): string =>
  ({
    mentoring: t('Mentoring'),
    'specialist-coaching': t('Specialist coaching'),
    'co-coaching': t('Co-coaching'),
  })[kind];

export const partInWords = (part: Part): string =>
  ({
    learner: t('learner'),
    mentor: t('mentor'),
    coach: t('coach'),
    'co-coach': t('co-coach'),
  })[part];

/** What its people call it, as one of them reads it: 'Specialist coaching with Nia Bowen'. */
export const titleOf = (together: Pick<Together, 'kind' | 'people'>, me: string): string =>
  t('{kind} with {names}', { kind: kindInWords(together.kind), names: othersInWords(together, me) });

/** The pages above those of one pairing. */
export const togetherTrail = (
  together: Pick<Together, 'id' | 'kind' | 'people'>,
  me: string,
): { label: string; href: string }[] => [
  { label: t('Mentoring and coaching'), href: '/coaching' },
  { label: titleOf(together, me), href: togetherHref(together) },
];

/** For how long leaving can be taken back, in milliseconds: a day. */
const comeBackWithin = 24 * 3_600_000;

/** Whether somebody who left may take it back: a little while ago, and nobody else has left since. */
export function mayComeBack(
  { people, endedAt }: Pick<Together, 'people' | 'endedAt'>,
  personId: string,
  now: Date,
): boolean {
  const leftAt = people.find((member) => member.personId === personId)?.leftAt;
  if (!leftAt || now.getTime() - leftAt.getTime() > comeBackWithin) return false;
  return endedAt === null || endedAt.getTime() === leftAt.getTime();
}
