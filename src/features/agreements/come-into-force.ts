import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type Agreement, partnersOf } from './agreement.ts';
import { updateAgreement } from './agreement.queries.ts';
import { answerOfKind } from './answers.ts';
import { keepPlaces } from './evidence-places.ts';

/**
 * Everybody has signed: what was agreed begins to act. Observations enter calendars, preparations become
 * tasks, the chosen records become places to file evidence, the review has its day.
 * What was moved, done or called off after the text was written stays as it was left.
 */
export async function comeIntoForce(tx: Db, agreement: Agreement, now: Date): Promise<void> {
  await updateAgreement(tx, agreement, {
    in_force_version: agreement.version,
    in_force_at: now,
    review_on: answerOfKind(agreement.form, agreement.answers, 'review').reviewOn ?? null,
  });
  await planObservations(tx, agreement, now);
  await setTasks(tx, agreement, now);
  await keepPlaces(tx, agreement, now);
}

async function planObservations(tx: Db, agreement: Agreement, now: Date): Promise<void> {
  const dates = answerOfKind(agreement.form, agreement.answers, 'observations').dates ?? [];
  const here = new Set(partnersOf(agreement).map(({ personId }) => personId));
  const live = new Map(agreement.observations.map((each) => [each.id, each]));
  const agreed = dates.filter(({ observerId, observedId }) => here.has(observerId) && here.has(observedId));
  for (const date of agreed) {
    const columns = {
      observer_id: date.observerId,
      observed_id: date.observedId,
      on_date: date.on,
      starts_at: date.at,
      place: date.place,
      changed_at: now,
    };
    const before = live.get(date.id);
    if (!before)
      await tx
        .insertInto('agreement_observation')
        .values({
          owner_id: agreement.ownerId,
          id: date.id,
          agreement_id: agreement.id,
          created_at: now,
          ...columns,
        })
        .execute();
    else if (
      !before.doneAt &&
      !before.calledOffAt &&
      !before.record &&
      before.changedAt <= agreement.writtenAt
    )
      await updateObservation(tx, agreement, date.id, columns);
  }
  const kept = new Set(agreed.map(({ id }) => id));
  for (const { id, doneAt, calledOffAt, record, createdAt } of agreement.observations)
    if (!kept.has(id) && !doneAt && !calledOffAt && !record && createdAt <= agreement.writtenAt)
      await updateObservation(tx, agreement, id, { called_off_at: now, changed_at: now });
}

export async function updateObservation(
  tx: Db,
  { ownerId, id: agreementId }: Pick<Agreement, 'ownerId' | 'id'>,
  id: string,
  columns: {
    observer_id?: string;
    observed_id?: string;
    on_date?: string;
    starts_at?: string | null;
    place?: string;
    changed_at: Date;
    done_at?: Date | null;
    called_off_at?: Date | null;
  },
): Promise<void> {
  await tx
    .updateTable('agreement_observation')
    .set(columns)
    .where('owner_id', '=', ownerId)
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
}

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
