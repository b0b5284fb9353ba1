import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { dropPlannedVisit, movePlannedVisit, planVisit } from '#features/observations/index.ts';
import { type Agreement, type Observation, partnersOf } from './agreement.ts';
import { updateAgreement } from './agreement.queries.ts';
import { answerOfKind } from './answers.ts';
import { keepPlaces } from './evidence-places.ts';

/**
 * Everybody has signed: what was agreed begins to act. Observations enter calendars, preparations become
 * tasks, the chosen records become places to file evidence, the review has its day.
 * What was moved, done or called off after the text was written stays as it was left.
 */
export async function comeIntoForce(change: Change, agreement: Agreement): Promise<void> {
  const { tx, now } = change;
  await updateAgreement(tx, agreement, {
    in_force_version: agreement.version,
    in_force_at: now,
    review_on: answerOfKind(agreement.form, agreement.answers, 'review').reviewOn ?? null,
  });
  await planObservations(change, agreement);
  await setTasks(tx, agreement, now);
  await keepPlaces(tx, agreement, now);
}

async function planObservations(change: Change, agreement: Agreement): Promise<void> {
  const dates = answerOfKind(agreement.form, agreement.answers, 'observations').dates ?? [];
  const here = new Set(partnersOf(agreement).map(({ personId }) => personId));
  const live = new Map(agreement.observations.map((each) => [each.planId, each]));
  const agreed = dates.filter(({ observerId, observedId }) => here.has(observerId) && here.has(observedId));
  for (const date of agreed) {
    const before = live.get(date.id);
    if (before && !isOpenToText(before, agreement)) continue;
    const samePair = before?.observerId === date.observerId && before.observedId === date.observedId;
    if (before && !samePair) await dropPlannedVisit(change, agreement.id, before.id);
    if (!before || !samePair) await planVisit(change, agreement.id, date);
    else if (before.on !== date.on || before.at !== date.at || before.place !== date.place)
      await movePlannedVisit(change, agreement.id, before.id, date);
  }
  const kept = new Set(agreed.map(({ id }) => id));
  for (const each of agreement.observations)
    if (
      each.planId !== null &&
      !kept.has(each.planId) &&
      each.on >= change.today &&
      isOpenToText(each, agreement)
    )
      await dropPlannedVisit(change, agreement.id, each.id);
}

/** Whether a text may still change it: it is to come, and its two have not settled it otherwise since the text was written. */
const isOpenToText = (
  { doneAt, calledOffAt, open, changedAt }: Observation,
  { writtenAt }: Agreement,
): boolean => !doneAt && !calledOffAt && open && changedAt <= writtenAt;

async function setTasks(tx: Db, agreement: Agreement, now: Date): Promise<void> {
  const preparations = answerOfKind(agreement.form, agreement.answers, 'preparations').preparations ?? [];
  const live = new Map(agreement.tasks.map((each) => [each.key, each]));
  for (const { key, title, personId, dueOn } of preparations) {
    const before = live.get(key);
    const settled = before && before.changedAt > agreement.writtenAt;
    const whoAndWhen = settled
      ? { person_id: before.personId, due_on: before.dueOn }
      : { person_id: personId, due_on: dueOn };
    await tx
      .insertInto('agreement_task')
      .values({
        owner_id: agreement.ownerId,
        id: before?.id ?? newId(now),
        agreement_id: agreement.id,
        key,
        title,
        ...whoAndWhen,
        created_at: now,
        changed_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['owner_id', 'agreement_id', 'key'])
          .doUpdateSet({ title, ...whoAndWhen, ended_at: null }),
      )
      .execute();
  }
  const kept = new Set(preparations.map(({ key }) => key));
  const ended = agreement.tasks.filter(({ key, doneAt }) => !kept.has(key) && !doneAt).map(({ id }) => id);
  if (ended.length > 0)
    await tx
      .updateTable('agreement_task')
      .set({ ended_at: now })
      .where('owner_id', '=', agreement.ownerId)
      .where('agreement_id', '=', agreement.id)
      .where('id', 'in', ended)
      .execute();
}
