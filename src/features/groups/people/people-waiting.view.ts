import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { groupHref } from '#features/programmes/index.ts';
import { partTitle } from './people-words.ts';
import type { PeopleView } from './people.view.ts';
import type { Waiting } from './people.queries.ts';

/** Those who ask to be let in, with an answer for whoever answers. */
export function askingList({ opened, waiting, visit }: PeopleView): Html {
  const asking = waiting.filter(({ way }) => way === 'asked');
  if (asking.length === 0) return nothing;
  const { programme, may } = opened;
  const answers = may('design') && !programme.closed_at;
  return html`<h2 id="asking">${t('Asking to be let in')}</h2>
    ${countedList({
      says: tn(asking.length, 'One person asks', '{n} people ask'),
      items: asking.map((each) => {
        const here = groupHref(programme, `people/${each.personId}/answer`);
        return html`<p>
            ${personName({ name: each.name })} ${each.kind === 'guest' && label(t('Guest'))}
            <span class="meta">${formatDate(each.at, 'short')}</span>
          </p>
          ${each.words && html`<blockquote class="as-written">${each.words}</blockquote>`}
          ${
            answers &&
            form(
              {
                ...visit.formAt(here),
                action: here,
                button: t('Answer'),
                describe: t('Answer {name}', { name: each.name }),
                quiet: true,
                prefix: `answer-${each.personId}`,
              },
              (f) => [
                f.radios({
                  name: 'answer',
                  label: t('Shall {name} come in?', { name: each.name }),
                  required: true,
                  options: [
                    { value: 'yes', label: t('Yes, welcome') },
                    { value: 'no', label: t('Not this time') },
                  ],
                }),
                f.textarea({ name: 'said', label: t('A few words to them'), rows: 2, maxlength: 1000 }),
              ],
            )
          }`;
      }),
      empty: nothing,
    })}`;
}

/** Those who were asked and have not answered. */
export function askedList({ opened, waiting, protocol }: PeopleView): Html {
  const asked = waiting.filter(({ way }) => way === 'invited');
  if (asked.length === 0) return nothing;
  const { programme, may } = opened;
  const line = (each: Waiting): Html =>
    html`<span
        >${personName({ name: each.name })} ${each.kind === 'guest' && label(t('Guest'))}
        <span class="meta"
          >${t('{role}; asked by {name} on {day}', {
            role: partTitle(protocol, each.part),
            name: each.by,
            day: formatDate(each.at, 'short'),
          })}</span
        ></span
      >
      ${
        may('design') &&
        !programme.closed_at &&
        form({
          action: groupHref(programme, `people/${each.personId}/invitation/withdraw`),
          button: t('Take back'),
          describe: t('Take back the invitation to {name}', { name: each.name }),
          quiet: true,
          prefix: `withdraw-${each.personId}`,
        })
      }`;
  return html`<h2 id="asked">${t('Asked, and not answered yet')}</h2>
    ${countedList({
      says: tn(asked.length, 'One invitation', '{n} invitations'),
      dense: true,
      withEnd: true,
      items: asked.map(line),
      empty: nothing,
    })}`;
}
