import assert from 'node:assert/strict';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { readKinds } from '#platform/db/schema/kinds.ts';
import { Damaged, KeyMissing } from '#platform/vault/errors.ts';
import { openKeys } from '#platform/vault/keys.ts';
import { createVault } from '#platform/vault/vault.ts';
import { beginMaking, untilMade } from '#features/recordings/making/workshop.ts';
import { describedRecording, movingFilm, recordingScene } from '#features/recordings/recordings.scene.ts';
import { attackedRecording, stretchesOf } from './attacked-recordings.ts';
import { readImports, root } from './imports.ts';

/**
 * Attacks by whoever gets at the disk, a backup or the database, but not at the running program and its key (what root
 * could reach is said on a page of help). Each test is one attack; its name says, after the arrow, what stopped it.
 */

type Scene = Awaited<ReturnType<typeof recordingScene>>;

/** Ann's film, sent by the form and made ready: what was sent, and what is played now. */
async function sentAndMade(all: Scene) {
  const { site, school, people } = all;
  const { id, address } = await describedRecording(all);
  const ann = await all.as('ann');
  const film = await readFile(movingFilm);
  const fields = { drawn_for: `${school.id} ${people.ann.personId}` };
  const sent = await ann.post(`${address}/send/file`, fields, [
    { field: 'film', name: 'IMG_2041.mp4', body: film },
  ]);
  assert.equal(sent.status, 303, sent.text);
  await beginMaking.handle({ ownerId: school.id, kind: 'recording.arrived', body: {} } as never, {
    ...site.services,
    signal: new AbortController().signal,
  });
  await untilMade(all.db);
  const played = await ann.get(`${address}/play`);
  assert.equal(played.status, 200);
  const poster = await ann.get(`${address}/poster`);
  return { id, address, film, played: played.bytes, poster: poster.status === 200 ? poster.bytes : null };
}

/** Every file below a folder but the key of the school, which lies beside the data and never in it. */
async function filesBelow(folder: string): Promise<{ name: string; body: Buffer }[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((name) => !name.startsWith(join(folder, 'keys')));
  return Promise.all(names.map(async (name) => ({ name, body: await readFile(name) })));
}

/** All rows of all tables, as a dump of the database writes them. */
async function dumpOf({ db }: Scene): Promise<string> {
  const tables = Object.keys(readKinds()).map(
    (table) => sql`select r::text as text from ${sql.table(table)} r`,
  );
  const { rows } = await sql<{ text: string }>`/* job: test */ ${sql.join(tables, sql` union all `)}`.execute(
    db,
  );
  return rows.map(({ text }) => text).join('\n');
}

const wrappedKeyOf = async ({ db, school }: Scene, id: string): Promise<Buffer> =>
  (
    await db
      .selectFrom('recording')
      .select('wrapped_key')
      .where('owner_id', '=', school.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).wrapped_key!;

const writtenAs = (bytes: Buffer): string[] => [
  bytes.toString('hex'),
  bytes.toString('base64'),
  bytes.toString('base64url'),
];

test('a stolen disk: the data folder is searched for bytes of the film as sent, as played, and of its picture → sealed from the first piece on, and no plain copy is left from making it ready', async () => {
  const all = await recordingScene();
  const { film, played, poster } = await sentAndMade(all);
  const files = await filesBelow(all.site.folder);
  assert.ok(
    files.some(({ name, body }) => name.includes('sealed') && body.length > played.length),
    'the film lies there',
  );
  const pieces = [film, played, ...(poster ? [poster] : [])].flatMap(stretchesOf);
  assert.ok(
    pieces.some((piece) => played.includes(piece)),
    'the pieces are pieces of what is played',
  );
  for (const { name, body } of files) {
    assert.ok(!pieces.some((piece) => body.includes(piece)), `${name} holds plain film`);
    assert.doesNotMatch(name, /IMG_2041|fractions|\.(mp4|webm|jpe?g|m4a)$/i, 'a name tells nothing');
    assert.equal(body.indexOf('ftyp'), -1, `${name} holds the head of a film`);
  }
});

test('a copy of the database: every row of every table is searched → no film, no picture, and no key but wrapped', async () => {
  const all = await recordingScene();
  const { id, film, played, poster } = await sentAndMade(all);
  const dump = await dumpOf(all);
  assert.ok(
    dump.includes('Explaining fractions'),
    'what is written about it is there, as the page of help says',
  );
  for (const piece of [film, played, ...(poster ? [poster] : [])].flatMap(stretchesOf))
    for (const text of writtenAs(piece.subarray(0, 18)))
      assert.ok(!dump.includes(text), 'plain film in the database');
  const wrapped = await wrappedKeyOf(all, id);
  assert.ok(dump.includes(wrapped.toString('hex')), 'its wrapped key is there');
  const instance = await readFile(join(all.site.folder, 'keys', 'instance.key'), 'utf8');
  for (const key of [all.site.services.keys.unwrap(wrapped, id), Buffer.from(instance.trim(), 'base64url')])
    for (const text of writtenAs(key)) assert.ok(!dump.includes(text), 'a key lies open in the database');
});

test('a backup of database and data folder, put back on another machine → the key of the school is not in it', async () => {
  const all = await recordingScene();
  const { id } = await sentAndMade(all);
  const elsewhere = await openKeys(join(all.site.folder, 'elsewhere'));
  assert.throws(() => elsewhere.unwrap(Buffer.alloc(0), id), KeyMissing);
  const wrapped = await wrappedKeyOf(all, id);
  assert.throws(() => elsewhere.unwrap(wrapped, id), KeyMissing);
  for (const { name, body } of await filesBelow(all.site.folder))
    if (!name.includes('elsewhere'))
      assert.ok(!body.includes(all.site.services.keys.unwrap(wrapped, id)), `${name} holds a key`);
});

/** Ann's film, and one of Huw's own, whose rows he can change in the database; and what he sees at his own address. */
async function twoOwners() {
  const all = await recordingScene();
  const { site, db, school, people } = all;
  const film = await attackedRecording({ site, school, author: people.ann, partner: people.tomos });
  const his = await attackedRecording({ site, school, author: people.huw, partner: people.specialist });
  const huw = await all.as('huw');
  const change = (table: 'recording' | 'recording_medium', id: string, set: Record<string, unknown>) =>
    db.updateTable(table).set(set).where('owner_id', '=', school.id).where('id', '=', id).execute();
  const tries = async (): Promise<string> => {
    const answer = await huw.get(`${his.address}/play`).catch((error: Error) => error);
    const was = site.problems.splice(0);
    if (answer instanceof Error) return String(answer);
    assert.ok(answer.status >= 400 || answer.bytes.length === 0, String(answer.status));
    return `${answer.status} ${was.map((each) => (each as Error).constructor.name).join()}`;
  };
  return { ...all, film, his, change, tries };
}

test('the wrapped key of her recording put into the row of one’s own → it was wrapped for her recording and opens nothing for another', async () => {
  const { film, his, change, tries, ...all } = await twoOwners();
  await change('recording', his.id, { wrapped_key: await wrappedKeyOf(all as never, film.id) });
  assert.match(await tries(), /503|KeyMissing/);
});

test('the sealed file of her film named in the row of one’s own → it is sealed with her key', async () => {
  const { film, his, change, tries, db, school } = await twoOwners();
  const { bytes, sha256 } = await db
    .selectFrom('recording_medium')
    .select(['bytes', 'sha256'])
    .where('owner_id', '=', school.id)
    .where('id', '=', film.mediumId)
    .executeTakeFirstOrThrow();
  await change('recording_medium', his.mediumId, { ended_at: new Date('2026-11-18T16:00:00Z') });
  await db
    .updateTable('recording_medium')
    .set({ recording_id: his.id, bytes, sha256 })
    .where('owner_id', '=', school.id)
    .where('id', '=', film.mediumId)
    .execute();
  assert.match(await tries(), /Damaged|5\d\d|404/);
});

test('her sealed file laid in the place of one’s own, on the disk → its id is sealed with every piece of it', async () => {
  const { film, his, tries, site } = await twoOwners();
  const at = (id: string) => join(site.folder, 'sealed', id.slice(-2), id);
  await cp(at(film.mediumId), at(his.mediumId));
  assert.match(await tries(), /Damaged|5\d\d|404/);
});

test('sealed files kept from before the recording was erased → its key is gone from the database, and no other opens them', async () => {
  const all = await recordingScene();
  const { site, school, people } = all;
  const film = await attackedRecording({ site, school, author: people.ann, partner: people.tomos });
  const kept = join(site.folder, 'kept');
  await cp(join(site.folder, 'sealed'), kept, { recursive: true });
  const ann = await all.as('ann');
  assert.equal((await ann.post(`${film.address}/erase`, { notes_after: 'stay' })).status, 303);
  assert.equal(await wrappedKeyOf(all, film.id), null);
  const names = (await filesBelow(join(site.folder, 'sealed'))).map(({ name }) => name);
  assert.deepEqual(
    names.filter((name) => name.includes(film.mediumId) || name.includes(film.posterId)),
    [],
  );
  const other = site.services.keys.newKey(film.id).key;
  await assert.rejects(createVault({ folder: kept }).digest(film.mediumId, other), Damaged);
});

test('a command at the terminal → none but “start”, which serves the pages, reaches the vault or its keys', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const imports = (await readImports()).filter(({ typeOnly }) => !typeOnly);
  const reached = (from: string): Set<string> => {
    const seen = new Set([from]);
    for (const file of seen) for (const each of imports) if (each.from === file) seen.add(each.to);
    return seen;
  };
  const opens = [
    'src/platform/vault/vault.ts',
    'src/platform/vault/keys.ts',
    'src/open-site.ts',
    'src/services.ts',
  ];
  const commands = Object.entries(scripts).filter(([name]) => name !== 'start');
  assert.ok(commands.length >= 6);
  for (const [name, line] of commands) {
    const file = /(\S+\.ts)$/.exec(line)?.[1];
    assert.ok(file, `npm run ${name} names a file`);
    const all = reached(file);
    assert.deepEqual(
      opens.filter((each) => all.has(each)),
      [],
      `npm run ${name}`,
    );
  }
  assert.ok(reached('src/main.ts').has('src/open-site.ts'), 'what is looked for is found where it is');
});
