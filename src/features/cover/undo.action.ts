import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { whyNotAgain } from './arrange.ts';
import { coverKeepers } from './cover.access.ts';
import { type CoverRow, selectCover, selectCovers, setCoversEnded } from './cover.queries.ts';
import { dayHref } from './cover.ts';

const common = { purpose: 'administration', access: roles(...coverKeepers), input: z.object({}) } as const;

/** Takes back what was arranged for one class; what stood before it stands again, where it still can. */
export const undoArranged = action('/cover/arranged/:cover/undo', {
  ...common,
  async run(change) {
    const cover = await selectCover(change.tx, change.organisationId, change.params.cover!);
    if (cover.endedAt !== null) throw new Refused(t('This does not stand any more.'));
    await takeBack(change, [cover]);
    await change.record({
      kind: 'cover.taken-back',
      itemId: cover.id,
      body: { absenceId: cover.absenceId },
      tell: true,
    });
    return see(dayHref(cover.on, change.today), t('Taken back. The class is as it was before.'));
  },
});

/** Takes back what was arranged at one go, and still stands. */
export const undoBatch = action('/cover/batches/:batch/undo', {
  ...common,
  async run(change) {
    const batchId = change.params.batch!;
    if (!isId(batchId)) throw new NotFound();
    const covers = await selectCovers(change.tx, change.organisationId, { batchId });
    if (covers.length === 0) throw new NotFound();
    const standing = covers.filter(({ endedAt }) => endedAt === null);
    if (standing.length === 0) throw new Refused(t('None of this stands any more.'));
    await takeBack(change, standing);
    await change.record({ kind: 'cover.taken-back', body: { batchId, n: standing.length }, tell: true });
    return see(
      dayHref(covers[0]!.on, change.today),
      tn(standing.length, 'One class is open again.', '{n} classes are as they were before.'),
    );
  },
});

async function takeBack(change: Change, covers: readonly CoverRow[]): Promise<void> {
  const { tx, organisationId: owner, who, now } = change;
  await setCoversEnded(
    tx,
    owner,
    covers.map(({ id }) => id),
    { at: now, by: who.personId },
  );
  const before: CoverRow[] = [];
  for (const { replaces } of covers)
    if (replaces !== null) before.push(await selectCover(tx, owner, replaces));
  // What somebody said they cannot take does not come back to them.
  const could = before.filter(({ declinedAt }) => declinedAt === null);
  const not = await whyNotAgain(change, could);
  await setCoversEnded(
    tx,
    owner,
    could.flatMap(({ id }) => (not.has(id) ? [] : [id])),
    { at: null, by: null },
  );
}
