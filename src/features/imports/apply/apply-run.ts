import { sql } from 'kysely';
import { record } from '#platform/audit/record.ts';
import { today } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { aloneWith, locks } from '#platform/db/locks.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import { appoint } from '#features/people/index.ts';
import { makePlan, type Planned, readFiles } from '../preview/make-plan.ts';
import { loadFiles, writePreview } from '../preview/preview-run.ts';
import { selectReach } from '../preview/reach.ts';
import { type Confirmed, type Run, selectRun, updateRun } from '../run.queries.ts';
import { applyAddedPeople } from './apply-added-people.ts';
import { applyChangedPeople } from './apply-changed-people.ts';
import { applyEndedPeople } from './apply-ended-people.ts';
import { applyMemberships } from './apply-memberships.ts';
import { applyOrganisations } from './apply-organisations.ts';
import { applyRelations } from './apply-relations.ts';
import { applyTerms, applyUnits } from './apply-units.ts';
import { type Applying, counter, organisationsOf, TimeUp } from './context.ts';

/**
 * - done: everything is written
 * - more: the time of this turn is over; call again
 * - shown-again: something had changed since the preview was shown, so it was made anew and nothing was written
 * - elsewhere: another process is at it
 * - nothing: it is not to be carried out
 */
export type Outcome = 'done' | 'more' | 'shown-again' | 'elsewhere' | 'nothing';

/** What is written, in this order: each stage builds on those before it. */
const stages: readonly ((applying: Applying) => Promise<void>)[] = [
  applyOrganisations,
  applyTerms,
  applyUnits,
  applyEndedPeople,
  applyAddedPeople,
  applyChangedPeople,
  applyMemberships,
  applyRelations,
];

/**
 * Carries out an import that was confirmed, batch by batch. It is planned again each time from the files and
 * from what is there, so an interruption needs no book-keeping: what is left to do is what is planned next.
 * `until` says when to leave off.
 */
export function applyRun(
  services: Pick<Services, 'db' | 'storage' | 'now'>,
  { ownerId, id }: Pick<Run, 'ownerId' | 'id'>,
  until: () => boolean = () => false,
): Promise<Outcome> {
  return aloneWith<Outcome>(services.db, [locks.import, ownerId], 'elsewhere', async () => {
    const { db, storage } = services;
    const now = services.now();
    const run = await selectRun(db, ownerId, id);
    const { confirmed } = run.options;
    if (run.state !== 'applying' || !confirmed) return 'nothing';
    const reach = await selectReach(db, ownerId);
    const roster = readFiles(await loadFiles(storage, run.files), run.options);
    const day = today(now, reach.home.zone);
    const shown = await makePlan(db, reach, roster, run.options, day);
    if (!confirmed.begun && !isAsConfirmed(run, confirmed, shown)) {
      await transaction(db, (tx) => writePreview(tx, run, shown, now, { madeAgain: true }));
      return 'shown-again';
    }
    const planned =
      confirmed.bringBack || !bringsBack(shown)
        ? shown
        : await makePlan(db, reach, roster, run.options, day, { bringBack: false });
    const begun = confirmed.begun ? run : await begin(db, run, confirmed, planned, now);
    const applying: Applying = {
      ...planned,
      db,
      run: begun,
      reach,
      now,
      today: day,
      actorId: run.confirmedBy,
      organisationIds: new Map(planned.plan.organisations.ids),
      unitIds: new Map(planned.plan.units.ids),
      unitOwner: new Map(planned.have.unitOwner),
      personIds: new Map(planned.plan.people.ids),
      notes: [],
      done: counter(db, begun, until, services.now),
    };
    try {
      for (const stage of stages) await stage(applying);
    } catch (error) {
      if (error instanceof TimeUp) return 'more';
      throw error;
    }
    await finish(applying, confirmed);
    await tellPlanner(applying);
    return 'done';
  });
}

/** From so many rows on the ways to them that were best before are not. */
const manySteps = 200;

/** The database would count its rows again by itself within some minutes, and answer every page slowly until then. */
async function tellPlanner({ db, run }: Applying): Promise<void> {
  if (run.steps >= manySteps) await sql`analyze`.execute(db);
}

/** Whether what is planned now is what was shown and confirmed. */
const isAsConfirmed = (run: Run, { manyEndings }: Confirmed, { fingerprint, plan }: Planned): boolean =>
  fingerprint === run.fingerprint && (manyEndings || plan.needsConfirmation.length === 0);

/** Whether somebody who had left would be here again. */
const bringsBack = ({ plan }: Planned): boolean =>
  plan.people.changed.some(({ fields }) => fields.some(({ field }) => field === 'ended'));

/** Notes that writing begins, and how much there is to write. From then on it is carried on, not planned anew. */
async function begin(db: Db, run: Run, confirmed: Confirmed, planned: Planned, now: Date): Promise<Run> {
  const begun = {
    steps: countSteps(planned),
    progress: 0,
    options: { ...run.options, confirmed: { ...confirmed, begun: true } },
  };
  await updateRun(db, run, begun, now);
  return { ...run, ...begun };
}

function countSteps({ plan }: Planned): number {
  const { organisations, terms, units, people, memberships, relations } = plan;
  const parts = [organisations, terms, units, people, memberships];
  const all = parts.reduce(
    (sum, part) => sum + part.added.length + part.changed.length + part.ended.length,
    0,
  );
  return all + relations.added.length + relations.ended.length;
}

/** The roles that whoever confirmed has given, and the record of it all. */
async function finish(applying: Applying, confirmed: Confirmed): Promise<void> {
  const { db, run, now, today: day, actorId, notes } = applying;
  for (const { key, role } of confirmed.roles) {
    const person = applying.roster.people.find((each) => each.key === key);
    const personId = applying.personIds.get(key);
    if (!personId || !person?.rolesToConfirm.includes(role)) continue;
    for (const owner of organisationsOf(applying, person.organisationKeys))
      await transaction(db, async (tx) => {
        await appoint(tx, owner, { personId, roles: [role], startsOn: day, appointedBy: actorId }, now);
        await record(
          tx,
          actorId,
          { ownerId: owner, kind: 'role.given', itemId: personId, body: { roles: [role], startsOn: day } },
          now,
        );
      });
  }
  await transaction(db, async (tx) => {
    const summary = { ...run.summary, ...(notes.length > 0 ? { notes } : {}) };
    await updateRun(tx, run, { state: 'done', progress: run.steps, finishedAt: now, summary }, now);
    await record(
      tx,
      actorId,
      { ownerId: run.ownerId, kind: 'import.applied', itemId: run.id, body: { steps: run.steps } },
      now,
    );
  });
}
