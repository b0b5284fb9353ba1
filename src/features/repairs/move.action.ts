import { z } from 'zod';
import { principals, shareItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, optionalId, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openRepair } from './open-repair.ts';
import { repairPage } from './repair.page.ts';
import { repairPolicy } from './repair.policy.ts';
import { type Repair, repairHref, type State, states } from './repair.ts';

interface Standing {
  state: State;
  afterId: string | null;
}

/** Says what was done: where it stands, in words, and who looks after it. The step is kept. */
export const moveRepair = action('/repairs/:repair/move', {
  purpose: 'administration',
  access: repairPolicy,
  page: repairPage,
  input: z.object({
    state: choice(states, 'Choose where it stands.'),
    action: optionalProse(1000),
    after: optionalId(),
    version: version(),
  }),
  alsoWrong: (_, { state, action }) => (state === 'will-not-be' && action === '' ? noReason() : {}),
  async run(change, sent) {
    const { item, repair, colleagues } = await openRepair(change);
    change.who.must('move', repairPolicy, item);
    if (item.endedAt !== null) throw new Refused(t('The report was taken back meanwhile.'));
    if (sent.state === 'will-not-be' && sent.action === '') throw new Refused(noReason());
    if (
      sent.after !== null &&
      sent.after !== repair.afterId &&
      !colleagues.some(({ id }) => id === sent.after)
    )
      throw new Refused({ after: t('Choose somebody who works here.') });
    if (sent.state === repair.state && sent.after === repair.afterId && sent.action === '')
      throw new Refused({ action: t('Nothing is different yet. Say what was done.') });
    await stand(change, repair, sent.version, { state: sent.state, afterId: sent.after });
    const stepId = newId(change.now);
    await change.tx
      .insertInto('repair_step')
      .values({
        owner_id: change.organisationId,
        id: stepId,
        repair_id: repair.id,
        state_before: repair.state,
        looked_after_by_before: repair.afterId,
        state: sent.state,
        looked_after_by: sent.after,
        action: sent.action,
        taken_by: change.who.personId,
        taken_at: change.now,
      })
      .execute();
    await change.record({ kind: 'repair.moved', itemId: repair.id, body: { stepId }, tell: true });
    return see(
      repairHref(repair.id),
      t('It is saved. Those who reported it hear of it.'),
      repairHref(repair.id, `take-back/${sent.version + 1}`),
    );
  },
});

const noReason = () => ({ action: t('Say why it will not be mended.') });

/** Takes the last step back, for whoever took it, as long as nothing moved since: it stands as it did before. */
export const takeStepBack = action('/repairs/:repair/take-back/:version', {
  purpose: 'administration',
  access: repairPolicy,
  input: z.object({}),
  async run(change) {
    const { repair, steps } = await openRepair(change);
    const last = steps.at(-1);
    if (last === undefined) throw new Refused(t('No step is left to take back.'));
    if (last.takenBy !== change.who.personId)
      throw new NotAllowed(t('{name} took the last step.', { name: last.name }), repairPolicy.ask);
    // A second press would take back the step before, which nobody asked for.
    if (String(repair.version) !== change.params.version)
      throw new Refused(t('Something moved meanwhile. Look at it before you take a step back.'));
    const { tx, organisationId, now } = change;
    const before = await tx
      .updateTable('repair_step')
      .set({ ended_at: now })
      .where('owner_id', '=', organisationId)
      .where('id', '=', last.id)
      .where('ended_at', 'is', null)
      .returning(['state_before as state', 'looked_after_by_before as afterId'])
      .executeTakeFirstOrThrow();
    await stand(change, repair, repair.version, { state: before.state as State, afterId: before.afterId });
    await change.record({
      kind: 'repair.step-taken-back',
      itemId: repair.id,
      body: { stepId: last.id },
      tell: true,
    });
    return see(repairHref(repair.id), t('The step is taken back.'));
  },
});

/** How it stands from now on; whoever looks after it may move it too. Refused when it moved since it was shown. */
async function stand(
  { tx, organisationId: ownerId, now }: Change,
  { id }: Repair,
  version: number,
  { state, afterId }: Standing,
): Promise<void> {
  const saved = await tx
    .updateTable('repair')
    .set({ state, looked_after_by: afterId, version: version + 1, moved_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  // Nothing is lost: what the other wrote stands among the steps, and what was typed here stays in the form.
  if (!saved)
    throw new Refused(
      t('Somebody saved a step meanwhile. Look at it above, and save yours again if it still holds.'),
    );
  await shareItem(
    tx,
    { ownerId, id },
    afterId === null ? [] : [{ principal: principals.person(afterId), ability: 'edit' }],
    now,
  );
}
