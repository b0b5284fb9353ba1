import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { groupHref } from './addresses.ts';
import { mayBeShown } from './evaluation.ts';
import type { OpenedGroup } from './open-group.ts';

/** The pupils by code name, and what their teacher does with the list. */
export function pupilsSection(opened: OpenedGroup, visit: Visit): Html {
  const { group, programme } = opened;
  const state = visit.formAt(groupHref(programme, group, 'pupils'));
  return html`<h2 id="pupils">${t('Pupils, by code name')}</h2>
    ${countedList({
      says: tn(group.pupils.length, '{n} pupil', '{n} pupils'),
      dense: true,
      items: group.pupils.map(
        ({ code, leftOn }) =>
          html`${code}${leftOn && html` <span class="meta">${t('left on {day}', { day: formatDate(leftOn) })}</span>`}`,
      ),
      empty: empty({ says: t('No pupil is in this group yet.') }),
    })}
    ${opened.may('enter') && group.pupils.length > 0 && details(t('Somebody left, or is here after all'), leavingForm(opened))}
    ${
      opened.may('keep') &&
      details(
        t('Add pupils'),
        form({ ...state, button: t('Add them') }, (f) => [
          f.textarea({
            name: 'codes',
            label: t('Code names, one on each line'),
            hint: t('Not initials, which say who it is.'),
          }),
          f.number({ name: 'how_many', label: t('Or: make code names for so many pupils'), min: 1, max: 60 }),
        ]),
        state.errors !== undefined,
      )
    }`;
}

const leavingForm = ({ group, programme }: OpenedGroup): Html =>
  form({ action: groupHref(programme, group, 'left'), button: t('Save'), quiet: true }, (f) => [
    f.select({
      name: 'pupil',
      label: t('Pupil'),
      required: true,
      options: group.pupils.map(({ id, code }) => ({ value: id, label: code })),
    }),
    f.radios({
      name: 'is',
      label: t('What happened?'),
      required: true,
      options: [
        { value: 'left', label: t('Left the class') },
        { value: 'here', label: t('Is here after all') },
      ],
    }),
  ]);

/** For the teacher: whom to share single figures with, the own list, corrections, taking the group out. */
export function keepingSection(opened: OpenedGroup, visit: Visit): Html {
  const { group, programme, item } = opened;
  const shown = mayBeShown(programme);
  const others = programme.people.filter(
    ({ personId }) => personId !== visit.who.personId && shown.includes(personId),
  );
  const granted = (ability: string) =>
    item.audience
      .filter((grant) => grant.ability === ability)
      .map((grant) => grant.principal.replace('person:', ''));
  const options = others.map(({ personId, name }) => ({ value: personId, label: name }));
  return html`<h2 id="share">${t('Who may see single pupils')}</h2>
    ${
      others.length === 0
        ? nothing
        : details(
            t('Choose people of the programme'),
            form(
              {
                action: groupHref(programme, group, 'share'),
                values: { see: granted('read'), enter: granted('contribute') },
                button: t('Save who may see it'),
                quiet: true,
              },
              (f) => [
                f.checkboxes({ name: 'see', label: t('May see'), options }),
                f.checkboxes({ name: 'enter', label: t('May see and write figures down'), options }),
              ],
            ),
          )
    }
    ${quietActions([
      {
        label: t('Who is who: your own list'),
        href: groupHref(programme, group, 'who-is-who'),
        icon: 'private',
      },
      { label: t('Corrections'), href: groupHref(programme, group, 'history'), icon: 'history' },
    ])}
    ${form({ action: groupHref(programme, group, 'end'), button: t('Take this group out'), quiet: true })}`;
}
