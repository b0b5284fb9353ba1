import { z } from 'zod';
import { optionalProse, optionalTime, ticked, version, wholeNumber } from '#platform/http/input.ts';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { settingsPath } from '../attendance.ts';
import { office } from '../attendance.access.ts';
import { settingsPage } from './settings.page.ts';
import { selectSettings, type Settings } from './settings.queries.ts';
import { isTextsAddress } from './texts-address.ts';

const wrongIn = (sent: {
  list_at?: string | null | undefined;
  accounted_by?: string | null | undefined;
  texts_to?: string | undefined;
  texts_on?: boolean | undefined;
}): Wrong => ({
  ...(sent.list_at === null && { list_at: t('Write a time, such as 09:30.') }),
  ...(sent.accounted_by === null && { accounted_by: t('Write a time, such as 10:30.') }),
  ...(sent.list_at && sent.accounted_by && sent.accounted_by < sent.list_at
    ? { accounted_by: t('This is before the list is looked at.') }
    : {}),
  ...(sent.texts_to && !isTextsAddress(sent.texts_to)
    ? {
        texts_to: t(
          'Write an address that begins with https://. Plain http:// is for a box within the school alone.',
        ),
      }
    : {}),
  ...(sent.texts_on && sent.texts_to === '' && { texts_to: t('Write where they are handed over.') }),
});

/** Saves what the school settled; two who save at once see both. */
export const saveSettings = action(settingsPath, {
  purpose: 'administration',
  access: roles(...office),
  page: settingsPage,
  input: z.object({
    list_at: optionalTime(),
    accounted_by: optionalTime(),
    threshold: wholeNumber(50, 99),
    letter: optionalProse(1000),
    online: ticked(),
    texts_on: ticked(),
    texts_to: optionalProse(500),
    version: version(),
  }),
  alsoWrong: (_visit, readable) => wrongIn(readable),
  async run(change, input) {
    const wrong = wrongIn(input);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const { organisationId: owner } = change;
    const before = await selectSettings(change.tx, owner);
    const settings = {
      list_at: input.list_at!,
      accounted_by: input.accounted_by!,
      threshold: input.threshold,
      letter: input.letter,
      online: input.online,
      texts_to: input.texts_to,
      texts_on: input.texts_on,
      version: input.version + 1,
    };
    const saved =
      input.version === 0
        ? await change.tx
            .insertInto('attendance_settings')
            .values({ owner_id: owner, ...settings })
            .onConflict((conflict) => conflict.columns(['owner_id']).doNothing())
            .returning('version')
            .executeTakeFirst()
        : await change.tx
            .updateTable('attendance_settings')
            .set(settings)
            .where('owner_id', '=', owner)
            .where('version', '=', input.version)
            .returning('version')
            .executeTakeFirst();
    if (!saved) await refuse(change, before);
    await keepText(
      change.tx,
      { ownerId: owner, id: owner },
      settings.version,
      settings,
      change.who.personId,
      change.now,
    );
    await change.record({ kind: 'attendance.settings-saved', body: { version: settings.version } });
    return see(settingsPath, t('Saved.'));
  },
});

const refuse = (change: Change, { version: stands, letter }: Settings): Promise<never> =>
  throwStale(
    change.tx,
    { ownerId: change.organisationId, id: change.organisationId },
    { version: stands, fields: [{ name: 'letter', label: t('In the letter to families'), text: letter }] },
    change.now,
  );
