import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticked } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';
import { heldVisitor, updateVisitors } from './open-visitor.ts';
import { visitorPage } from './visitor.page.ts';
import { deskRoles } from './visitors.access.ts';
import { type ListedVisitor, selectSettings } from './visitors.queries.ts';
import { visitorHref, visitorsPath } from './visitors.ts';

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
    const { badges } = await selectSettings(change.tx, change.who, change.today);
    return see(
      badges ? visitorHref(visitor.id, 'badge') : visitorsPath,
      t('{name} is signed in. {host} hears of it.', { name: visitor.name, host: visitor.host }),
      undoing(change, visitor, 'not-arrived'),
    );
  },
});

export const undoSignIn = action(visitorHref(':visitor', 'not-arrived'), {
  ...atTheDesk,
  input: z.object({}),
  async run(change) {
    const visitor = await heldVisitor(change);
    mustBeToday(change, visitor);
    if (visitor.arrivedAt === null) throw new Refused(t('They are not signed in.'));
    if (visitor.leftAt !== null) throw new Refused(t('They have been signed out since.'));
    mustBeThatPress(change, visitor.arrivedAt);
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
    mustBeToday(change, visitor);
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
      undoing(change, visitor, 'not-left'),
    );
  },
});

export const undoSignOut = action(visitorHref(':visitor', 'not-left'), {
  ...atTheDesk,
  input: z.object({}),
  async run(change) {
    const visitor = await heldVisitor(change);
    mustBeToday(change, visitor);
    if (visitor.leftAt === null) throw new Refused(t('They are not signed out.'));
    mustBeThatPress(change, visitor.leftAt);
    await updateVisitors(change, [visitor.id], { left_at: null, version: visitor.version + 1 });
    await change.record({ kind: 'visitor.not-left', itemId: visitor.id, tell: true });
    return see(visitorsPath, t('They are here still.'));
  },
});

/** The address that takes back what was pressed now, and nothing that is pressed after it. */
const undoing = ({ now }: Change, { id }: ListedVisitor, below: 'not-arrived' | 'not-left'): string =>
  `${visitorHref(id, below)}?of=${now.getTime()}`;

/** Throws `Refused` where the undo of an older page would take back what a colleague pressed since. */
function mustBeThatPress({ query }: Change, at: Date): void {
  const of = query['of'];
  if (of !== undefined && Number(of) !== at.getTime())
    throw new Refused(t('Somebody changed this visit meanwhile. Look at it again.'));
}

function mustBeToday({ today }: Change, { on, endedAt }: ListedVisitor): void {
  if (endedAt !== null) throw new Refused(t('This visit was called off.'));
  if (on !== today)
    throw new Refused(
      t('They are expected on {day}. Change the day first.', { day: formatDate(on, 'weekday') }),
    );
}
