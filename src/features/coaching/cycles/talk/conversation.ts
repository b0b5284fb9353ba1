import { formatDate, t } from '#platform/i18n/i18n.ts';
import { togetherHref } from '../../together.ts';
import type { Note } from '../notes/note.ts';

/** What stands in one part, as it was saved last. */
export interface Written {
  id: string;
  part: string;
  text: string;
  version: number;
  writtenById: string;
  writtenBy: string;
  writtenAt: Date;
}

/** A conversation of the people of a pairing, begun from a time together or freely. */
export interface Conversation {
  ownerId: string;
  id: string;
  coachingId: string;
  meetingId: string | null;
  on: string;
  begunBy: string;
  /** It was taken away. */
  endedAt: Date | null;
  written: readonly Written[];
  /** Stretches that were noted; those taken away too. */
  notes: readonly Note[];
}

export const conversationHref = (
  { coachingId, id }: Pick<Conversation, 'coachingId' | 'id'>,
  below = '',
): string => togetherHref({ id: coachingId }, `conversations/${id}${below && `/${below}`}`);

export const titleOf = ({ on }: Pick<Conversation, 'on'>): string =>
  t('Conversation of {day}', { day: formatDate(on, 'weekday') });

/** The stretches that stand. */
export const standing = ({ notes }: Pick<Conversation, 'notes'>): Note[] =>
  notes.filter(({ endedAt }) => endedAt === null);

export const textOf = ({ written }: Pick<Conversation, 'written'>, part: string): string =>
  written.find((each) => each.part === part)?.text ?? '';

/** Under which a part is kept while somebody writes in it. */
export const conversationDraft = ({ id }: { id: string }, part: string): string =>
  `coaching-conversation:${id}:${part}`;
