import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { putBack } from './put-back.ts';
import { type YearEnd, yearEndHref, yearEndsPath } from './year-end.ts';
import { selectYearEnd } from './year-end.queries.ts';

const common = {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
} as const;

/** Puts everything back as it was, but for what somebody changed since; the plan is a draft again. */
export const takeBack = action(`${yearEndsPath}/:yearEnd/take-back`, {
  ...common,
  async run(change) {
    const yearEnd = await open(change);
    if (yearEnd.preparedAt === null)
      throw new Refused(t('It is not prepared, so nothing has to be taken back.'));
    const kept = await putBack(change, yearEnd);
    await setState(change, yearEnd, { prepared_at: null });
    await change.record({ kind: 'year-end.taken-back', itemId: yearEnd.id, body: { kept } });
    return see(
      yearEndHref(yearEnd.id),
      kept === 0
        ? t('Everything is as it was. The plan is kept.')
        : tn(
            kept,
            'Everything is as it was, but for one thing that was changed since. The plan is kept.',
            'Everything is as it was, but for {n} things that were changed since. The plan is kept.',
          ),
    );
  },
});

/** Lets a draft go; another can be begun. */
export const letGo = action(`${yearEndsPath}/:yearEnd/let-go`, {
  ...common,
  async run(change) {
    const yearEnd = await open(change);
    if (yearEnd.preparedAt !== null) throw new Refused(t('It is prepared. Take it back first.'));
    await setState(change, yearEnd, { ended_at: change.now });
    await change.record({ kind: 'year-end.let-go', itemId: yearEnd.id });
    return see(yearEndsPath, t('The draft is let go of.'), yearEndHref(yearEnd.id, 'pick-up'));
  },
});

/** Takes up a draft that was let go of. */
export const pickUp = action(`${yearEndsPath}/:yearEnd/pick-up`, {
  ...common,
  async run(change) {
    const yearEnd = await selectYearEnd(change.tx, change.organisationId, change.params.yearEnd!, true);
    if (yearEnd.endedAt === null) throw new Refused(t('It is there already.'));
    if ((await countOpen(change)) > 0)
      throw new Refused(t('Another one is being prepared. Let go of that one first.'));
    await setState(change, yearEnd, { ended_at: null });
    await change.record({ kind: 'year-end.picked-up', itemId: yearEnd.id });
    return see(yearEndHref(yearEnd.id), t('The draft is there again.'));
  },
});

/** One that can still be changed: its first day has not come. */
export async function open(change: Change): Promise<YearEnd> {
  const yearEnd = await selectYearEnd(change.tx, change.organisationId, change.params.yearEnd!, true);
  if (yearEnd.endedAt !== null) throw new Refused(t('It was let go of.'));
  if (yearEnd.begunAt !== null)
    throw new Refused(
      t(
        'The new year has begun, so it cannot be taken back at one go any more. Change single people under People.',
      ),
    );
  return yearEnd;
}

async function countOpen({ tx, organisationId }: Change): Promise<number> {
  const { n } = await tx
    .selectFrom('year_end')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('owner_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .where('begun_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

async function setState(
  { tx, organisationId }: Change,
  { id }: YearEnd,
  state: { prepared_at: null } | { ended_at: Date | null },
): Promise<void> {
  await tx
    .updateTable('year_end')
    .set(state)
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}
