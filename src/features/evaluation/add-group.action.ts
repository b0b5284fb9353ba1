import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, line, optionalNumber, optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref } from './addresses.ts';
import { makeCodeNames, readCodeNames } from './code-names.ts';
import { evaluationPolicy, groupPolicy } from './evaluation.policy.ts';
import { arms, keepings } from './group.ts';
import { groupsPage } from './groups.page.ts';
import { openEvaluation } from './open-evaluation.ts';

/** The fields in which code names come. */
export const codeFields = { codes: optionalProse(8000), how_many: optionalNumber(1, 60) };

/** A teacher names a group of pupils; nobody else can open it until the teacher shares it. */
export const addGroup = action('/programmes/:programme/evaluation/groups', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: groupsPage,
  input: z.object({
    name: line('Name the group.', 80),
    arm: choice(arms),
    keeps: choice(keepings),
    ...codeFields,
  }),
  async run(change, { name, arm, keeps, ...codes }) {
    const { programme, evaluation } = await openEvaluation(change, 'enter');
    const { tx, now, who } = change;
    const ownerId = programme.ownerId;
    const names = keeps === 'pupils' ? codeNamesOf(codes, []) : [];
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
    await insertPupils(change, ownerId, id, names, 0);
    await change.record({
      kind: 'evaluation.group-added',
      itemId: id,
      body: { evaluationId: evaluation.id },
      tell: true,
    });
    return see(
      groupHref(programme, { number }),
      t('The group is added.'),
      groupHref(programme, { number }, 'end'),
    );
  },
});

/** Names typed or asked for. `taken` are used in the group already. */
export const codeNamesOf = (
  { codes, how_many }: { codes: string; how_many: number | null },
  taken: readonly string[],
): string[] => {
  const typed = readCodeNames(codes, taken);
  return typed.length > 0 || how_many === null ? typed : makeCodeNames(Math.round(how_many), taken);
};

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
