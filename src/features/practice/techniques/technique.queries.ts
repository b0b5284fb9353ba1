import { sql } from 'kysely';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { filesInJson } from '#features/files/index.ts';
import type { GivenExample, LibraryTechnique, Technique } from './technique.ts';
import { shippedTechniques } from './technique.ts';
import { examplePolicy, techniquePolicy } from './technique.policy.ts';
import type { WrittenTechnique } from './technique-form.ts';

/** Every technique of the catalogue and of the school's library, by title. One statement. */
export async function selectTechniques(db: Db, who: Who): Promise<Technique[]> {
  const { rows } = await sql<{ written: Omit<Technique, 'own' | 'hasExample'>[]; shown: string[] }>`select
    coalesce((select json_agg(json_build_object('id', x.id, 'title', x.title, 'plain', x.plain, 'phases', x.phases,
        'subjects', x.subjects) order by x.title, x.id)
      from technique x join item i on i.owner_id = x.owner_id and i.id = x.id
      where x.owner_id = ${who.organisationId} and i.ended_at is null and ${who.sees('i', techniquePolicy)}),
      '[]'::json) as written,
    array(select distinct e.technique from technique_example e join item i on i.owner_id = e.owner_id and i.id = e.id
      where e.owner_id = ${who.organisationId} and i.ended_at is null and ${who.sees('i', examplePolicy)}) as shown
    `.execute(db);
  const { written, shown } = rows[0]!;
  const examples = new Set(shown);
  return [
    ...shippedTechniques().map(({ id, title, plain, phases, subjects, example }) => ({
      id,
      title,
      plain,
      phases,
      subjects,
      own: false,
      hasExample: example !== null || examples.has(id),
    })),
    ...written.map((each) => ({ ...each, own: true, hasExample: examples.has(each.id) })),
  ].toSorted((a, b) => a.title.localeCompare(b.title));
}

/** What a technique's page shows beside the catalogue: the library's own text, if it is one, and examples given. */
export interface AroundTechnique {
  written: (LibraryTechnique & { author: string; authorId: string; ended: boolean; mayEnd: boolean }) | null;
  examples: (GivenExample & { mayEnd: boolean })[];
}

export async function selectAroundTechnique(db: Db, who: Who, id: string): Promise<AroundTechnique> {
  const { rows } = await sql<AroundTechnique>`select
    (select json_build_object('id', x.id, 'title', x.title, 'plain', x.plain, 'steps', x.steps, 'why', x.why,
        'against', x.against, 'notFor', x.not_for, 'phases', x.phases, 'subjects', x.subjects, 'version', x.version,
        'authorId', i.author_id, 'author', p.name, 'ended', i.ended_at is not null,
        'mayEnd', ${who.sees('i', techniquePolicy, 'end')})
      from technique x join item i on i.owner_id = x.owner_id and i.id = x.id join person p on p.id = i.author_id
      where x.owner_id = ${who.organisationId} and x.id::text = ${id} and ${who.sees('i', techniquePolicy)}
        and (i.ended_at is null or i.author_id = ${who.personId})) as written,
    coalesce((select json_agg(json_build_object('id', e.id, 'authorId', i.author_id, 'author', p.name,
        'words', e.words, 'link', e.link, 'createdAt', e.created_at, 'files', ${filesInJson('i')},
        'mayEnd', ${who.sees('i', examplePolicy, 'end')}) order by e.created_at, e.id)
      from technique_example e join item i on i.owner_id = e.owner_id and i.id = e.id join person p on p.id = i.author_id
      where e.owner_id = ${who.organisationId} and e.technique = ${id} and i.ended_at is null
        and ${who.sees('i', examplePolicy)}), '[]'::json) as examples`.execute(db);
  return rows[0]!;
}

const columnsOf = (written: WrittenTechnique) => ({
  title: written.title,
  plain: written.plain,
  steps: written.steps,
  why: written.why,
  against: written.against,
  not_for: written.notFor,
  phases: written.phases,
  subjects: written.subjects,
});

/** Writes a new technique beside its item. */
export async function insertTechnique(
  tx: Db,
  of: { ownerId: string; id: string },
  written: WrittenTechnique,
  writer: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('technique')
    .values({
      owner_id: of.ownerId,
      id: of.id,
      ...columnsOf(written),
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await keepText(tx, of, 1, { ...written }, writer, at);
}

/** Saves over the version that was shown and keeps each text. False when it is another version by now. */
export async function updateTechnique(
  tx: Db,
  of: { ownerId: string; id: string },
  shown: number,
  written: WrittenTechnique,
  writer: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('technique')
    .set({ ...columnsOf(written), version: shown + 1, updated_at: at })
    .where('owner_id', '=', of.ownerId)
    .where('id', '=', of.id)
    .where('version', '=', shown)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await keepText(tx, of, shown + 1, { ...written }, writer, at);
  return true;
}
