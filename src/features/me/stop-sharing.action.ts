import { z } from 'zod';
import { grantsOf } from '#platform/access/items.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id } from '#platform/http/input.ts';
import type { Feature, OwnKind } from '#platform/http/feature.ts';
import { action, type ActionRoute, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';

const what = z.object({ owner: id(), item: id(), kind: z.string().max(60) });
const readers = z.object({
  grants: z.array(z.object({ principal: z.string(), ability: z.enum(['read', 'contribute', 'edit']) })),
  more: z.record(z.string(), z.string().nullable()).optional(),
});
/** What is kept of a sharing that was stopped, so that it can be taken up again. */
const stopped = what.extend({ readers });

/** Makes something of one's own readable by nobody but those who made it together, at once. */
export const stopSharingAction = (features: () => readonly Feature[]): ActionRoute =>
  action('/me/shared/stop', {
    purpose: 'learning',
    access: 'signed-in',
    input: what,
    async run(change, sent) {
      const { item, setReaders } = await openOwn(change, features(), sent);
      const kept = grantsOf(item).filter(({ ability }) => ability === 'edit');
      const before = await setReaders(change, item, { grants: kept });
      const event = await change.record({
        ownerId: change.who.personId,
        kind: 'sharing.stopped',
        itemId: item.id,
        body: { ...sent, readers: before },
      });
      return see(
        '/me/shared',
        t('It is no longer shared. What they have read they may remember.'),
        `/me/shared/${event}/again`,
      );
    },
  });

/** Shares it again as it was. */
export const shareAgainAction = (features: () => readonly Feature[]): ActionRoute =>
  action('/me/shared/:event/again', {
    purpose: 'learning',
    access: 'signed-in',
    input: z.object({}),
    async run(change) {
      const event = isId(change.params.event!)
        ? await change.tx
            .selectFrom('event')
            .select('body')
            .where('owner_id', '=', change.who.personId)
            .where('id', '=', change.params.event!)
            .where('kind', '=', 'sharing.stopped')
            .executeTakeFirst()
        : undefined;
      if (!event) throw new NotFound();
      const { readers: before, ...sent } = stopped.parse(event.body);
      const { item, setReaders } = await openOwn(change, features(), sent);
      await setReaders(change, item, before);
      await change.record({ ownerId: change.who.personId, kind: 'sharing.taken-up', itemId: item.id });
      return see('/me/shared', t('It is shared again as it was.'));
    },
  });

/** The item, opened by the policy of its kind, when this person is its author. */
async function openOwn(
  change: Change,
  features: readonly Feature[],
  { owner, item: itemId, kind }: z.output<typeof what>,
): Promise<{ item: Item; setReaders: NonNullable<OwnKind['setReaders']> }> {
  const feature = features.find(({ own }) => own?.[kind]);
  const policy = feature?.policies?.find((each) => each.kind === kind);
  const own = feature?.own?.[kind];
  if (!policy || !own?.setReaders) throw new NotFound();
  const item = await change.open(policy, itemId, owner);
  if (item.authorId !== change.who.personId)
    throw new NotAllowed('Only its author decides who may read this.', policy.ask);
  return { item, setReaders: own.setReaders.bind(own) };
}
