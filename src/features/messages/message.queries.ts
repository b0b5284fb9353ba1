import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import { readsMessage, watches, wordsOfMessage } from './seen.ts';
import type { ShownMessage } from './talk.ts';

type Found = ShownMessage & { undone: boolean };

const ask = composed((who, { id, talkId, now }: Given<{ id: string; talkId: string; now: Date }>) => ({
  messages: list<Found>(
    sql`select m.id, m.author_id as "authorId", a.name as author, ${wordsOfMessage(who)} as text, m.version,
        m.written_at as "writtenAt", m.delivers_at as "deliversAt", m.urgent, m.taken_back_at as "takenBackAt",
        case when ${watches(who)} then m.flagged end as flagged, m.held, m.looked_at as "lookedAt", m.outcome,
        false as "isNew", m.undone_at is not null as undone
      from talk c join item i on i.owner_id = ${who.organisationId} and i.id = c.id
      join message m on m.owner_id = ${who.organisationId} and m.talk_id = c.id
      join person a on a.id = m.author_id
      where c.owner_id = ${who.organisationId} and c.id = ${talkId} and m.id = ${id}
        and (${readsMessage(who, now)} or m.author_id = ${who.personId})`,
    { writtenAt: 'moment', deliversAt: 'moment', takenBackAt: 'moment', lookedAt: 'moment' },
  ),
}));

/** One message of a conversation that this person may open; undefined where they do not read it. */
export async function selectMessage(
  db: Db,
  who: Who,
  talkId: string,
  id: string,
  now: Date,
): Promise<Found | undefined> {
  return (await ask(db, who, { id, talkId, now })).messages[0];
}
