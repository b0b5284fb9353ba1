import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { selectTimetable } from '../timetable.queries.ts';
import { type Timetable, timetableHref, timetablesPath } from '../timetable.ts';

const at = `${timetablesPath}/:timetable`;
const common = {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  input: z.object({}),
} as const;

/** From now on everybody sees it, and it is in force on its days. */
export const publishTimetable = action(`${at}/publish`, {
  ...common,
  async run(change) {
    const { id, name } = await setState(change, 'timetable.published', { published_at: change.now });
    return see(timetableHref(id), t('{name} is published.', { name }), `${timetableHref(id)}/unpublish`);
  },
});

/** Makes it a draft again. */
export const unpublishTimetable = action(`${at}/unpublish`, {
  ...common,
  async run(change) {
    const { id, name } = await setState(change, 'timetable.unpublished', { published_at: null });
    return see(timetableHref(id), t('{name} is a draft again.', { name }), `${timetableHref(id)}/publish`);
  },
});

/** Takes it off the list; nothing of it is erased. */
export const endTimetable = action(`${at}/end`, {
  ...common,
  async run(change) {
    const { id, name } = await setState(change, 'timetable.ended', { ended_at: change.now });
    return see(timetablesPath, t('{name} is taken off the list.', { name }), `${timetableHref(id)}/restore`);
  },
});

/** Puts it back as it was. */
export const restoreTimetable = action(`${at}/restore`, {
  ...common,
  async run(change) {
    const { id, name } = await setState(change, 'timetable.restored', { ended_at: null });
    return see(timetableHref(id), t('{name} is back.', { name }));
  },
});

async function setState(
  change: Change,
  kind: string,
  state: { published_at: Date | null } | { ended_at: Date | null },
): Promise<Timetable> {
  const timetable = await selectTimetable(change.tx, change.organisationId, change.params.timetable!);
  await change.tx
    .updateTable('timetable')
    .set(state)
    .where('owner_id', '=', change.organisationId)
    .where('id', '=', timetable.id)
    .execute();
  await change.record({ kind, itemId: timetable.id, body: {} });
  return timetable;
}
