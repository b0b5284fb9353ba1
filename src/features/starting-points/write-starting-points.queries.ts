import type { Item } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';
import type { Texts } from './starting-points-form.ts';

/** What the form for changing starting points shows. */
interface ToWrite {
  title: string;
  texts: Texts;
  programmeId: string | null;
  version: number;
  /** What their author was writing and has not saved. */
  draft: DraftFields | null;
}

/** One's own starting points with the draft kept under `draftKey`. Ask the kernel about the item first. */
export async function selectToWrite(
  db: Db,
  item: Pick<Item, 'ownerId' | 'id'>,
  writer: Writer,
  draftKey: string,
): Promise<ToWrite> {
  const row = await db
    .selectFrom('starting_points')
    .select(['title', 'texts', 'programme_id as programmeId', 'version'])
    .select(draftColumn(writer, draftKey).as('draft'))
    .where('owner_id', '=', item.ownerId)
    .where('id', '=', item.id)
    .executeTakeFirstOrThrow();
  return { ...row, texts: row.texts as Texts };
}

/** Somebody else's starting points as the interviewer has them beside their notes. */
interface ToTalkAbout {
  title: string;
  texts: Texts;
  author: string;
  /** The interviewer's notes of it, when they have begun them. */
  ownNotesId: string | null;
  draft: DraftFields | null;
}

/** The same for the person who talks with the author. Ask the kernel about the item first. */
export async function selectToTalkAbout(
  db: Db,
  item: Pick<Item, 'ownerId' | 'id'>,
  interviewer: Writer,
  draftKey: string,
): Promise<ToTalkAbout> {
  const row = await db
    .selectFrom('starting_points as s')
    .innerJoin('person as p', 'p.id', 's.owner_id')
    .select(['s.title', 's.texts', 'p.name as author'])
    .select((e) =>
      e
        .selectFrom('interview_notes as n')
        .select('n.id')
        .where('n.owner_id', '=', interviewer.organisationId)
        .where('n.starting_points_id', '=', item.id)
        .where('n.interviewer_id', '=', interviewer.personId)
        .as('ownNotesId'),
    )
    .select(draftColumn(interviewer, draftKey).as('draft'))
    .where('s.owner_id', '=', item.ownerId)
    .where('s.id', '=', item.id)
    .executeTakeFirstOrThrow();
  return { ...row, texts: row.texts as Texts };
}
