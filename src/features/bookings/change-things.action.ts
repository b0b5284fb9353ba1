import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, line, optionalLine, ticked, wholeNumber } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { bookableBy, thingsPath } from './booking.ts';
import { bookingKeepers } from './bookings.access.ts';
import { thingPage, thingsPage } from './things.page.ts';
import { insertEquipment, selectNamed, selectThing, setThingEnded, updateThing } from './things.queries.ts';

const common = { purpose: 'administration', access: roles(...bookingKeepers) } as const;
const equipmentInput = {
  name: line('Say what it is.', 60),
  how_many: wholeNumber(1, 10_000, 'Say how many there are.'),
  note: optionalLine(200),
};
const there = (): Refused => new Refused({ name: t('There is equipment of this name already.') });

export const addEquipment = action(thingsPath, {
  ...common,
  page: thingsPage,
  input: z.object(equipmentInput),
  async run(change, { name, how_many: howMany, note }) {
    const { tx, organisationId: owner, now } = change;
    if (await selectNamed(tx, owner, name)) throw there();
    const id = await insertEquipment(tx, owner, { name, howMany, note }, now);
    await change.record({ kind: 'equipment.added', itemId: id, body: { name, howMany } });
    return see(thingsPath, t('{thing} is added.', { thing: name }), `${thingsPath}/${id}/end`);
  },
});

/** Saves how a thing is booked. Bookings that stand are kept, whatever is said now. */
export const changeThing = action(`${thingsPath}/:thing`, {
  ...common,
  page: thingPage,
  input: z.object({
    name: z.string().trim().max(60).default(''),
    /** A room has no such field. */
    how_many: wholeNumber(1, 10_000, 'Say how many there are.').prefault('1'),
    note: optionalLine(200),
    bookable: choice(bookableBy, 'Choose who books it.'),
    asks_first: ticked(),
  }),
  async run(change, sent) {
    const { tx, organisationId: owner } = change;
    const before = await selectThing(tx, owner, change.params.thing!, true);
    const isEquipment = before.kind === 'equipment';
    if (isEquipment && sent.name === '') throw new Refused({ name: t('Say what it is.') });
    if (isEquipment && (await selectNamed(tx, owner, sent.name, before.id))) throw there();
    const after = {
      ...before,
      ...(isEquipment && { name: sent.name, howMany: sent.how_many, note: sent.note }),
      bookable: sent.bookable,
      asksFirst: sent.asks_first,
    };
    await updateThing(tx, owner, after);
    await change.record({
      kind: 'equipment.changed',
      itemId: before.id,
      body: { before, after },
      tell: true,
    });
    return see(
      thingsPath,
      after.howMany < before.howMany
        ? t('{thing} is saved. Whoever booked last hears where there are not enough now.', {
            thing: after.name,
          })
        : t('{thing} is saved.', { thing: after.name }),
    );
  },
});

/** Takes equipment off the list; what is booked of it stays. */
export const endThing = action(`${thingsPath}/:thing/end`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const { id, name } = await selectThing(change.tx, change.organisationId, change.params.thing!, true);
    await setThingEnded(change.tx, change.organisationId, id, change.now);
    await change.record({ kind: 'equipment.ended', itemId: id });
    return see(
      thingsPath,
      t('{thing} is taken off the list.', { thing: name }),
      `${thingsPath}/${id}/restore`,
    );
  },
});

export const restoreThing = action(`${thingsPath}/:thing/restore`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const { tx, organisationId: owner } = change;
    const { id, name, endedAt } = await selectThing(tx, owner, change.params.thing!, true);
    if (endedAt !== null && (await selectNamed(tx, owner, name, id))) throw there();
    await setThingEnded(tx, owner, id, null);
    await change.record({ kind: 'equipment.restored', itemId: id });
    return see(thingsPath, t('{thing} is back.', { thing: name }));
  },
});
