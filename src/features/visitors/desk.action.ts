import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, ticked } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';
import { heldVisitor, updateVisitors } from './open-visitor.ts';
import { visitorPage } from './visitor.page.ts';
import { deskRoles } from './visitors.access.ts';
import type { ListedVisitor } from './visitors.queries.ts';
import { checks, visitorHref, visitorsPath } from './visitors.ts';

const atTheDesk = { purpose: 'administration', access: roles(...deskRoles), page: visitorPage } as const;

/** Somebody has come. Where the desk is to ask first, it says that it has. */
export const signIn = action(visitorHref(':visitor', 'arrive'), {
  ...atTheDesk,
  input: z.object({ spoken: ticked() }),
  async run(change, { spoken }) {
    const visitor = await heldVisitor(change);
    mustBeToday(change, visitor);
    if (visitor.asks && !spoken)
      throw new Refused({
        spoken: t(
          'Please speak with the head or the safeguarding lead first. It may be somebody else of this name.',
        ),
      });
    if (visitor.arrivedAt !== null) throw new Refused(t('They are signed in already.'));
    await updateVisitors(change, [visitor.id], { arrived_at: change.now, version: visitor.version + 1 });
    await change.record({
      kind: 'visitor.arrived',
      itemId: visitor.id,
      body: { asked: visitor.asks },
      tell: true,
    });
    return see(
      visitorsPath,
      t('{name} is signed in. {host} hears of it.', { name: visitor.name, host: visitor.host }),
      visitorHref(visitor.id, 'not-arrived'),
    );
  },
});

export const undoSignIn = action(visitorHref(':visitor', 'not-arrived'), {
  ...atTheDesk,
  input: z.object({}),
  async run(change) {
    const visitor = await heldVisitor(change);
    if (visitor.leftAt !== null) throw new Refused(t('They have been signed out since.'));
    await updateVisitors(change, [visitor.id], { arrived_at: null, version: visitor.version + 1 });
    await change.record({ kind: 'visitor.not-arrived', itemId: visitor.id, tell: true });
    return see(visitorsPath, t('They are not signed in any more.'));
  },
});

export const signOut = action(visitorHref(':visitor', 'leave'), {
  ...atTheDesk,
  input: z.object({}),
  async run(change) {
    const visitor = await heldVisitor(change);
    if (visitor.arrivedAt === null) throw new Refused(t('They were not signed in.'));
    if (visitor.leftAt !== null) throw new Refused(t('They are signed out already.'));
    await updateVisitors(change, [visitor.id], { left_at: change.now, version: visitor.version + 1 });
    await change.record({ kind: 'visitor.left', itemId: visitor.id, tell: true });
    return see(
      visitorsPath,
      t('{name} is signed out at {time}.', {
        name: visitor.name,
        time: formatTime(change.now),
      }),
      visitorHref(visitor.id, 'not-left'),
    );
  },
});

export const undoSignOut = action(visitorHref(':visitor', 'not-left'), {
  ...atTheDesk,
  input: z.object({}),
  async run(change) {
    const visitor = await heldVisitor(change);
    await updateVisitors(change, [visitor.id], { left_at: null, version: visitor.version + 1 });
    await change.record({ kind: 'visitor.not-left', itemId: visitor.id, tell: true });
    return see(visitorsPath, t('They are here still.'));
  },
});

/** Whether a check of their record was seen: read at the desk alone. */
export const saveCheck = action(visitorHref(':visitor', 'check'), {
  ...atTheDesk,
  input: z.object({ seen: choice(checks, 'Choose one.') }),
  async run(change, { seen }) {
    const visitor = await heldVisitor(change);
    const { tx, organisationId: owner, who, now } = change;
    await tx
      .insertInto('visitor_check')
      .values({ owner_id: owner, visitor_id: visitor.id, seen, said_by: who.personId, said_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['owner_id', 'visitor_id'])
          .doUpdateSet({ seen, said_by: who.personId, said_at: now }),
      )
      .execute();
    await change.record({
      kind: 'visitor.checked',
      itemId: visitor.id,
      body: { seen, before: visitor.check },
    });
    return see(visitorHref(visitor.id), t('It is saved.'));
  },
});

function mustBeToday({ today }: Change, { on, endedAt }: ListedVisitor): void {
  if (endedAt !== null) throw new Refused(t('This visit was called off.'));
  if (on !== today)
    throw new Refused(
      t('They are expected on {day}. Change the day first.', { day: formatDate(on, 'weekday') }),
    );
}
