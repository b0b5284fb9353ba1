import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalNumber, optionalProse, version, wholeNumber } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { carePath, careRoles } from './care.ts';
import { selectSettings, type Settings, settingsPage } from './settings.page.ts';

/** Saves what the school decides. Throws `Stale` when another co-ordinator saved meanwhile. */
export const saveCareSettings = action(`${carePath}/settings`, {
  purpose: 'administration',
  access: careRoles,
  page: settingsPage,
  input: z.object({
    contact: optionalProse(1000),
    pulse_weeks: wholeNumber(0, 52, 'Write how many weeks, or 0.'),
    hour_cost: optionalNumber(0, 10_000),
    cover_cost: optionalNumber(0, 10_000),
    version: version(),
  }),
  async run(change, { version: shown, ...sent }) {
    const owner = change.organisationId;
    const before = await selectSettings(change.tx, owner);
    if (!(await save(change, sent, shown))) await stale(change);
    await keepText(
      change.tx,
      { ownerId: owner, id: owner },
      shown + 1,
      { ...sent },
      change.who.personId,
      change.now,
    );
    await change.record({ kind: 'coaching-setting.saved', body: { before: { ...before }, after: sent } });
    return see(`${carePath}/settings`, t('The settings are saved.'));
  },
});

async function save(change: Change, sent: Omit<Settings, 'version'>, shown: number): Promise<boolean> {
  const written = { ...sent, version: shown + 1, updated_by: change.who.personId, updated_at: change.now };
  if (shown === 0) {
    const made = await change.tx
      .insertInto('coaching_setting')
      .values({ owner_id: change.organisationId, ...written })
      .onConflict((conflict) => conflict.columns(['owner_id']).doNothing())
      .returning('version')
      .executeTakeFirst();
    return made !== undefined;
  }
  const saved = await change.tx
    .updateTable('coaching_setting')
    .set(written)
    .where('owner_id', '=', change.organisationId)
    .where('version', '=', shown)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

async function stale(change: Change): Promise<never> {
  const owner = change.organisationId;
  const now = await selectSettings(change.tx, owner);
  return throwStale(
    change.tx,
    { ownerId: owner, id: owner },
    {
      version: now.version,
      fields: [
        { name: 'contact', label: t('Whom people may turn to'), text: now.contact },
        { name: 'pulse_weeks', label: t('Weeks'), text: String(now.pulse_weeks) },
        { name: 'hour_cost', label: t('An hour of a teacher’s time'), text: String(now.hour_cost ?? '') },
        { name: 'cover_cost', label: t('An hour of cover'), text: String(now.cover_cost ?? '') },
      ],
    },
    change.now,
  );
}
