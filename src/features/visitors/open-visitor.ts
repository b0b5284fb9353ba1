import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { mayChange } from './visitors.access.ts';
import { type ListedVisitor, selectVisitor } from './visitors.queries.ts';

/** The visit of an address, held until the change is written. */
export async function heldVisitor(change: Change): Promise<ListedVisitor> {
  const { tx, organisationId: owner, params, who, today } = change;
  const { visitor } = await selectVisitor(tx, who, params['visitor']!, today);
  await tx
    .selectFrom('visitor')
    .select('id')
    .where('owner_id', '=', owner)
    .where('id', '=', visitor.id)
    .forUpdate()
    .execute();
  // As it stands now that nobody else writes it.
  return (await selectVisitor(tx, who, visitor.id, today)).visitor;
}

/** The same for whoever may change it. Throws `NotAllowed` for others. */
export async function changeable(change: Change): Promise<ListedVisitor> {
  const visitor = await heldVisitor(change);
  if (!mayChange(change.who, visitor))
    throw new NotAllowed(
      t('A visit is changed by those who expect it and by the office.'),
      t('Ask {name}.', { name: visitor.host }),
    );
  if (visitor.name === '') throw new Refused(t('The school keeps its names no longer.'));
  return visitor;
}

type Set = Partial<{
  on_date: string;
  from_time: string | null;
  name: string;
  sort_name: string;
  organisation: string;
  purpose: string;
  place: string;
  kind: string;
  host_id: string;
  arrived_at: Date | null;
  left_at: Date | null;
  version: number;
  ended_at: Date | null;
}>;

export const updateVisitors = (
  { tx, organisationId }: Change,
  ids: readonly string[],
  set: Set,
): Promise<unknown> =>
  tx.updateTable('visitor').set(set).where('owner_id', '=', organisationId).where('id', 'in', ids).execute();
