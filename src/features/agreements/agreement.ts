import type { PartnershipVisit } from '#features/observations/index.ts';
import type { Answers } from './answers.ts';
import type { FormPart } from './form-parts.ts';

/** Somebody who was asked into the partnership. The one who asked has accepted. */
export interface Party {
  personId: string;
  name: string;
  givenName: string;
  answer: 'accepted' | 'declined' | 'withdrawn' | 'left' | null;
  askedAt: Date;
  /** When they answered, or left. */
  answeredAt: Date | null;
  /** When they left, also when they were asked again since and have not joined. */
  leftAt: Date | null;
  /** Why they left, in their own sentence; mostly ''. */
  why: string;
  /** Still at the school, and nobody's line manager among the partners. */
  here: boolean;
}

export interface Signature {
  version: number;
  personId: string;
  name: string;
  at: Date;
}

/** An observation that the partners agreed, with its moments; what it is about stands on its own page. */
export type Observation = Omit<PartnershipVisit, 'doneAt' | 'calledOffAt' | 'createdAt' | 'changedAt'> & {
  doneAt: Date | null;
  calledOffAt: Date | null;
  createdAt: Date;
  changedAt: Date;
};

export interface Task {
  id: string;
  key: string;
  title: string;
  personId: string | null;
  dueOn: string | null;
  doneAt: Date | null;
  createdAt: Date;
  changedAt: Date;
}

export interface Agreement {
  ownerId: string;
  id: string;
  zone: string;
  programme: { id: string; slug: string; title: string };
  /** What the first of them had in mind. */
  proposal: string;
  form: FormPart[];
  answers: Answers;
  /** 0 until something is written. */
  version: number;
  writtenBy: { personId: string; name: string };
  writtenAt: Date;
  inForceVersion: number | null;
  inForceAt: Date | null;
  reviewOn: string | null;
  reviewRound: number;
  observedAt: Date | null;
  createdAt: Date;
  closedAt: Date | null;
  parties: Party[];
  signatures: Signature[];
  observations: Observation[];
  tasks: Task[];
}

/** Those who belong to it now. */
export const partnersOf = ({ parties }: Pick<Agreement, 'parties'>): Party[] =>
  parties.filter(({ answer, here }) => answer === 'accepted' && here);

/** Those who were asked and have not said. */
export const invitedTo = ({ parties }: Pick<Agreement, 'parties'>): Party[] =>
  parties.filter(({ answer, here }) => answer === null && here);

/** Those who belonged to it and are no longer there. */
export const goneFrom = ({ parties }: Pick<Agreement, 'parties'>): Party[] =>
  parties.filter(({ answer, here }) => answer === 'accepted' && !here);

/** Those who left it of their own accord and have not joined again. */
export const leftOf = ({ parties }: Pick<Agreement, 'parties'>): Party[] =>
  parties.filter(({ leftAt }) => leftAt !== null);

/** Whether the text as it stands was written with somebody who has left since: it needs a new version. */
export const isOutdated = (agreement: Pick<Agreement, 'parties' | 'version' | 'writtenAt'>): boolean =>
  agreement.version > 0 && leftOf(agreement).some(({ leftAt }) => leftAt! > agreement.writtenAt);

/** Whether somebody who left may take that back by themselves: until those who stayed have written or asked anew. */
export const mayComeBack = (agreement: Agreement, personId: string): boolean => {
  const leftAt = leftOf(agreement).find((party) => party.personId === personId)?.leftAt;
  return (
    Boolean(leftAt) &&
    agreement.writtenAt <= leftAt! &&
    agreement.parties.every(({ askedAt }) => askedAt <= leftAt!)
  );
};

/**
 * The others, as this reader may know them: those who belong to it or are asked; for somebody who left and is not
 * asked again, those who were in it with them. Whom the others ask later is nothing to them.
 */
export function othersIn(
  { parties, signatures }: Pick<Agreement, 'parties' | 'signatures'>,
  readerId: string,
): Party[] {
  const others = parties.filter(({ personId }) => personId !== readerId);
  const reader = parties.find(({ personId }) => personId === readerId);
  if (!reader?.leftAt || reader.answer === null)
    return others.filter(({ answer }) => answer === null || answer === 'accepted');
  const until = reader.leftAt;
  const signed = new Set(
    signatures.filter(({ personId }) => personId === readerId).map(({ version }) => version),
  );
  return others.filter(
    ({ personId, answer, answeredAt, leftAt }) =>
      signatures.some((each) => each.personId === personId && signed.has(each.version)) ||
      (answer === 'accepted' && answeredAt! <= until) ||
      (leftAt !== null && leftAt >= until),
  );
}

/** Whether there is room for one more: a partnership has two or three people. */
export const mayBeJoined = (agreement: Pick<Agreement, 'parties'>): boolean =>
  partnersOf(agreement).length + invitedTo(agreement).length < 3;

/** The partners who have not signed the text as it stands. */
export function unsignedBy(agreement: Agreement): Party[] {
  const signed = new Set(
    agreement.signatures
      .filter(({ version }) => version === agreement.version)
      .map(({ personId }) => personId),
  );
  return partnersOf(agreement).filter(({ personId }) => !signed.has(personId));
}

export type State = 'closed' | 'asking' | 'alone' | 'writing' | 'signing' | 'in-force';

/**
 * Where an agreement is.
 *   asking    somebody has not said yet whether they will join
 *   alone     nobody is left to agree with
 *   writing   there is a text, or none yet, that nobody has signed; or one that somebody has left since
 *   signing   somebody has signed the text as it stands, and somebody has not
 *   in-force  everybody has signed the text as it stands
 */
export function stateOf(agreement: Agreement): State {
  if (agreement.closedAt) return 'closed';
  if (invitedTo(agreement).length > 0) return 'asking';
  if (partnersOf(agreement).length < 2) return 'alone';
  if (isOutdated(agreement)) return 'writing';
  const unsigned = unsignedBy(agreement).length;
  if (agreement.version > 0 && agreement.inForceVersion === agreement.version && unsigned === 0)
    return 'in-force';
  return agreement.version > 0 && unsigned < partnersOf(agreement).length ? 'signing' : 'writing';
}

/** Why a review is due, or null: after the first observation, and on the day that was promised. */
export function reviewDue(agreement: Agreement, today: string): 'observation' | 'date' | null {
  if (agreement.closedAt || agreement.inForceVersion === null) return null;
  if (agreement.reviewRound === 0 && agreement.observedAt) return 'observation';
  return agreement.reviewOn !== null && agreement.reviewOn <= today ? 'date' : null;
}

/** The circle of its partners, which has the agreement's id. */
export const circleOf = ({ ownerId, id }: Pick<Agreement, 'ownerId' | 'id'>) => ({ ownerId, circleId: id });

/** The observations this reader may know of: what everybody signed, and what they agreed themselves; not what was taken away. */
export const observationsFor = (
  { observations }: Pick<Agreement, 'observations'>,
  me: string,
): Observation[] =>
  observations.filter(
    ({ planId, observerId, observedId, open, doneAt }) =>
      (planId !== null || observerId === me || observedId === me) && (open || doneAt !== null),
  );

/** The name somebody has in it, also when they have left. */
export const nameOf = ({ parties }: Pick<Agreement, 'parties'>, personId: string | null): string | null =>
  parties.find((party) => party.personId === personId)?.name ?? null;

export const agreementHref = ({ id }: { id: string }, below = ''): string =>
  `/agreements/${id}${below && `/${below}`}`;
