import { sql } from 'kysely';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { choiceUnder, hearingAt, type HearingChoice } from '#platform/notices/hearing.ts';
import type { QuietTime } from '#platform/notices/quiet-time.ts';
import { flaggedWords } from './flags.ts';
import { arrival } from './quiet.ts';
import { type MessageSettings, selectSettings } from './settings.queries.ts';
import { hasPupils, type Sort } from './talk.ts';

interface Into {
  id: string;
  sort: Sort;
}

/**
 * Writes a message into a conversation, to arrive when nothing is quiet any more, and records it. Words that the school
 * chose are looked for where pupils take part; only what a pupil wrote is held.
 */
export async function writeMessage(
  change: Change,
  talk: Into,
  { text, urgent }: { text: string; urgent: boolean },
): Promise<{ id: string; deliversAt: Date }> {
  const { tx, organisationId: owner, who, now } = change;
  const { settings, quiet, zone, locale } = await selectSettings(tx, owner);
  const quiets = [quiet, ...(await selectQuietOf(tx, owner, talk, who.personId, locale))];
  // Only the staff pass quiet hours over, whatever is sent.
  const isUrgent = urgent && who.standing.kind === 'staff';
  const deliversAt = arrival(quiets, { now, zone, urgent: isUrgent });
  const id = newId(now);
  await tx
    .insertInto('message')
    .values({
      owner_id: owner,
      id,
      talk_id: talk.id,
      author_id: who.personId,
      text,
      version: 1,
      written_at: now,
      delivers_at: deliversAt,
      urgent: isUrgent,
      ...flagsOf(talk.sort, text, settings, who.standing.kind === 'pupil'),
    })
    .execute();
  await keepText(tx, { ownerId: owner, id }, 1, { text }, who.personId, now);
  await tx
    .updateTable('talk')
    .set({ last_at: deliversAt })
    .where('owner_id', '=', owner)
    .where('id', '=', talk.id)
    .execute();
  await change.record({
    kind: 'message.sent',
    itemId: talk.id,
    body: { messageId: id },
    tell: true,
    dueAt: deliversAt,
  });
  return { id, deliversAt };
}

/** What is found in a text, and whether it waits for somebody to look. */
export function flagsOf(
  sort: Sort,
  text: string,
  settings: Pick<MessageSettings, 'flagWords' | 'flagMode'>,
  byPupil: boolean,
): { flagged: string[] | null; held: boolean } {
  const found = hasPupils(sort) ? flaggedWords(text, settings.flagWords) : [];
  return {
    flagged: found.length > 0 ? found : null,
    held: found.length > 0 && byPupil && settings.flagMode === 'hold',
  };
}

/** When the others of a conversation between a few are not to be written to, as each chose it for themselves. */
async function selectQuietOf(
  tx: Db,
  owner: string,
  talk: Into,
  but: string,
  locale: string,
): Promise<QuietTime[]> {
  if (talk.sort === 'class') return [];
  const { rows } = await sql<{ choice: HearingChoice; workingDays: string[] | null }>`
    select ${choiceUnder('r')} as choice, m.working_days as "workingDays"
    from talk_person t
    join reminder_choice r on r.owner_id = t.person_id
      and r.owner_id in (select x.person_id from talk_person x where x.owner_id = ${owner} and x.talk_id = ${talk.id})
    join member m on m.owner_id = ${owner} and m.person_id = t.person_id
    where t.owner_id = ${owner} and t.talk_id = ${talk.id} and t.person_id <> ${but} and t.part <> 'watcher'`.execute(
    tx,
  );
  return rows.map(({ choice, workingDays }) => hearingAt(choice, locale, workingDays).quiet);
}
