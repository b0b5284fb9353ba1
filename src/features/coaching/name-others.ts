import { type RawBuilder, sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';

/**
 * The notices of a pairing in full: each names the others, never its reader. Of an end it names those who left, of
 * anything else those who are there, and where nobody else is, those who were.
 */
export const namingOthers = (
  notices: Readonly<Record<string, () => string>>,
): Readonly<Record<string, NoticeInFull>> =>
  Object.fromEntries(
    Object.entries(notices).map(([kind, what]) => [kind, namingIn(what, kind === 'coaching.ended')]),
  );

const namingIn = (what: () => string, left: boolean): NoticeInFull => ({
  namesPeople: true,
  facts: left ? whoLeft : whoIsThere,
  says: ({ names }: { names: string[] | null }) =>
    names === null ? what() : t('{what} ({names})', { what: what(), names: formatList(names) }),
});

/** The names of the others in the pairing that the notice is about: those for whom `first` is true, or else all. */
const othersBy =
  (first: RawBuilder<unknown>): NoticeInFull['facts'] =>
  (alias) => {
    const [owner, item, reader] = ['from_owner', 'item_id', 'owner_id'].map((name) =>
      sql.ref(`${alias}.${name}`),
    );
    return sql`(select json_build_object('names', coalesce(json_agg(o.name order by o.name) filter (where ${first}),
        json_agg(o.name order by o.name)))
      from item about join pairing p on p.owner_id = about.owner_id and p.circle_id = about.circle_id
      join pairing_person x on x.owner_id = p.owner_id and x.pairing_id = p.id
      join person o on o.id = x.person_id
      where about.owner_id = ${owner} and about.id = ${item} and p.owner_id = ${owner} and x.owner_id = ${owner}
        and x.person_id <> ${reader})`;
  };

const whoLeft = othersBy(sql`x.left_at is not null`);
const whoIsThere = othersBy(sql`x.left_at is null and x.answer is distinct from 'no'`);
