import { principals } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';
import { catalogue } from '#features/evidence/index.ts';
import { insertNotes, insertRecording } from '#features/recordings/index.ts';
import { plainRecording } from '#test/plain-recording.ts';
import { manyGroups, tenThousandNotes } from './pages.ts';

/** An hour, in milliseconds, and the notes on it: one every 0.36 seconds. */
const hour = 3_600_000;
const notes = 10_000;

/** Of different lengths, as people write: what is drawn is measured, so they are no one word. */
const texts = [
  'Hands up: four.',
  'Gwen turns to the wall and counts on her fingers before she says anything.',
  'The blue table lays the strips beside one another and argues which is longer; nobody looks up.',
  'A question, then quiet.',
];

/**
 * An hour's recording with ten thousand notes by two people, both ready, a third of them stretches, most with a tag.
 * It has no film: what is measured is the page, its notes and what it takes to go through them.
 */
export async function seedRecording(db: Db, ownerId: string, now: Date): Promise<void> {
  const people = await db
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name'])
    .where('m.owner_id', '=', ownerId)
    .where('m.kind', '=', 'staff')
    .orderBy('p.name')
    .execute();
  const author = people.find(({ name }) => name === manyGroups.name)!.id;
  const partner = people.find(({ id }) => id !== author)!.id;
  const recordingId = await insertRecording(
    db,
    ownerId,
    {
      ...plainRecording,
      id: tenThousandNotes.id,
      authorId: author,
      title: 'An hour of fractions',
      tagSets: ['first-look'],
      grants: [{ principal: principals.person(partner), ability: 'contribute' }],
    },
    () => Buffer.from('no film, no key'),
    now,
  );
  await db
    .updateTable('recording')
    .set({
      state: 'as-sent',
      kind: 'video',
      duration_ms: hour,
      width: 1280,
      height: 720,
      arrived_at: now,
      watched_at: now,
      debrief_at: now,
      peaks: JSON.stringify(Array.from({ length: 1000 }, (_, n) => 20 + ((n * 37) % 80))),
    })
    .where('owner_id', '=', ownerId)
    .where('id', '=', recordingId)
    .execute();
  await db
    .insertInto('recording_watcher')
    .values(
      [author, partner].map((personId) => ({
        owner_id: ownerId,
        recording_id: recordingId,
        person_id: personId,
        watched_at: now,
        ready_at: now,
      })),
    )
    .execute();
  const { tags } = catalogue().tagSets.find(({ id }) => id === 'first-look')!;
  await insertNotes(
    db,
    { ownerId, recordingId },
    Array.from({ length: notes }, (_, n) => {
      const fromMs = Math.floor((n * hour) / notes);
      return {
        id: idFrom(`${recordingId} note ${n}`),
        personId: n % 4 === 0 ? partner : author,
        fromMs,
        toMs: n % 3 === 1 ? Math.min(hour, fromMs + 8000 + (n % 7) * 2000) : null,
        sort: n % 9 === 5 ? ('judge' as const) : ('describe' as const),
        text: `${texts[n % texts.length]} (${n})`,
        tags: n % 5 === 0 ? [] : [`first-look/${tags[n % tags.length]!.id}`],
        sharedAt: now,
      };
    }),
    now,
  );
}
