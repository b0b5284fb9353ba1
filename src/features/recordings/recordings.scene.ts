import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { principals } from '#platform/access/items.ts';
import { scene } from '#features/try-outs/try-outs.scene.ts';
import { plainRecording } from '#test/plain-recording.ts';
import { sealMedium } from '#test/sealed-film.ts';
import { insertRecording, type NewRecording } from './insert-recording.ts';
import { recordingHref } from './recording.ts';

type Scene = Awaited<ReturnType<typeof scene>>;
/** As much of it as a recording needs. */
type Place = Pick<Scene, 'site' | 'db' | 'school'> & { people: Pick<Scene['people'], 'ann' | 'tomos'> };

/** A film of eight seconds with a moving picture and spoken words. */
export const movingFilm = fileURLToPath(new URL('../../../test/media/files/moving.mp4', import.meta.url));

/** Ann, who records her lessons, her partner Tomos, Beth, who manages her, Huw, a colleague, and a specialist. */
export const recordingScene: typeof scene = scene;

/** Ann describes a recording; nothing has arrived yet. Answers its id and address. */
export async function describedRecording(
  { site, db, school, people }: Place,
  more: Partial<NewRecording> = {},
): Promise<{ id: string; address: string }> {
  const id = await insertRecording(
    db,
    school.id,
    {
      ...plainRecording,
      authorId: people.ann.personId,
      tagSets: ['first-look'],
      ...more,
    },
    (about) => site.services.keys.newKey(about).wrapped,
    site.clock.now,
  );
  return { id, address: recordingHref({ id }) };
}

/**
 * A recording of Ann's that can be played, shown to Tomos, who may write notes. `watched: false` where she has not
 * watched it yet; `withFilm` seals a real film in the vault, which takes a moment.
 */
export async function readyRecording(
  all: Place,
  {
    withFilm = false,
    watched = true,
    durationMs = 8000,
    ...more
  }: Partial<NewRecording> & { withFilm?: boolean; watched?: boolean; durationMs?: number } = {},
): Promise<{ id: string; address: string; mediumId: string | null }> {
  const { site, db, school, people } = all;
  const { vault, keys } = site.services;
  const made = await describedRecording(all, {
    grants: [{ principal: principals.person(people.tomos.personId), ability: 'contribute' }],
    ...more,
  });
  const now = site.clock.now;
  await db
    .updateTable('recording')
    .set({
      state: 'ready',
      kind: 'video',
      duration_ms: durationMs,
      width: 640,
      height: 360,
      arrived_at: now,
      watched_at: watched ? now : null,
    })
    .where('owner_id', '=', school.id)
    .where('id', '=', made.id)
    .execute();
  if (!withFilm) return { ...made, mediumId: null };
  const film = await readFile(movingFilm);
  const mediumId = await sealMedium({ db, at: now, school }, { vault, keys }, made.id, {
    part: 'playable',
    mediaType: 'video/mp4',
    film,
  });
  return { ...made, mediumId };
}
