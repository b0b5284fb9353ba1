import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { awayNowSelect } from '#features/cover/index.ts';
import { namesAlike } from './names-alike.ts';
import { isAtTheDesk, readsChecks } from './visitors.access.ts';
import { type AtTheDesk, type BadgeColours, usualKeepDays, type Visitor } from './visitors.ts';

/** The columns of `Visitor`, of a row under `v` with its host under `h`. */
const visitorColumns = sql`v.id, v.on_date as "on", to_char(v.from_time, 'HH24:MI') as "from", v.name, v.organisation,
  v.purpose, v.place, v.kind, v.host_id as "hostId", h.name as host, v.series_id as "seriesId", v.written_by as "writtenBy",
  v.arrived_at as "arrivedAt", v.left_at as "leftAt", v.version, v.ended_at as "endedAt"`;

const visitorMoments = { arrivedAt: 'moment', leftAt: 'moment', endedAt: 'moment' } as const;

/** What only few read of them; for others the column is there and says nothing. A check holds for all weeks of a visit. */
const checkColumn = (who: Who) =>
  readsChecks(who)
    ? sql`(select json_build_object('seen', k.seen, 'until', k.until_on,
          'mark', floor(extract(epoch from k.said_at) * 1000))
        from visitor_check k
        where k.owner_id = ${who.organisationId} and (k.visitor_id = v.id or k.visitor_id in (
          select s.id from visitor s where s.owner_id = ${who.organisationId} and s.series_id = v.series_id))
        order by k.said_at desc, k.visitor_id limit 1) as "check"`
    : sql`null::json as "check"`;

/** The names that the desk asks about; nobody else's page is given any. */
const cautionNames = (who: Who) =>
  list<{ name: string; untilOn: string | null }>(
    sql`select c.name, c.until_on as "untilOn" from visitor_caution c
      where c.owner_id = ${who.organisationId} and c.ended_at is null and c.name <> ''
        and ${isAtTheDesk(who) ? sql`true` : sql`false`}`,
  );

export type ListedVisitor = Visitor & AtTheDesk;
type Row = Visitor & Pick<AtTheDesk, 'check'>;

/** Says of each whether somebody of a name like theirs is to be asked about. The names themselves go no further. */
const withAsks = (
  rows: readonly Row[],
  cautions: readonly { name: string; untilOn: string | null }[],
): ListedVisitor[] =>
  rows.map((row) => ({
    ...row,
    asks: cautions.some(
      ({ name, untilOn }) => (untilOn === null || untilOn >= row.on) && namesAlike(name, row.name),
    ),
  }));

export interface Colleague {
  id: string;
  name: string;
}

/** Those whom somebody can come to see. */
const colleaguesSelect = (owner: string, today: Given<{ today: string }>['today']) => sql`
  select p.id, p.name from member m join person p on p.id = m.person_id
  where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)} order by m.sort_name, p.id limit 600`;

const askDay = composed((who, { day }: Given<{ day: string }>) => ({
  cautions: cautionNames(who),
  visitors: list<Row>(
    sql`select ${visitorColumns}, ${checkColumn(who)} from visitor v join person h on h.id = v.host_id
      where v.owner_id = ${who.organisationId} and v.on_date = ${day} and v.ended_at is null
      order by v.from_time nulls last, v.sort_name, v.id limit 500`,
    visitorMoments,
  ),
}));

/** Who comes on a day, in the order of the day. */
export const selectDay = async (db: Db, who: Who, day: string): Promise<ListedVisitor[]> => {
  const { visitors, cautions } = await askDay(db, who, { day });
  return withAsks(visitors, cautions);
};

const askHere = composed((who, { today, clock }: Given<{ today: string; clock: string }>) => ({
  visitors: list<Visitor>(
    sql`select ${visitorColumns} from visitor v join person h on h.id = v.host_id
      where v.owner_id = ${who.organisationId} and v.on_date = ${today} and v.ended_at is null
        and v.arrived_at is not null and v.left_at is null
      order by v.sort_name, v.id limit 500`,
    visitorMoments,
  ),
  away: list<{
    name: string;
  }>(sql`select p.name from (${awayNowSelect(who.organisationId, { today, clock })}) a
    join person p on p.id = a.person_id order by p.sort_name, p.id limit 500`),
}));

/** Who is in the building and does not belong to the school, and which staff said that they are away now: '14:05'. */
export const selectHere = (db: Db, who: Who, today: string, clock: string) =>
  askHere(db, who, { today, clock });

const askNew = composed((who, { today }: Given<{ today: string }>) => ({
  colleagues: list<Colleague>(colleaguesSelect(who.organisationId, today)),
}));

export const selectColleagues = async (db: Db, who: Who, today: string): Promise<Colleague[]> =>
  (await askNew(db, who, { today })).colleagues;

const askOne = composed((who, { id, today }: Given<{ id: string; today: string }>) => ({
  cautions: cautionNames(who),
  visitors: list<Row>(
    sql`select ${visitorColumns}, ${checkColumn(who)} from visitor v join person h on h.id = v.host_id
      where v.owner_id = ${who.organisationId} and v.id = ${id}`,
    visitorMoments,
  ),
  colleagues: list<Colleague>(colleaguesSelect(who.organisationId, today)),
}));

/** One visit with those it could be to. Throws `NotFound`. */
export async function selectVisitor(db: Db, who: Who, id: string, today: string) {
  if (!isId(id)) throw new NotFound();
  const { visitors, cautions, colleagues } = await askOne(db, who, { id, today });
  const visitor = withAsks(visitors, cautions)[0];
  if (!visitor) throw new NotFound(t('There is no such visit.'));
  return { visitor, colleagues };
}

export interface Caution {
  id: string;
  name: string;
  words: string;
  untilOn: string | null;
  writtenBy: string;
}

/** How long names are kept, whether badges are printed, and in what colours. */
export interface Settings {
  keepDays: number;
  badges: boolean;
  colours: BadgeColours;
  version: number;
}
const usualSettings: Settings = { keepDays: usualKeepDays, badges: false, colours: {}, version: 0 };

const settingsList = (owner: string) =>
  list<Settings>(
    sql`select z.keep_days as "keepDays", z.badges, z.badge_colours as colours, z.version
      from visitor_settings z where z.owner_id = ${owner}`,
  );

const askSettings = composed((who, { today }: Given<{ today: string }>) => ({
  settings: settingsList(who.organisationId),
  cautions: list<Caution>(
    sql`select c.id, c.name, c.words, c.until_on as "untilOn", p.name as "writtenBy" from visitor_caution c
      join person p on p.id = c.written_by
      where c.owner_id = ${who.organisationId} and c.ended_at is null and (c.until_on is null or c.until_on >= ${today})
      order by c.sort_name, c.id limit 200`,
  ),
}));

/** What the school settled, and about whom the desk asks first. */
export async function selectSettings(db: Db, who: Who, today: string) {
  const { settings, cautions } = await askSettings(db, who, { today });
  return { ...(settings[0] ?? usualSettings), cautions };
}

const askBadge = composed((who, { id }: Given<{ id: string }>) => ({
  settings: settingsList(who.organisationId),
  visitors: list<Visitor>(
    sql`select ${visitorColumns} from visitor v join person h on h.id = v.host_id
      where v.owner_id = ${who.organisationId} and v.id = ${id}`,
    visitorMoments,
  ),
}));

/** A visit as its badge shows it. Throws `NotFound`, also where it was called off or its names are kept no longer. */
export async function selectBadge(
  db: Db,
  who: Who,
  id: string,
): Promise<{ visitor: Visitor; colours: BadgeColours }> {
  if (!isId(id)) throw new NotFound();
  const { visitors, settings } = await askBadge(db, who, { id });
  const visitor = visitors[0];
  if (!visitor || visitor.endedAt !== null || visitor.name === '')
    throw new NotFound(t('There is no badge for this visit.'));
  return { visitor, colours: (settings[0] ?? usualSettings).colours };
}
