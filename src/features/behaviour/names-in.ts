import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { t } from '#platform/i18n/i18n.ts';

/** Somebody who could be meant. */
interface Named {
  personId: string;
  name: string;
  givenName: string;
}

/**
 * Pupils who are in a unit with one of these pupils today, and these pupils themselves: whoever is named in words about
 * one of them is most likely among those.
 */
export async function selectNamesNear(
  db: Db,
  owner: string,
  pupilIds: readonly string[],
  today: string,
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select p.id as "personId", p.name, p.given_name as "givenName" from person p
    where p.id in (select near.person_id from membership near
      join membership theirs on theirs.owner_id = ${owner} and theirs.unit_id = near.unit_id
        and theirs.person_id = any(${pupilIds}::uuid[]) and theirs.part = 'pupil' and ${current('theirs', today)}
      where near.owner_id = ${owner} and near.part = 'pupil' and ${current('near', today)})
      or p.id = any(${pupilIds}::uuid[])
    order by p.name, p.id limit 3000`.execute(db);
  return rows;
}

/** A name stands as a word of its own, with the capital that names have: "Will" and not "will". */
const standsIn = (words: string, name: string): boolean => {
  if (name.length < 2) return false;
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(words.normalize('NFC'));
};

/** The names of other pupils that stand in words which the family of `about` would read, each once. */
export const namesOfOthers = (words: string, near: readonly Named[], about: string): string[] => {
  const own = near.find(({ personId }) => personId === about);
  return [
    ...new Set(
      near
        .filter(({ personId }) => personId !== about)
        .map((each) => each.givenName.normalize('NFC'))
        .filter((given) => given !== own?.givenName.normalize('NFC') && standsIn(words, given)),
    ),
  ];
};

/** The names of others in words that the families of several pupils would read. */
export const namesOfOthersFor = (
  words: string,
  near: readonly Named[],
  pupilIds: readonly string[],
): string[] => [...new Set(pupilIds.flatMap((about) => namesOfOthers(words, near, about)))];

/** What is said before such words are saved. */
export const namedWords = (names: readonly string[]): string =>
  t(
    'A family would read another pupil’s name here: {names}. Write “another pupil”, or choose that the family does not read it. If it is only a word that looks like a name, tick the box below.',
    { names: names.join(', ') },
  );
