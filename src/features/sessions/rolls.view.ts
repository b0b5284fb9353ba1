import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import type { Content } from '#platform/http/content.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { type Programme, stepHref } from '#features/programmes/index.ts';
import type { Roll } from './rolls.queries.ts';

const hrefOf = (programme: Programme, roll: Roll): string => `${stepHref(programme, roll)}#roll`;

/** Where one marks who is here, and from when. `rolls` is empty for those who do not mark. */
export function rollsToMark(programme: Programme, rolls: readonly Roll[], today: string): Html {
  const [open, without, coming] = [
    rolls.filter(({ on_date, unmarked }) => on_date <= today && unmarked > 0),
    rolls.filter(({ on_date, unmarked }) => on_date < today && unmarked === 0),
    rolls.filter(({ on_date }) => on_date > today),
  ];
  return html`${
    open.length > 0 &&
    html`<h2>${t('To be marked')}</h2>
      ${countedList({
        says: tn(open.length, 'One session is not marked yet', '{n} sessions are not marked yet'),
        dense: true,
        items: open.map(
          (roll) =>
            html`<a href="${hrefOf(programme, roll)}">${roll.title}</a>
              <span class="meta"
                >${formatDate(roll.on_date, 'weekday')},
                ${tn(roll.unmarked, 'one person without a mark', '{n} people without a mark')}</span
              >`,
        ),
        empty: nothing,
      })}`
  }
  ${without.map(
    (roll) =>
      html`<p>
        ${t('No roll: {title}, {day}. Nobody who takes part now had joined by then.', {
          title: roll.title,
          day: formatDate(roll.on_date, 'weekday'),
        })}
      </p>`,
  )}
  ${coming.map(
    (roll) =>
      html`<p>
        ${t('Next: {title}. Who is there can be marked from {day} on, on its page.', {
          title: roll.title,
          day: formatDate(roll.on_date, 'weekday'),
        })}
        <a href="${hrefOf(programme, roll)}">${t('See who is expected')}</a>
      </p>`,
  )}`;
}

/** On its day, the main thing to do. */
export function markToday(
  programme: Programme,
  rolls: readonly Roll[],
  today: string,
): Pick<Content, 'action'> {
  const now = rolls.find(({ on_date, unmarked }) => on_date === today && unmarked > 0);
  return now
    ? {
        action: { label: t('Mark who is here: {title}', { title: now.title }), href: hrefOf(programme, now) },
      }
    : {};
}
