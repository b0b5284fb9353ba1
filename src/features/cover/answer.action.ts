import { z } from 'zod';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { line } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { whyNotAgain } from './arrange.ts';
import { askedPage } from './asked.page.ts';
import { type Asked, selectAsked } from './asked.queries.ts';
import { lockPeople } from './cover.queries.ts';
import { askedHref } from './cover.ts';

const common = { purpose: 'administration', access: members('staff') } as const;

/** Whoever is asked says that they will be there. */
export const accept = action(askedHref(':cover', 'accept'), {
  ...common,
  page: askedPage,
  input: z.object({}),
  async run(change) {
    const asked = await ownAsked(change);
    refuseOver(asked, change.today);
    await update(change, asked.id, { accepted_at: change.now });
    await change.record({
      kind: 'cover.accepted',
      itemId: asked.id,
      body: { absenceId: asked.absenceId },
      tell: true,
    });
    return see(askedHref(asked.id), t('Thank you. Those who keep cover see it.'));
  },
});

/** Whoever is asked says that they cannot, and why. The class is open again, and those who keep cover hear. */
export const decline = action(askedHref(':cover', 'decline'), {
  ...common,
  page: askedPage,
  input: z.object({ why: line('Write a word about why.', 200) }),
  async run(change, { why }) {
    const asked = await ownAsked(change);
    refuseOver(asked, change.today);
    await update(change, asked.id, {
      declined_at: change.now,
      declined_why: why,
      ended_at: change.now,
      ended_by: change.who.personId,
    });
    await change.record({
      kind: 'cover.declined',
      itemId: asked.id,
      body: { absenceId: asked.absenceId },
      tell: true,
    });
    return see(
      askedHref(asked.id),
      t('Those who keep cover are told, and ask somebody else.'),
      askedHref(asked.id, 'after-all'),
    );
  },
});

/** They can after all, where nobody else was asked meanwhile. */
export const afterAll = action(askedHref(':cover', 'after-all'), {
  ...common,
  page: askedPage,
  input: z.object({}),
  async run(change) {
    const asked = await ownAsked(change);
    if (asked.declinedAt === null) throw new Refused(t('You did not say that you cannot.'));
    if (asked.on < change.today) throw new Refused(t('This day is over.'));
    const not = await whyNotAgain(change, [asked]);
    const why = not.get(asked.id);
    if (why !== undefined) throw new Refused(why);
    await update(change, asked.id, { declined_at: null, declined_why: '', ended_at: null, ended_by: null });
    await change.record({
      kind: 'cover.not-declined',
      itemId: asked.id,
      body: { absenceId: asked.absenceId },
      tell: true,
    });
    return see(askedHref(asked.id), t('You take it after all.'));
  },
});

/** What this person was asked to take, locked. Those who keep cover read it, and answer for nobody. */
async function ownAsked(change: Change): Promise<Asked> {
  const { coveredBy, personId } = await selectAsked(change.tx, change.who, change.params.cover!);
  if (coveredBy !== change.who.personId)
    throw new NotAllowed(
      t('Whoever is asked answers this by themselves.'),
      t('Arrange it otherwise on the page of the day.'),
    );
  await lockPeople(change.tx, change.organisationId, [coveredBy, personId]);
  return selectAsked(change.tx, change.who, change.params.cover!);
}

function refuseOver({ endedAt, on }: Asked, today: string): void {
  if (endedAt !== null) throw new Refused(t('This is not needed any more: it was arranged otherwise.'));
  if (on < today) throw new Refused(t('This day is over.'));
}

const update = (
  { tx, organisationId: owner }: Change,
  id: string,
  columns: {
    accepted_at?: Date;
    declined_at?: Date | null;
    declined_why?: string;
    ended_at?: Date | null;
    ended_by?: string | null;
  },
): Promise<unknown> =>
  tx.updateTable('cover').set(columns).where('owner_id', '=', owner).where('id', '=', id).execute();
