import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { dateOf } from './date.page.ts';
import { type SchoolDate, updateDate } from './dates.queries.ts';
import { dateKeepers } from './organisation.roles.ts';

/** Takes a date off the list. */
export const endDate = action('/school/dates/:date/end', {
  purpose: 'administration',
  access: roles(...dateKeepers),
  input: z.object({}),
  async run(change) {
    const date = await setEnded(change, change.now);
    return see(
      '/school/dates',
      t('{name} is taken off the list.', { name: date.name }),
      `/school/dates/${date.id}/restore`,
    );
  },
});

/** Puts it back. */
export const restoreDate = action('/school/dates/:date/restore', {
  purpose: 'administration',
  access: roles(...dateKeepers),
  input: z.object({}),
  async run(change) {
    const date = await setEnded(change, null);
    return see('/school/dates', t('{name} is back.', { name: date.name }));
  },
});

async function setEnded(change: Change, endedAt: Date | null): Promise<SchoolDate> {
  const date = await dateOf(change);
  await updateDate(change.tx, change.organisationId, date, { endedAt });
  await change.record({
    kind: endedAt ? 'date.ended' : 'date.restored',
    itemId: date.id,
    body: { kind: date.kind },
  });
  return date;
}
