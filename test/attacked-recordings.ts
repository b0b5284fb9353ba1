import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { principals } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { movingFilm, readyRecording } from '#features/recordings/recordings.scene.ts';
import { hiddenFields } from '#features/recordings/transcripts/transcripts.scene.ts';
import type { TestPerson, TestSchool } from './factories.ts';
import { wordsOf } from './leaks.ts';
import type { Answer, Browser, TestSite } from './site.ts';

/** A recording with everything that can hang on one, and how to tell that something of it got out. */

export interface Attacked {
  id: string;
  address: string;
  /** The sealed files of its film and of its picture. */
  mediumId: string;
  posterId: string;
  /** The ids of what hangs on it, under the names that addresses have for them. */
  words: Words;
  parts: Record<'note' | 'clip' | 'reelClip' | 'reply' | 'transcript' | 'utterance', string>;
  /** What of its words, its film or its picture stands in an answer. */
  shows(answer: Answer): string[];
}

interface Place {
  site: TestSite;
  school: TestSchool;
  author: TestPerson;
  partner: TestPerson;
  /** Who is named as a reader beside the partner. */
  named?: readonly TestPerson[];
  pupils?: readonly TestPerson[];
}

const written = [
  'title',
  'lesson',
  'note',
  'judgement',
  'reply',
  'partners',
  'clip',
  'said',
  'reel',
] as const;
type Words = Record<(typeof written)[number], string>;

/** All that is written into one recording, and into no other. Nobody but its author and her partner may meet a word of it. */
const plantedWords = (): Words => {
  const mark = randomBytes(4).toString('hex');
  return Object.fromEntries(written.map((what) => [what, `planted-${what}-${mark}`])) as Words;
};

/** The author's film, which she has watched and shown to her partner, who may write notes. */
export async function attackedRecording({
  site,
  school,
  author,
  partner,
  named = [],
  pupils = [],
}: Place): Promise<Attacked> {
  const { db } = site;
  const words = plantedWords();
  const { id, address, mediumId } = await readyRecording(
    { site, db, school, people: { ann: author, tomos: partner } },
    {
      withFilm: true,
      title: words.title,
      lesson: words.lesson,
      tagSets: ['talk'],
      clipForm: 'speech-and-language',
      pupils: pupils.map(({ personId }) => ({ personId, shown: 'seen', consent: 'given' })),
      grants: [partner, ...named].map(({ personId }) => ({
        principal: principals.person(personId),
        ability: 'contribute',
      })),
    },
  );
  const picture = randomBytes(5000);
  const posterId = await sealPicture(site, school, id, picture);
  const [hers, his] = await Promise.all([site.as(author), site.as(partner)]);
  const ids = {
    note: newId(site.clock.now),
    judgement: newId(site.clock.now),
    partners: newId(site.clock.now),
  };
  await noted(hers, address, { id: ids.note, sort: 'describe', text: words.note });
  await noted(hers, address, { id: ids.judgement, sort: 'judge', text: words.judgement });
  await noted(his, address, { id: ids.partners, sort: 'describe', text: words.partners });
  await done(hers, `${address}/notes/${ids.note}/replies`, { text: words.reply });
  await formWritten(hers, address, words);
  await transcribed(hers, address, words);
  await done(hers, `${address}/reel/clips`, { from: '0:01', until: '0:03', title: words.reel });
  const row = (table: Parts) => onlyRow(db, school, id, table);
  const film = stretchesOf(await readFile(movingFilm));
  const shots = stretchesOf(picture);
  const [clip, reelClip, transcript, reply] = [
    await row('recording_clip_form'),
    await row('recording_clip'),
    await row('recording_transcript'),
    await row('recording_reply'),
  ];
  const { id: utterance } = await db
    .selectFrom('recording_utterance')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('transcript_id', '=', transcript)
    .executeTakeFirstOrThrow();
  return {
    id,
    address,
    mediumId: mediumId!,
    posterId,
    words,
    parts: { note: ids.note, clip, reelClip, reply, transcript, utterance },
    shows(answer) {
      const text = wordsOf(answer);
      return [
        ...Object.values(words).filter((word) => text.includes(word)),
        ...(film.some((piece) => answer.bytes.includes(piece)) ? ['its film'] : []),
        ...(shots.some((piece) => answer.bytes.includes(piece)) ? ['its picture'] : []),
      ];
    },
  };
}

/** Pieces of 24 bytes out of a file, such as no other file has: from its middle, where what was filmed lies. */
export const stretchesOf = (file: Buffer): Buffer[] =>
  Array.from({ length: 64 }, (_, n) => Math.floor(file.length * (0.15 + n / 100))).map((from) =>
    file.subarray(from, from + 24),
  );

type Parts = 'recording_clip_form' | 'recording_clip' | 'recording_transcript' | 'recording_reply';

const onlyRow = async (db: Db, school: TestSchool, recording: string, table: Parts): Promise<string> =>
  (
    await db
      .selectFrom(table)
      .select('id')
      .where('owner_id', '=', school.id)
      .where('recording_id', '=', recording)
      .executeTakeFirstOrThrow()
  ).id;

async function sealPicture(
  { db, services, clock }: TestSite,
  school: TestSchool,
  id: string,
  picture: Buffer,
): Promise<string> {
  const { wrapped_key: wrapped } = await db
    .selectFrom('recording')
    .select('wrapped_key')
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const mediumId = newId(clock.now);
  const sealed = await services.vault.seal(mediumId, services.keys.unwrap(wrapped!, id), [picture] as never);
  await db
    .insertInto('recording_medium')
    .values({
      owner_id: school.id,
      id: mediumId,
      recording_id: id,
      part: 'poster',
      media_type: 'image/jpeg',
      ...sealed,
      created_at: clock.now,
    })
    .execute();
  return mediumId;
}

async function done(who: Browser, path: string, fields: Record<string, string>): Promise<void> {
  const answer = await who.post(path, fields);
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${answer.text}`);
}

const noted = (who: Browser, address: string, fields: Record<string, string>): Promise<void> =>
  done(who, `${address}/notes`, { at: '0:03', ...fields });

async function formWritten(who: Browser, address: string, words: Words): Promise<void> {
  const page = await who.get(`${address}/clip-forms/new`);
  const part = /name="(part-[^"]+)"/.exec(page.text)?.[1];
  if (!part) throw new Error('the clip form has no heading');
  await done(who, `${address}/clip-forms/new`, {
    ...hiddenFields(page, `${address}/clip-forms/new`),
    from: '0:01',
    until: '0:04',
    [part]: words.clip,
  });
}

async function transcribed(who: Browser, address: string, words: Words): Promise<void> {
  const seen = await who.post(`${address}/transcript/look`, {
    text: `0:01 Teacher: ${words.said}`,
    language: 'en',
  });
  await done(who, `${address}/transcript/new`, hiddenFields(seen, `${address}/transcript/new`));
}
