import { theseRoles } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { roomsPath } from '../timetable.ts';
import { timetableTrail } from '../versions/timetable.page.ts';
import { selectRoom } from './room.queries.ts';

/** Name, seats and note, as they stand in both forms about rooms. */
export const roomFields = (f: Fields): Html =>
  html`${f.text({ name: 'name', label: t('Name'), required: true, maxlength: 40 })}
  ${f.number({ name: 'seats', label: t('Seats'), min: 1, max: 2000 })}
  ${f.text({ name: 'note', label: t('Note'), hint: t('What a colleague must know of it.'), maxlength: 200 })}`;

/** The room of an address, also one that is taken away. Throws `NotFound`. */
export async function roomOf({ db, organisationId, params }: Visit) {
  const id = params.room!;
  const room = isId(id) ? await selectRoom(db, organisationId, id) : undefined;
  if (!room) throw new NotFound();
  return room;
}

/** One room, to be changed or taken off the list. */
export const roomPage = page(`${roomsPath}/:room`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  load: roomOf,
  view: (room, visit) => {
    const state = visit.formAt(`${roomsPath}/${room.id}`);
    const { name, seats, note } = room;
    return {
      title: room.name,
      audience: theseRoles(timetableKeepers, t('Those who keep the timetable.')),
      trail: [...timetableTrail(), { label: t('Rooms'), href: roomsPath }],
      body: html`${form({ ...state, values: { name, seats, note, ...state.values }, button: t('Save'), cancel: roomsPath }, roomFields)}
      ${form({ action: `${roomsPath}/${room.id}/${room.endedAt === null ? 'end' : 'restore'}`, button: room.endedAt === null ? t('Take it off the list') : t('Bring it back'), quiet: true })}`,
    };
  },
});
