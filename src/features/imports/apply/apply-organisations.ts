import { sql } from 'kysely';
import { record } from '#platform/audit/record.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { transaction } from '#platform/db/transaction.ts';
import {
  type ClosureKind,
  closureKinds,
  insertClosures,
  insertOrganisation,
  insertTerms,
  type NamedDays,
  selectDates,
  type TermKind,
  termKinds,
} from '#features/organisation/index.ts';
import { appoint, insertMembers, role } from '#features/people/index.ts';
import type { RosterOrganisation } from '../read/index.ts';
import { type Applying, link, reserve } from './context.ts';

/**
 * Makes the schools of a trust under it. Each new one gets the trust's administrators and its dates, or where it
 * has none those of the files, first and its own row last, so that one that is there is complete, also after an interruption.
 */
export async function applyOrganisations(applying: Applying): Promise<void> {
  const { plan, db, now, reach } = applying;
  await link(applying, 'organisation', plan.organisations.linked);
  const ids = await reserve(
    applying,
    'organisation',
    plan.organisations.added.map(({ key }) => key),
  );
  for (const [key, id] of ids) applying.organisationIds.set(key, id);
  const dates = ids.size > 0 ? await datesToBegin(applying) : { terms: [], closures: [] };
  const paths = new Map(reach.organisations.map(({ id, path }) => [id, path]));
  for (const organisation of parentsFirst(plan.organisations.added)) {
    const id = ids.get(organisation.key)!;
    const parentId = applying.organisationIds.get(organisation.parentKey ?? '') ?? reach.home.id;
    const parent = { id: parentId, path: paths.get(parentId) ?? reach.home.path };
    await furnish(applying, id, dates);
    const { zone: timeZone, locale, currency } = reach.home;
    const { name, kind } = organisation;
    const made = await transaction(db, (tx) =>
      insertOrganisation(tx, { id, name, kind, parent, timeZone, locale, currency }, now),
    );
    paths.set(id, made.path);
    await applying.done(1);
  }
  for (const { id, item, fields } of plan.organisations.changed) {
    const changes = new Set(fields.map(({ field }) => field));
    await db
      .updateTable('organisation')
      .set({
        ...(changes.has('name')
          ? { name: item.name, sort_name: comparable(item.name) || item.name.toLowerCase() }
          : {}),
        ...(changes.has('kind') ? { kind: item.kind } : {}),
        ...(changes.has('ended') ? { ended_at: null } : {}),
      })
      .where('id', '=', id)
      .execute();
    await applying.done(1);
  }
}

interface Dates {
  terms: readonly NamedDays<TermKind>[];
  closures: readonly NamedDays<ClosureKind>[];
}

/** What a new school begins with: the dates that the trust wrote down, else the terms of the files. */
async function datesToBegin({ db, reach, roster, today }: Applying): Promise<Dates> {
  const ours = await selectDates(db, reach.home.id, today);
  const days = <Kind extends string>(kinds: readonly Kind[]): NamedDays<Kind>[] =>
    ours.flatMap(({ kind, name, startsOn, endsOn }) => {
      const known = kinds.find((each) => each === kind);
      return known === undefined ? [] : [{ kind: known, name, startsOn, endsOn }];
    });
  const terms = days(termKinds);
  if (terms.some(({ kind }) => kind === 'term')) return { terms, closures: days(closureKinds) };
  return {
    terms: roster.terms
      .filter(({ ended, endsOn }) => !ended && endsOn >= today)
      .map(({ kind, name, startsOn, endsOn }) => ({ kind, name, startsOn, endsOn })),
    closures: [],
  };
}

async function furnish(
  { db, have, now, today, actorId, run, plan }: Applying,
  id: string,
  { terms, closures }: Dates,
): Promise<void> {
  const people = have.roster.people.filter((each) => have.administrators.has(each.id));
  await transaction(db, async (tx) => {
    await insertMembers(
      tx,
      id,
      people.map((each) => ({ ...each, personId: each.id, kind: 'staff' as const })),
      now,
    );
    for (const each of people)
      await appoint(
        tx,
        id,
        { personId: each.id, roles: [role.administrator], startsOn: today, appointedBy: actorId },
        now,
      );
    const { rows } = await sql`select 1 from term t where t.owner_id = ${id} limit 1`.execute(tx);
    if (rows.length === 0) {
      await insertTerms(tx, id, terms, now);
      await insertClosures(tx, id, closures, now);
    }
    const personIds = people.map((each) => each.id);
    const body = { runId: run.id, source: plan.sourceName, personIds };
    await record(
      tx,
      actorId,
      { ownerId: id, kind: 'import.people-joined', itemId: id, body, tell: true },
      now,
    );
  });
}

function parentsFirst(all: readonly RosterOrganisation[]): RosterOrganisation[] {
  const waiting = new Map(all.map((each) => [each.key, each]));
  const sorted: RosterOrganisation[] = [];
  const place = (each: RosterOrganisation): void => {
    if (!waiting.delete(each.key)) return;
    const parent = waiting.get(each.parentKey ?? '');
    if (parent) place(parent);
    sorted.push(each);
  };
  for (const each of all) place(each);
  return sorted;
}
