import { standingsChanged } from '#platform/access/standing.ts';
import { record } from '#platform/audit/record.ts';
import { today } from '#platform/calendar/dates.ts';
import { aloneWith, locks } from '#platform/db/locks.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import { appoint } from '#features/people/index.ts';
import { makePlan, type Planned, readFiles } from '../preview/make-plan.ts';
import { loadFiles, writePreview } from '../preview/preview-run.ts';
import { type Reach, selectReach } from '../preview/reach.ts';
import { type Run, selectRun, updateRun } from '../run.queries.ts';
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
    const confirmed = run.options.confirmed;
    if (run.state !== 'applying' || !confirmed) return 'nothing';
    const reach = await selectReach(db, ownerId);
    const roster = readFiles(await loadFiles(storage, run.files), run.options);
    const day = today(now, reach.home.zone);
    const shown = await makePlan(db, reach, roster, run.options, day);
    if (!confirmed.begun) {
      const unanswered = shown.plan.needsConfirmation.length > 0 && !confirmed.manyEndings;
      if (shown.fingerprint !== run.fingerprint || unanswered) {
        await transaction(db, (tx) => writePreview(tx, run, shown, now, { madeAgain: true }));
        return 'shown-again';
      }
    }
    const isBack = shown.plan.people.changed.some(({ fields }) =>
      fields.some(({ field }) => field === 'ended'),
    );
    const planned =
      confirmed.bringBack || !isBack
        ? shown
        : await makePlan(db, reach, roster, run.options, day, { bringBack: false });
    if (!confirmed.begun) {
      run.steps = countSteps(planned);
      run.options.confirmed = { ...confirmed, begun: true };
      await updateRun(db, run, { steps: run.steps, progress: 0, options: run.options }, now);
    }
    const applying: Applying = {
      ...planned,
      db,
      run,
      reach,
      now,
      today: day,
      actorId: run.confirmedBy,
      organisationIds: new Map(planned.plan.organisations.ids),
      unitIds: new Map(planned.plan.units.ids),
      unitOwner: new Map(planned.have.unitOwner),
      personIds: new Map(planned.plan.people.ids),
      notes: [],
      done: counter(db, run, until, services.now),
    };
    try {
      await applyOrganisations(applying);
      await applyTerms(applying);
      await applyUnits(applying);
      await applyEndedPeople(applying);
      await applyAddedPeople(applying);
      await applyChangedPeople(applying);
      await applyMemberships(applying);
      await applyRelations(applying);
    } catch (error) {
      if (error instanceof TimeUp) return 'more';
      throw error;
    }
    await finish(applying, reach);
    return 'done';
  });
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

/** The roles that whoever confirmed has given, the end of every remembered standing, and the record of it all. */
async function finish(applying: Applying, { owners }: Reach): Promise<void> {
  const { db, run, now, today: day, actorId, notes } = applying;
  for (const { key, role } of run.options.confirmed!.roles) {
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
  const all = new Set([...owners, ...applying.organisationIds.values()]);
  for (const owner of all) await standingsChanged(db, owner);
  await transaction(db, async (tx) => {
    const summary = { ...run.summary, ...(notes.length > 0 ? { notes } : {}) } as never;
    await updateRun(tx, run, { state: 'done', progress: run.steps, finishedAt: now, summary }, now);
    await record(
      tx,
      actorId,
      { ownerId: run.ownerId, kind: 'import.applied', itemId: run.id, body: { steps: run.steps } },
      now,
    );
  });
}
