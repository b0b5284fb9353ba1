import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { type Fields, form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { groupHref } from '#features/programmes/index.ts';
import type { Replaced } from './replaces.queries.ts';

/** What somebody who comes into a group is asked: what it takes the place of. The words stay theirs alone. */
export const replacesField = (f: Fields): Html =>
  f.textarea({
    name: 'replaces',
    label: t('What does this take the place of?'),
    hint: t(
      'A meeting, a duty, another group. Only you see what you write here, under “My hours this term”.',
    ),
    rows: 2,
    maxlength: 1000,
  });

/** One's own groups with what each takes the place of, to be changed; nothing where one is in no group. */
export function replacedList(replaced: readonly Replaced[], visit: Visit): Html {
  if (replaced.length === 0) return nothing;
  return html`<h2 id="replaces">${t('What your groups take the place of')}</h2>
    ${countedList({
      says: tn(replaced.length, 'One group', '{n} groups'),
      items: replaced.map((group) => {
        const here = groupHref(group, 'replaces');
        const state = visit.formAt(here);
        return html`<p><a href="${groupHref(group)}">${group.title}</a></p>
          ${group.words === '' ? html`<p>${t('You have not said yet.')}</p>` : html`<blockquote class="as-written">${group.words}</blockquote>`}
          ${details(
            group.words === ''
              ? t('Say what {title} takes the place of', { title: group.title })
              : t('Change your words about {title}', { title: group.title }),
            form(
              {
                ...state,
                action: here,
                values: state.values ?? { replaces: group.words },
                button: t('Save'),
                describe: t('Save: {title}', { title: group.title }),
                quiet: true,
              },
              replacesField,
            ),
            state.errors !== undefined,
          )}`;
      }),
      empty: nothing,
    })}`;
}
