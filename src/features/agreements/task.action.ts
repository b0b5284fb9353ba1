import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalDay, optionalId } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Agreement, agreementHref, partnersOf, type Task } from './agreement.ts';
import { agreementPage } from './agreement.page.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { withoutStop } from './join-words.ts';
import { openRunning } from './open-agreement.ts';
import { taskOf, taskPage } from './task.page.ts';

const common = { purpose: 'learning', access: agreementPolicy } as const;

async function updateTask(
  change: Change,
  agreement: Agreement,
  { id }: Task,
  columns: { person_id?: string | null; due_on?: string | null; done_at?: Date | null },
): Promise<void> {
  await change.tx
    .updateTable('agreement_task')
    .set({ ...columns, changed_at: change.now })
    .where('owner_id', '=', agreement.ownerId)
    .where('agreement_id', '=', agreement.id)
    .where('id', '=', id)
    .execute();
  await change.record({
    kind: 'agreement.task-changed',
    itemId: agreement.id,
    body: { taskId: id },
    tell: true,
  });
}

/** Says who sees to a preparation, and by when. */
export const assignTask = action('/agreements/:agreement/tasks/:task', {
  ...common,
  input: z.object({ person: optionalId(), due_on: optionalDay() }),
  page: taskPage,
  async run(change, input) {
    const { agreement } = await openRunning(change, 'write');
    const task = taskOf(agreement, change);
    if (input.person && !partnersOf(agreement).some(({ personId }) => personId === input.person))
      throw new Refused({ person: t('Choose one of the partners.') });
    await updateTask(change, agreement, task, { person_id: input.person, due_on: input.due_on });
    return see(agreementHref(agreement), t('Saved.'));
  },
});

async function mark(change: Change, doneAt: Date | null): Promise<See> {
  const { agreement } = await openRunning(change, 'write');
  const task = taskOf(agreement, change);
  await updateTask(change, agreement, task, { done_at: doneAt });
  const undo = agreementHref(agreement, `tasks/${task.id}/${doneAt ? 'not-done' : 'done'}`);
  return see(
    agreementHref(agreement),
    doneAt ? t('Done: {what}.', { what: withoutStop(task.title) }) : t('It is on the list again.'),
    undo,
  );
}

export const taskDone = action('/agreements/:agreement/tasks/:task/done', {
  ...common,
  input: z.object({}),
  page: agreementPage,
  run: (change) => mark(change, change.now),
});

export const taskNotDone = action('/agreements/:agreement/tasks/:task/not-done', {
  ...common,
  input: z.object({}),
  page: agreementPage,
  run: (change) => mark(change, null),
});
