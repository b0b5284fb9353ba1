import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line, optionalLine, optionalNumber } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { roomsPath } from '../timetable.ts';
import { insertRooms, selectIsTaken, setRoomEnded, updateRoom } from './room.queries.ts';
import { roomOf, roomPage } from './room.page.ts';
import { roomsPage } from './rooms.page.ts';

const roomInput = z.object({
  name: line('Write what the room is called.', 40),
  seats: optionalNumber(1, 2000).transform((n) => n && Math.round(n)),
  note: optionalLine(200),
});

export const addRoom = action(roomsPath, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: roomsPage,
  input: roomInput,
  async run(change, input) {
    const { tx, organisationId, now } = change;
    if (await selectIsTaken(tx, organisationId, input))
      throw new Refused({ name: t('There is a room of this name already.') });
    const [id] = await insertRooms(tx, organisationId, [input], { now, batchId: null });
    await change.record({ kind: 'room.added', itemId: id!, body: { ...input } });
    return see(roomsPath, t('{room} is added.', { room: input.name }), `${roomsPath}/${id}/end`);
  },
});

/** Saves name, seats and note. What stood before is in what was recorded. */
export const changeRoom = action(`${roomsPath}/:room`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: roomPage,
  input: roomInput,
  async run(change, input) {
    const { tx, organisationId } = change;
    const { id, name, seats, note } = await roomOf(change);
    if (await selectIsTaken(tx, organisationId, { id, name: input.name }))
      throw new Refused({ name: t('There is a room of this name already.') });
    await updateRoom(tx, organisationId, { id, ...input });
    await change.record({
      kind: 'room.changed',
      itemId: id,
      body: { before: { name, seats, note }, after: input },
    });
    return see(roomsPath, t('{room} is saved.', { room: input.name }));
  },
});

/** Takes a room off the list. Lessons in it stay in it. */
export const endRoom = action(`${roomsPath}/:room/end`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  input: z.object({}),
  async run(change) {
    const { id, name } = await roomOf(change);
    await setRoomEnded(change.tx, change.organisationId, id, change.now);
    await change.record({ kind: 'room.ended', itemId: id, body: {} });
    return see(roomsPath, t('{room} is taken off the list.', { room: name }), `${roomsPath}/${id}/restore`);
  },
});

export const restoreRoom = action(`${roomsPath}/:room/restore`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  input: z.object({}),
  async run(change) {
    const { id, name, endedAt } = await roomOf(change);
    if (endedAt !== null && (await selectIsTaken(change.tx, change.organisationId, { id, name })))
      throw new Refused(t('There is a room of this name already.'));
    await setRoomEnded(change.tx, change.organisationId, id, null);
    await change.record({ kind: 'room.restored', itemId: id, body: {} });
    return see(roomsPath, t('{room} is back.', { room: name }));
  },
});
