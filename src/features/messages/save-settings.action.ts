import { z } from 'zod';
import { standingsChanged } from '#platform/access/standing.ts';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import { choice, optionalProse, optionalTime, ticks, version, wholeNumber } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { weekendOf } from '#platform/notices/hearing.ts';
import { settingsPath } from './addresses.ts';
import { wordsOf } from './flags.ts';
import { setters } from './settings.access.ts';
import { settingsPage } from './settings.page.ts';
import { saveSettings as save, selectSettings } from './settings.queries.ts';
import { selectSpaceChoices } from './space.queries.ts';

const mostWords = 500;

/** Saves how messages work at the school. Throws `Stale`, carrying both lists of words. */
export const saveSettings = action(settingsPath, {
  purpose: 'administration',
  access: roles(...setters),
  page: settingsPage,
  input: z.object({
    quiet_from: optionalTime(),
    quiet_until: optionalTime(),
    quiet_days: ticks(7),
    flag_words: optionalProse(20_000),
    flag_mode: choice(['hold', 'show']),
    hours_to_lead: wholeNumber(1, 168),
    hours_to_head: wholeNumber(1, 168),
    watchers: ticks(50),
    version: version(),
  }),
  async run(change, sent) {
    const { tx, organisationId: owner, who, now, today } = change;
    if ((sent.quiet_from === null) !== (sent.quiet_until === null))
      throw new Refused({ quiet_until: t('Write both times, or neither.') });
    const days = sent.quiet_days.map(Number);
    if (!days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) || days.length === 7)
      throw new Refused({ quiet_days: t('Leave at least one day on which messages arrive.') });
    const words = wordsOf(sent.flag_words);
    if (words.length > mostWords)
      throw new Refused({ flag_words: t('These are too many words: {n} at most.', { n: mostWords }) });
    const { staff } = await selectSpaceChoices(tx, who, today);
    const known = new Set([who.personId, ...staff.map(({ personId }) => personId)]);
    const { settings: before, locale } = await selectSettings(tx, owner);
    if (!sent.watchers.every((id) => known.has(id) || before.watchers.includes(id)))
      throw new Refused({ watchers: t('Choose those who watch among the staff.') });
    const isWeekend = days.toSorted().join() === [...weekendOf(locale)].sort().join();
    const saved = await save(
      tx,
      owner,
      {
        quietFrom: sent.quiet_from,
        quietUntil: sent.quiet_until,
        quietDays: isWeekend ? null : days,
        flagWords: words,
        flagMode: sent.flag_mode,
        hoursToLead: sent.hours_to_lead,
        hoursToHead: sent.hours_to_head,
        watchers: sent.watchers,
        version: sent.version,
      },
      { by: who.personId, now },
    );
    if (!saved) {
      const fields = [
        {
          name: 'flag_words',
          label: t('Words that are looked for where pupils take part'),
          text: before.flagWords.join('\n'),
        },
      ];
      await throwStale(tx, { ownerId: owner, id: owner }, { version: before.version, fields }, now);
    }
    await keepText(tx, { ownerId: owner, id: owner }, sent.version + 1, { ...sent }, who.personId, now);
    // Who watches is part of what their standings are made of.
    await standingsChanged(tx, owner);
    await change.record({ kind: 'message-settings.saved', body: { version: sent.version + 1 } });
    return see(settingsPath, t('It is saved and goes for what is written from now on.'));
  },
});
