import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, day, id, optionalProse, optionalTime, ticked, version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { eventHref } from '../addresses.ts';
import { mostWords, seens, settings } from '../behaviour.ts';
import { changeEventPage, ownEventOf } from './change-event.page.ts';
import { mustNameNobody, saveEvent } from './save-event.ts';

/** Saves an event put right; how it was is kept. Throws `Stale`, carrying both texts. */
export const changeEvent = action(eventHref(':event', 'change'), {
  purpose: 'administration',
  access: members('staff'),
  page: changeEventPage,
  input: z.object({
    category: id('Choose what it was.'),
    words: optionalProse(mostWords),
    no_name: ticked(),
    on: day(),
    at: optionalTime(),
    place: choice(settings),
    seen: choice(seens),
    version: version(),
  }),
  async run(change, sent) {
    const { today } = change;
    const { event, categories } = await ownEventOf(change);
    if (event.endedAt !== null) throw new Refused(t('It was taken back. Let it stand again first.'));
    if (sent.on > today) throw new Refused({ on: t('This day is still to come.') });
    if (event.tone === 'negative' && sent.words === '')
      throw new Refused({ words: t('Write what happened.') });
    const same = sent.category === event.categoryId;
    const category = categories.find((each) => each.id === sent.category && each.tone === event.tone);
    if (!category && !same) throw new Refused({ category: t('Choose what it was.') });
    if (sent.seen !== 'kept' && !sent.no_name) await mustNameNobody(change, event, sent.words);
    await saveEvent(change, event, sent.version, {
      category_id: sent.category,
      points: same ? event.points : category!.points,
      happened_on: sent.on,
      happened_at: sent.at,
      place: sent.place,
      words: sent.words,
      seen: sent.seen,
    });
    await change.record({
      kind: 'behaviour.changed',
      itemId: event.id,
      body: { pupilIds: [event.pupilId], eventIds: [event.id], version: sent.version + 1 },
      tell: true,
    });
    return see(eventHref(event.id), t('It is saved. How it was before is kept.'));
  },
});
