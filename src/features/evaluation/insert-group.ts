import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { groupPolicy } from './evaluation.policy.ts';
import type { Group } from './group.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';

interface NewGroup extends Pick<Group, 'name' | 'arm' | 'keeps'> {
  codes: readonly string[];
  /** The agreement whose words it was made from. */
  copiedFrom?: string;
}

/** A new group of the one who makes it, which nobody else can open until they share it, and its record. */
export async function insertGroup(
  change: Change,
  { programme, evaluation }: Pick<OpenedEvaluation, 'programme' | 'evaluation'>,
  { name, arm, keeps, codes, copiedFrom }: NewGroup,
): Promise<{ number: number }> {
  const { tx, now, who } = change;
  const { ownerId } = programme;
  const id = await insertItem(
    tx,
    { ownerId, policy: groupPolicy, authorId: who.personId, circleId: programme.id },
    now,
  );
  const last = await tx
    .selectFrom('evaluation_group')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('owner_id', '=', ownerId)
    .where('evaluation_id', '=', evaluation.id)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('evaluation_group')
    .values({
      owner_id: ownerId,
      id,
      evaluation_id: evaluation.id,
      number,
      teacher_id: who.personId,
      name,
      arm,
      keeps,
      created_at: now,
    })
    .execute();
  await insertPupils(change, ownerId, id, codes, 0);
  await change.record({
    kind: 'evaluation.group-added',
    itemId: id,
    body: { evaluationId: evaluation.id, ...(copiedFrom && { copiedFrom }) },
    tell: true,
  });
  return { number };
}

/** Pupils by their code names, after those that are in the group already. */
export async function insertPupils(
  change: Change,
  ownerId: string,
  groupId: string,
  codes: readonly string[],
  after: number,
): Promise<void> {
  if (codes.length === 0) return;
  await change.tx
    .insertInto('evaluation_pupil')
    .values(
      codes.map((code, index) => ({
        owner_id: ownerId,
        id: newId(change.now),
        group_id: groupId,
        code,
        position: after + index + 1,
        left_on: null,
        ended_at: null,
      })),
    )
    .execute();
}
