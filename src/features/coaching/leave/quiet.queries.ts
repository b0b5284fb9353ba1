import { sql } from 'kysely';
import { draftColumn, type DraftFields } from '#platform/drafts/drafts.ts';
import type { Db } from '#platform/db/database.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Together } from '../together.ts';
import { hearersOf } from './heard-by.ts';
import { wishDraft, type WishKind } from './wish.ts';

interface MyWish {
  id: string;
  wish: WishKind;
  words: string;
  saidAt: Date;
  settledAt: Date | null;
}

export interface Quiet {
  /** What the reader has said about this pairing and not taken back, newest first. */
  mine: MyWish[];
  /** Who looks after mentoring and coaching and stands outside this pairing. */
  coordinators: string[];
  /** Whom people may go to with a question, in the school's words; '' where it says nothing. */
  contact: string;
  draft: DraftFields | null;
}

/** One's own quiet words about a pairing, and who hears them. One statement. */
export async function selectQuiet(visit: Visit, together: Together): Promise<Quiet> {
  const me = visit.who.personId;
  const owner = together.ownerId;
  const { rows } = await sql<
    Omit<Quiet, 'mine'> & { mine: (Omit<MyWish, 'saidAt' | 'settledAt'> & Times)[] }
  >`select
      coalesce((select json_agg(json_build_object('id', w.id, 'wish', w.wish, 'words', w.words, 'saidAt', w.said_at,
          'settledAt', w.settled_at) order by w.said_at desc) from quiet_wish w
        where w.owner_id = ${owner} and w.pairing_id = ${together.pairingId} and w.person_id = ${me}
          and w.taken_back_at is null), '[]'::json) as mine,
      array(select n.name from (${hearersOf(owner, together.pairingId, me, sql`${visit.today}::date`)}) h
        join person n on n.id = h.person_id order by n.sort_name) as coordinators,
      coalesce((select s.contact from coaching_setting s where s.owner_id = ${owner}), '') as contact,
      ${draftColumn(visit.who, wishDraft(together))} as draft`.execute(visit.db);
  const { mine, ...rest } = rows[0]!;
  return {
    ...rest,
    mine: mine.map((wish) => ({
      ...wish,
      saidAt: new Date(wish.saidAt),
      settledAt: wish.settledAt === null ? null : new Date(wish.settledAt),
    })),
  };
}

interface Times {
  saidAt: string;
  settledAt: string | null;
}

/** Takes back what somebody said, when it still waits. Answers whether it did. */
export async function takeBackWish(tx: Db, of: { ownerId: string; id: string }, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('quiet_wish')
    .set({ taken_back_at: now })
    .where('owner_id', '=', of.ownerId)
    .where('id', '=', of.id)
    .where('settled_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
