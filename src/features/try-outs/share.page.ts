import { onlyYou } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { titleOf, tryOutHref } from './addresses.ts';
import { openOwnTryOut } from './edit-try-out.page.ts';
import { type EvidencePlaceOfMine, selectMyPlaces } from './evidence-places.ts';
import type { TryOut } from './select-try-out.ts';
import { readersToChoose, selectSurroundings, type Surroundings } from './sharing.queries.ts';
import { tryOutPolicy } from './try-out.policy.ts';

/** Everything from which one chooses when sharing. */
interface ShareChoices {
  tryOut: TryOut;
  surroundings: Surroundings;
  places: EvidencePlaceOfMine[];
}

export async function selectShareChoices(visit: Visit): Promise<ShareChoices> {
  const tryOut = await openOwnTryOut(visit);
  const surroundings = await selectSurroundings(visit.db, visit.who, visit.today);
  return {
    tryOut,
    surroundings,
    places: await selectMyPlaces(visit.db, visit.who, surroundings.partnerships),
  };
}

/** The meetings to come of one's programmes; the one chosen already stays to be chosen. */
export const meetingsOf = ({ tryOut, surroundings }: ShareChoices, today: string): Surroundings['steps'] =>
  surroundings.steps.filter(
    ({ id, kind, onDate }) => kind === 'meeting' && (onDate >= today || id === tryOut.meetingId),
  );

/** Who may read it: the author alone decides, and can take it back. */
export const sharePage = page('/try-outs/:person/:tryOut/share', {
  purpose: 'learning',
  access: tryOutPolicy,
  load: selectShareChoices,
  view(choices, visit) {
    const { tryOut, surroundings, places } = choices;
    const action = tryOutHref(tryOut, 'share');
    const { values, errors } = visit.formAt(action);
    const readers = readersToChoose(surroundings);
    const meetings = meetingsOf(choices, visit.today);
    const title = titleOf({ ...tryOut, tried: tryOut.texts.tried });
    return {
      title: t('Who may read: {title}', { title }),
      audience: onlyYou(
        t('Only you decide who may read it. Line managers are kept out, even of groups you choose.'),
      ),
      trail: [
        { label: t('My try-outs'), href: '/my-learning/try-outs' },
        { label: title, href: tryOutHref(tryOut) },
      ],
      body:
        readers.length === 0
          ? empty({
              says: t(
                'You are in no programme or partnership yet, so there is nobody to choose. It is yours alone.',
              ),
              todo: { label: t('See the programmes'), href: '/programmes' },
            })
          : html`<p>
                ${t('Those you choose can read all of it, with its photos and files, and ask you about it. You can take it back at any time.')}
              </p>
              ${form(
                {
                  action,
                  button: t('Save who may read it'),
                  values: {
                    readers: tryOut.grants,
                    meeting: tryOut.meetingId,
                    place: tryOut.placeId,
                    ...values,
                  },
                  errors,
                  cancel: tryOutHref(tryOut),
                },
                (f) => html`
                  ${f.checkboxes({
                    name: 'readers',
                    label: t('Who may read it'),
                    options: readers.map(({ principal, label, hint }) => ({ value: principal, label, hint })),
                  })}
                  ${
                    meetings.length > 0 &&
                    f.select({
                      name: 'meeting',
                      label: t('Bring it to a meeting'),
                      hint: t('Everyone in that programme can then read it.'),
                      options: [
                        { value: '', label: t('No') },
                        ...meetings.map(({ id, title: name, onDate, programme }) => ({
                          value: id,
                          label: t('{title}, {day}', { title: name, day: formatDate(onDate, 'short') }),
                          group: programme,
                        })),
                      ],
                    })
                  }
                  ${
                    places.length > 0 &&
                    f.select({
                      name: 'place',
                      label: t('File it as evidence in our agreement'),
                      hint: t('Your partners can then read it and find it there by its title.'),
                      options: [
                        { value: '', label: t('No') },
                        ...places.map(({ id, title: name, partnership }) => ({
                          value: id,
                          label: name,
                          group: partnership,
                        })),
                      ],
                    })
                  }
                `,
              )}`,
    };
  },
});
