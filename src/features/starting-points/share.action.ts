import { z } from 'zod';
import { type Grant, grantsOf, shareItem } from '#platform/access/items.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { grantName } from './grant-name.ts';
import { addressOf, openStartingPoints } from './open-starting-points.ts';
import { selectReachable, selectShareParts, partPrincipal } from './sharing.queries.ts';
import { startingPointsPolicy } from './starting-points.policy.ts';

/** Whom: a principal, in the form or, when a sharing is taken back, in the address. */
const input = z.object({ with: z.string().max(200).default('') });

const common = { purpose: 'learning', access: startingPointsPolicy, input } as const;

export const shareStartingPoints = action('/starting-points/:person/:id/share', {
  ...common,
  async run(change, sent) {
    const item = await openStartingPoints(change, 'change');
    if (item.endedAt) throw new Refused(t('You took this away. Bring it back before you share it.'));
    const principal = sent.with || (change.query.with ?? '');
    const name = await nameOf(change, principal);
    const kept = grantsOf(item).filter((grant) => grant.principal !== principal);
    await save(change, item, [...kept, { principal, ability: 'read' }], 'starting-points.shared');
    return see(
      addressOf(item),
      t('Shared with {name}. You see here when they open it.', { name }),
      undo(item, 'unshare', principal),
    );
  },
});

export const unshareStartingPoints = action('/starting-points/:person/:id/unshare', {
  ...common,
  async run(change, sent) {
    const item = await openStartingPoints(change, 'change');
    const principal = sent.with || (change.query.with ?? '');
    const grant = item.audience.find((each) => each.principal === principal);
    if (!grant) throw new Refused(t('It was not shared with them.'));
    const kept = grantsOf(item).filter((each) => each.principal !== principal);
    await save(change, item, kept, 'starting-points.unshared');
    return see(
      addressOf(item),
      t('No longer shared with {name}. What they have read they may remember.', { name: grantName(grant) }),
      undo(item, 'share', principal),
    );
  },
});

const undo = (item: Item, way: 'share' | 'unshare', principal: string): string =>
  `${addressOf(item)}/${way}?with=${encodeURIComponent(principal)}`;

async function save(change: Change, item: Item, grants: readonly Grant[], kind: string): Promise<void> {
  await shareItem(change.tx, item, grants, change.now);
  await change.record({
    ownerId: item.ownerId,
    kind,
    itemId: item.id,
    body: { organisationId: change.organisationId },
    tell: true,
  });
}

/** The name of whom a principal stands for. Throws `Refused` for anybody the author cannot share with. */
async function nameOf(change: Change, principal: string): Promise<string> {
  const [sort, id = ''] = principal.split(':');
  if (sort === 'person' && principal === `person:${id}` && isId(id)) {
    const name = await selectReachable(change.tx, change.who, id, change.today);
    if (name) return name;
  } else if (sort === 'circle') {
    const part = (await selectShareParts(change.tx, change.who)).find(
      (each) => partPrincipal(each) === principal,
    );
    if (part) return grantName({ principal, name: part.programme });
  }
  throw new Refused(t('Choose somebody of your school, or of a programme you are in.'));
}
