import { z } from 'zod';
import { audienceOf } from '#platform/access/items.ts';
import { isTime } from '#platform/calendar/local-time.ts';
import { Refused } from '#platform/errors.ts';
import { optionalTime, ticks, version, wholeNumber } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { concernSettingsPath, concernsPath } from './addresses.ts';
import { concernPolicy } from './concern.policy.ts';
import { grantsOfReaders, nameable } from './settings.ts';
import { concernSettingsPage, openSettings } from './settings.page.ts';

/** Names who reads concerns. It holds for those that were written before, from this moment. */
export const saveConcernSettings = action(concernSettingsPath, {
  purpose: 'safeguarding',
  access: members('staff'),
  page: concernSettingsPage,
  input: z.object({
    roles: ticks(),
    hours: wholeNumber(1, 16),
    opens_at: optionalTime(),
    closes_at: optionalTime(),
    version: version(),
  }),
  async run(change, { roles: ticked, hours, opens_at: opensAt, closes_at: closesAt, version: shown }) {
    const before = await openSettings(change);
    if (before.version !== shown)
      throw new Refused(t('Somebody saved this while you were writing. Look at it again before you save.'));
    if (opensAt === null || closesAt === null || !isTime(opensAt) || closesAt <= opensAt)
      throw new Refused({ closes_at: t('The school day must end after it begins.') });
    const { tx, organisationId: owner, now, who } = change;
    const roles = nameable.filter((name) => ticked.includes(name));
    const row = {
      roles,
      hours,
      opens_at: opensAt,
      closes_at: closesAt,
      version: shown + 1,
      changed_by: who.personId,
      changed_at: now,
    };
    await tx
      .insertInto('concern_settings')
      .values({ owner_id: owner, ...row })
      .onConflict((conflict) => conflict.column('owner_id').doUpdateSet(row))
      .execute();
    await tx
      .updateTable('item')
      .set({ audience_id: await audienceOf(tx, owner, grantsOfReaders(owner, { roles }), now) })
      .where('owner_id', '=', owner)
      .where('kind', '=', concernPolicy.kind)
      .execute();
    await change.record({
      kind: 'concerns.settled',
      body: { roles, hours, before: { roles: before.roles, hours: before.hours } },
      tell: true,
    });
    return see(concernsPath, t('It is saved, and holds from this moment.'));
  },
});
