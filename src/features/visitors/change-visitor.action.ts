import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticked, version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { mustBeColleague } from './expect.action.ts';
import { changeable, updateVisitors } from './open-visitor.ts';
import { whenTheyCome, whoComes, wrongDays } from './visitor-input.ts';
import { visitorPage } from './visitor.page.ts';
import { dayHref, nameKey, visitorHref } from './visitors.ts';

const common = { purpose: 'administration', access: members('staff'), page: visitorPage } as const;

/** Moves a visit, or says something else of it. What it was stands in what was recorded. */
export const changeVisitor = action(visitorHref(':visitor', 'change'), {
  ...common,
  input: z.object({ ...whoComes, day: whenTheyCome.day, from: whenTheyCome.from, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const before = await changeable(change);
    if (before.endedAt !== null) throw new Refused(t('It was called off meanwhile.'));
    if (before.version !== shown)
      throw new Refused(t('Somebody changed this visit meanwhile. Look at it again.'));
    if (sent.day !== before.on) {
      if (before.arrivedAt !== null) throw new Refused({ day: t('They were here on that day.') });
      const wrong = wrongDays(sent, change.today);
      if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    }
    if (sent.host !== before.hostId) await mustBeColleague(change, sent.host);
    await updateVisitors(change, [before.id], {
      on_date: sent.day,
      from_time: sent.from,
      name: sent.name,
      sort_name: nameKey(sent.name),
      organisation: sent.organisation,
      purpose: sent.purpose,
      place: sent.place,
      kind: sent.kind,
      host_id: sent.host,
      version: before.version + 1,
    });
    await change.record({ kind: 'visitor.changed', itemId: before.id, body: { day: sent.day }, tell: true });
    return see(dayHref(sent.day), t('The visit is saved.'));
  },
});

/** Calls a visit off; with `all`, the weeks after it too. */
export const endVisitor = action(visitorHref(':visitor', 'end'), {
  ...common,
  input: z.object({ all: ticked() }),
  async run(change, { all }) {
    const visitor = await changeable(change);
    if (visitor.endedAt !== null) throw new Refused(t('It was called off meanwhile.'));
    if (visitor.arrivedAt !== null) throw new Refused(t('They have come already.'));
    const later =
      all && visitor.seriesId !== null
        ? await change.tx
            .selectFrom('visitor')
            .select('id')
            .where('owner_id', '=', change.organisationId)
            .where('series_id', '=', visitor.seriesId)
            .where('on_date', '>=', visitor.on)
            .where('arrived_at', 'is', null)
            .where('ended_at', 'is', null)
            .execute()
        : [];
    const ids = [...new Set([visitor.id, ...later.map(({ id }) => id)])];
    await updateVisitors(change, ids, { ended_at: change.now });
    await change.record({ kind: 'visitor.called-off', itemId: visitor.id, body: { ids } });
    return see(
      dayHref(visitor.on),
      tn(ids.length, 'The visit is called off.', '{n} visits are called off.'),
      visitorHref(visitor.id, 'restore'),
    );
  },
});

/** They come after all; with those that were called off at the same moment. */
export const restoreVisitor = action(visitorHref(':visitor', 'restore'), {
  ...common,
  input: z.object({}),
  async run(change) {
    const visitor = await changeable(change);
    if (visitor.endedAt === null) throw new Refused(t('It stands already.'));
    const together = await change.tx
      .selectFrom('visitor')
      .select('id')
      .where('owner_id', '=', change.organisationId)
      .where('series_id', '=', visitor.seriesId)
      .where('ended_at', '=', visitor.endedAt)
      .execute();
    await updateVisitors(change, [visitor.id, ...together.map(({ id }) => id)], { ended_at: null });
    await change.record({ kind: 'visitor.restored', itemId: visitor.id });
    return see(dayHref(visitor.on), t('The visit stands again.'));
  },
});
