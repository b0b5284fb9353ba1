import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Concern, Entry } from './concern.ts';
import { concernPolicy } from './concern.policy.ts';
import { selectConcern } from './concerns.queries.ts';
import type { Appointer, Named } from './settings.ts';

export interface OpenedConcern {
  concern: Concern;
  item: Item;
  entries: Entry[];
  named: Named[];
  /** Those who can name somebody. */
  appointers: Appointer[];
  others: { id: string; child: string; createdAt: Date }[];
  /** Named by the school: reads and adds everything. */
  handles: boolean;
  isAuthor: boolean;
}

/** The concern in the address, for its writer and those who are named. Throws `NotFound` or `NotAllowed`. */
export async function openConcern(visit: Visit): Promise<OpenedConcern> {
  const { who, now, today } = visit;
  const id = visit.params.concern!;
  if (!isId(id)) throw new NotFound();
  // Whoever has left reads nothing of the school's children, what they wrote themselves included.
  if (who.standing.kind !== 'staff')
    throw new NotAllowed(t('This concern is for other people.'), concernPolicy.ask);
  const { items, concerns, entries, named, appointers, others } = await selectConcern(visit.db, who, {
    id,
    now,
    today,
  });
  const item = visit.admit(concernPolicy, items[0]);
  const concern = concerns[0];
  if (!concern) throw new NotFound();
  return {
    concern,
    item,
    entries,
    named,
    appointers,
    others,
    handles: who.may('handle', concernPolicy, item),
    isAuthor: item.authorId === who.personId,
  };
}

/** The same for those who are named alone. */
export async function openToHandle(visit: Visit): Promise<OpenedConcern> {
  const opened = await openConcern(visit);
  visit.who.must('handle', concernPolicy, opened.item);
  return opened;
}
