import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { keepsTimetable } from '../timetable.access.ts';
import { roomsPath } from '../timetable.ts';
import { timetableTrail } from '../versions/timetable.page.ts';
import { roomFields } from './room.page.ts';
import { selectRooms } from './room.queries.ts';

/** The rooms of the school. */
export const roomsPage = page(roomsPath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({
    rooms: await selectRooms(visit.db, visit.organisationId),
    keeps: keepsTimetable(visit.who),
    state: visit.formAt(roomsPath),
  }),
  view: ({ rooms, keeps, state }, visit) => ({
    title: t('Rooms'),
    audience: allStaff(visit.who),
    trail: timetableTrail(),
    body: html`${table({
      caption: tn(rooms.length, '{n} room', '{n} rooms'),
      columns: [{ label: t('Room') }, { label: t('Seats'), numeric: true }, { label: t('Note'), wide: true }],
      rows: rooms.map(({ id, name, seats, note }) => [
        keeps ? html`<a href="${roomsPath}/${id}">${name}</a>` : name,
        seats,
        note,
      ]),
      empty: empty({
        says: keeps
          ? t('No room is written down yet. They come with an import of lessons, or one by one, below.')
          : t('No room is written down yet.'),
      }),
    })}
    ${
      keeps &&
      html`<section>
        <h2>${t('Add a room')}</h2>
        ${form({ ...state, button: t('Add this room') }, roomFields)}
      </section>`
    }`,
  }),
});
