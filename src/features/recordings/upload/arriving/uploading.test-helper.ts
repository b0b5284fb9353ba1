import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Source } from '#platform/vault/vault.ts';
import { media } from '#test/media/make-media.ts';
import type { TestSite } from '#test/site.ts';
import { describedRecording, recordingScene } from '../../recordings.scene.ts';
import { senders } from './sender.test-helper.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Clears a test's vault. Answers how many files lay there. */
export const allInVault = ({ services }: TestSite): Promise<number> =>
  services.vault.sweepUnnamed(new Date(Date.now() + 60_000), async () => new Set());

/** A school, Ann's device on a real line, a film, and what is asked of the database afterwards. */
export async function uploading() {
  const all = await recordingScene();
  const { site, db, school, people } = all;
  const deviceOf = await senders(site);
  const ann = await deviceOf(people.ann);
  const film = await readFile(await media('moving.mp4'));

  const begun = async (bytes = film.length, more = {}) => {
    const { id, address } = await describedRecording(all);
    const { status, location } = await ann.begin(address, bytes, more);
    assert.equal(status, 201);
    return { id, address, upload: location };
  };
  const recordingOf = (id: string) =>
    db
      .selectFrom('recording')
      .select(['state', 'kind', 'prepared', 'watched_at as watchedAt'])
      .where('owner_id', '=', school.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  const mediaOf = (id: string) =>
    db
      .selectFrom('recording_medium')
      .select(['id', 'part', 'media_type as mediaType', 'bytes', 'sha256', 'ended_at as endedAt'])
      .where('owner_id', '=', school.id)
      .where('recording_id', '=', id)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
  const arrivals = async (id: string) =>
    (
      await db
        .selectFrom('event')
        .select('id')
        .where('owner_id', '=', school.id)
        .where('kind', '=', 'recording.arrived')
        .where('item_id', '=', id)
        .execute()
    ).length;
  const keyOf = async (id: string): Promise<Buffer> => {
    const { wrapped } = await db
      .selectFrom('recording')
      .select('wrapped_key as wrapped')
      .where('owner_id', '=', school.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return site.services.keys.unwrap(wrapped!, id);
  };
  /** Once the vault is given the first bytes of the next chunk. */
  function somethingArrives(): Promise<void> {
    const { vault } = site.services;
    const { append } = vault;
    return new Promise((arrived) => {
      vault.append = (id, key, offset, source, limits) => {
        vault.append = append;
        return append(id, key, offset, heard(source, arrived), limits);
      };
    });
  }

  return {
    all,
    site,
    db,
    school,
    people,
    deviceOf,
    ann,
    film,
    begun,
    recordingOf,
    mediaOf,
    arrivals,
    keyOf,
    somethingArrives,
  };
}

async function* heard(source: Source, first: () => void): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    yield piece;
    first();
  }
}
