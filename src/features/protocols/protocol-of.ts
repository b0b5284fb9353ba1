import { type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { byIdOrNone, catalogue, type Protocol } from '#features/evidence/index.ts';

/** Which protocol, in which version, of which school: what a programme remembers of where it came from. */
export interface ProtocolRef {
  ownerId: string;
  protocol: string;
  version: number;
}

/** A version never changes, so what was read once is kept; the oldest is let go when there are many. */
const remembered = new Map<string, Protocol>();
const mostRemembered = 500;

/**
 * The protocol in the version that a programme was started from. From the catalogue where it has just that version,
 * otherwise from the copy kept when the programme was started; one statement, the first time it is asked for.
 * A programme older than copies has the catalogue's; undefined when there is none of the name any more.
 */
export async function protocolOf(
  db: Db,
  { ownerId, protocol, version }: ProtocolRef,
): Promise<Protocol | undefined> {
  const shipped = shippedProtocol(protocol);
  if (shipped?.version === version) return shipped;
  const key = `${ownerId} ${protocol} ${version}`;
  const known = remembered.get(key);
  if (known) return known;
  const row = await db
    .selectFrom('protocol_version')
    .select('body')
    .where('owner_id', '=', ownerId)
    .where('protocol', '=', protocol)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) return shipped;
  const kept = row.body as unknown as Protocol;
  const [oldest] = remembered.keys();
  if (remembered.size >= mostRemembered && oldest) remembered.delete(oldest);
  remembered.set(key, kept);
  return kept;
}

/** The protocol of this name that comes with Staffroom. */
export const shippedProtocol = (id: string): Protocol | undefined => byIdOrNone(catalogue().protocols, id);

/** Keeps the version that something is started from, so that it stays as it is whatever comes later. */
export async function keepVersion(tx: Db, ownerId: string, protocol: Protocol, now: Date): Promise<void> {
  await tx
    .insertInto('protocol_version')
    .values({
      owner_id: ownerId,
      protocol: protocol.id,
      version: protocol.version,
      body: JSON.stringify(protocol),
      kept_at: now,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'protocol', 'version']).doNothing())
    .execute();
}

/** The version that one would start from today: the school's own of this name as published last, or the catalogue's. */
export async function protocolToStart(db: Db, ownerId: string, id: string): Promise<Protocol | undefined> {
  const shipped = shippedProtocol(id);
  if (shipped) return shipped;
  const own = await db
    .selectFrom('protocol_template')
    .select('published_version')
    .where('owner_id', '=', ownerId)
    .where('protocol', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return own?.published_version
    ? protocolOf(db, { ownerId, protocol: id, version: own.published_version })
    : undefined;
}

/** One line for a choice of protocols. */
export interface ProtocolLine {
  id: string;
  title: string;
  plain: string;
  startedBy: Protocol['startedBy'];
  /** Written by the school itself. */
  own: boolean;
}

/** Every protocol one may start from: the school's own as published, and those that come with Staffroom. One statement. */
export async function selectProtocols(
  db: Db,
  ownerId: string,
): Promise<{ protocol: Protocol; own: boolean }[]> {
  const own = await db
    .selectFrom('protocol_template as t')
    .innerJoin('protocol_version as v', (join) =>
      join
        .onRef('v.owner_id', '=', 't.owner_id')
        .onRef('v.protocol', '=', 't.protocol')
        .onRef('v.version', '=', 't.published_version'),
    )
    .select('v.body')
    .where('t.owner_id', '=', ownerId)
    .where('v.owner_id', '=', ownerId)
    .where('t.ended_at', 'is', null)
    .orderBy('t.title')
    .execute();
  return [
    ...own.map(({ body }) => ({ protocol: body as Protocol, own: true })),
    ...shippedByTitle().map((protocol) => ({ protocol, own: false })),
  ];
}

const shippedByTitle = (): Protocol[] =>
  catalogue().protocols.toSorted((a, b) => (a.title < b.title ? -1 : 1));

/** The school's own as published, as lines, for a page that asks more in the same statement; see `allLines`. */
export const ownProtocolLines = ({ organisationId }: Who): List<ProtocolLine> =>
  list<ProtocolLine>(ownLines(organisationId));

const ownLines = (ownerId: string): RawBuilder<ProtocolLine> => sql<ProtocolLine>`
  select v.body->>'id' as id, v.body->>'title' as title, v.body->>'plain' as plain,
    v.body->>'startedBy' as "startedBy", true as own
  from protocol_template t
  join protocol_version v on v.owner_id = t.owner_id and v.protocol = t.protocol and v.version = t.published_version
  where t.owner_id = ${ownerId} and v.owner_id = ${ownerId} and t.ended_at is null order by t.title`;

let shippedLines: readonly ProtocolLine[] | undefined;

/** A school's own lines with those that come with Staffroom after them. */
export function allLines(own: readonly ProtocolLine[]): ProtocolLine[] {
  shippedLines ??= shippedByTitle().map(({ id, title, plain, startedBy }) => ({
    id,
    title,
    plain,
    startedBy,
    own: false,
  }));
  return [...own, ...shippedLines];
}

/** Every protocol as a line, for a choice. One statement. */
export const selectProtocolLines = async (db: Db, ownerId: string): Promise<ProtocolLine[]> =>
  allLines((await ownLines(ownerId).execute(db)).rows);
