import { everybody } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { type Arrival, formAt } from '#platform/http/context.ts';
import { publicPage, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { classDoorPath, doorHref } from '../addresses.ts';
import { openDoor, type OpenedDoor } from './open-door.ts';
import { rowContent } from './row.view.ts';

/** Where one types the letters of a class. */
export const classDoorPage = publicPage(classDoorPath, {
  purpose: 'administration',
  load: (arrival) => {
    const code = (arrival.query.code ?? '').trim().toLowerCase().replace(/\s/g, '');
    return Promise.resolve(/^[a-z0-9]{1,20}$/.test(code) ? see(doorHref(code)) : null);
  },
  view: () => ({
    title: t('Which class?'),
    audience: everybody(),
    body: html`${form({ action: classDoorPath, method: 'get', button: t('Go on') }, (f) =>
        f.text({
          name: 'code',
          label: t('The letters on your card'),
          hint: t('Eight of them, behind the word class.'),
          unmarked: true,
        }),
      )}
      <p><a href="/sign-in">${t('Sign in with a password')}</a></p>`,
  }),
});

/** The door of a class: the children who have a card, by their first names. */
export const doorPage = publicPage(doorHref(':code'), {
  purpose: 'administration',
  load: openDoor,
  view: ({ code, door, children }) => ({
    title: door.unit,
    audience: everybody(t('Whoever has a card of this class comes here.')),
    body:
      children.length === 0
        ? empty({ says: t('Nobody in this class has a card.') })
        : html`<h2>${t('Who are you?')}</h2>
            <ul class="door-names">
              ${children.map(
                ({ personId, called }) =>
                  html`<li>
                    <a class="tile" href="${doorHref(code, personId)}"><bdi>${called}</bdi></a>
                  </li>`,
              )}
            </ul>`,
  }),
});

/** A child and its row of pictures, one press after the other. */
export const rowPage = publicPage(doorHref(':code', ':child'), {
  purpose: 'administration',
  async load(arrival) {
    const opened = await openDoor(arrival);
    return { opened, child: childOf(opened, arrival), errors: formAt(arrival, here(arrival)).errors };
  },
  view: ({ opened, child, errors }) => rowContent(opened.code, child, [], errors),
});

const here = ({ params }: Arrival): string => doorHref(params.code ?? '', params.child);

/** The child in the address, if it has a card of this class. Throws `NotFound`. */
export function childOf({ children }: OpenedDoor, { params }: Arrival): OpenedDoor['children'][number] {
  const found = children.find(({ personId }) => personId === params.child);
  if (!found) throw new NotFound(t('Nobody of this class comes in here.'));
  return found;
}
