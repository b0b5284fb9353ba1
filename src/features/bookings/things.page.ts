import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { type Bookable, bookableBy, thingsPath } from './booking.ts';
import { bookingKeepers } from './bookings.access.ts';
import { bookingsTrail } from './new-booking.page.ts';
import { selectThing, selectThings } from './things.queries.ts';

const audience = () => theseRoles(bookingKeepers, t('Those who look after rooms and equipment.'));

/** What can be booked, and by whom. */
export const thingsPage = page(thingsPath, {
  purpose: 'administration',
  access: roles(...bookingKeepers),
  load: async (visit) => ({
    things: await selectThings(visit.db, visit.organisationId),
    state: visit.formAt(thingsPath),
  }),
  view: ({ things, state }) => ({
    title: t('What can be booked'),
    audience: audience(),
    trail: bookingsTrail(),
    body: html`${table({
        caption: tn(things.length, '{n} room or piece of equipment', '{n} rooms and pieces of equipment'),
        columns: [
          { label: t('Name') },
          { label: t('How many'), numeric: true },
          { label: t('Who books it'), wide: true },
        ],
        rows: things.map((each) => [
          html`<a href="${thingsPath}/${each.id}">${each.name}</a>`,
          each.howMany,
          [bookableWords[each.bookable](), each.asksFirst && t('somebody says yes first')]
            .filter(Boolean)
            .join('; '),
        ]),
        empty: empty({
          says: t('Nothing is written down yet. Rooms come with the timetable; equipment is added below.'),
        }),
      })}
      <p><a href="/school/rooms">${t('Rooms of the timetable')}</a></p>
      <h2>${t('Add equipment')}</h2>
      ${form({ ...state, button: t('Add it') }, equipmentFields)}`,
  }),
});

const equipmentFields = (f: Fields): Html =>
  html`${f.text({ name: 'name', label: t('What it is'), hint: t('“Laptops, trolley B”, “Minibus”, “Camera”.'), required: true, maxlength: 60 })}
  ${f.number({ name: 'how_many', label: t('How many there are'), initial: 1, min: 1, max: 10_000, width: 'short' })}
  ${f.text({ name: 'note', label: t('Note'), hint: t('Where it is kept, who has the key.'), maxlength: 200 })}`;

const bookableWords: Readonly<Record<Bookable, () => string>> = {
  staff: () => t('all staff'),
  keepers: () => t('those who look after rooms'),
  nobody: () => t('nobody; it is not shown'),
};

/** How one thing is booked; of equipment also what it is. */
export const thingPage = page(`${thingsPath}/:thing`, {
  purpose: 'administration',
  access: roles(...bookingKeepers),
  load: async (visit) => ({
    thing: await selectThing(visit.db, visit.organisationId, visit.params.thing!),
    state: visit.formAt(`${thingsPath}/${visit.params.thing}`),
  }),
  view: ({ thing, state }) => ({
    title: thing.name,
    audience: audience(),
    trail: [...bookingsTrail(), { label: t('What can be booked'), href: thingsPath }],
    body: html`${form(
      {
        ...state,
        values: state.values ?? {
          name: thing.name,
          how_many: thing.howMany,
          note: thing.note,
          bookable: thing.bookable,
          asks_first: thing.asksFirst ? 'yes' : '',
        },
        button: t('Save'),
        cancel: thingsPath,
      },
      (f) =>
        html`${thing.kind === 'equipment' && equipmentFields(f)}
        ${f.radios({
          name: 'bookable',
          label: t('Who books it'),
          required: true,
          options: bookableBy.map((value) => ({ value, label: bookableWords[value]() })),
        })}
        ${f.checkbox({
          name: 'asks_first',
          label: t('Somebody who looks after rooms says yes first'),
          unmarked: true,
        })}`,
    )}
    ${
      thing.kind === 'equipment' &&
      form({
        action: `${thingsPath}/${thing.id}/${thing.endedAt === null ? 'end' : 'restore'}`,
        button: thing.endedAt === null ? t('Take it off the list') : t('Bring it back'),
        quiet: true,
      })
    }`,
  }),
});
