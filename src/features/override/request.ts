import type { Who } from '#platform/access/who.ts';
import { dayMs } from '#platform/calendar/dates.ts';
import { overriders } from '#features/people/index.ts';

/** Hours for which the two may read it, once both have agreed. */
export const readableHours = 72;
/** Days after which a request that nobody answered can no longer be agreed to. */
export const answerDays = 14;
/** The furthest day, from today, until which its author may be left untold. */
export const longestHiddenDays = 180;

/** A request to open one item together. */
export interface Request {
  ownerId: string;
  id: string;
  itemOwner: string;
  itemId: string;
  itemKind: string;
  authorId: string;
  author: string;
  askedBy: string;
  asker: string;
  /** The roles the asker held then. */
  askedAs: string[];
  reason: string;
  askedAt: Date;
  /** From when the author is told; null: at once. */
  hiddenUntil: Date | null;
  answeredBy: string | null;
  answerer: string | null;
  answeredAt: Date | null;
  agreed: boolean | null;
  expiresAt: Date | null;
  withdrawnAt: Date | null;
}

export type State = 'waiting' | 'lapsed' | 'withdrawn' | 'declined' | 'open' | 'over';

export function stateOf(request: Request, now: Date): State {
  if (request.withdrawnAt) return 'withdrawn';
  if (request.agreed === false) return 'declined';
  if (request.agreed) return request.expiresAt! > now ? 'open' : 'over';
  return now.getTime() - request.askedAt.getTime() > answerDays * dayMs ? 'lapsed' : 'waiting';
}

/** The roles by which somebody may take part in an override. */
export const rolesIn = (who: Who): string[] => overriders.filter((role) => who.has(role));

/**
 * Whether this person may be the second of the two: somebody else than the asker and the author, in another
 * role than the asker's.
 */
export const mayAnswer = (request: Request, who: Who): boolean =>
  request.askedBy !== who.personId &&
  request.authorId !== who.personId &&
  rolesIn(who).some((mine) => request.askedAs.some((theirs) => theirs !== mine));

/** Whether this person is one of the two who agreed. */
export const isOneOfTwo = (request: Request, who: Who): boolean =>
  who.personId === request.askedBy || who.personId === request.answeredBy;

export const requestHref = ({ id }: Pick<Request, 'id'>, below = ''): string =>
  `/school/override/${id}${below && `/${below}`}`;
