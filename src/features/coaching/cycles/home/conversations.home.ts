import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { homePart } from '../../home-part.ts';
import { stateOf, togetherHref } from '../../together.ts';
import { wasThereAt } from '../../what-leavers-read.ts';
import { conversationHref, titleOf } from '../talk/conversation.ts';

interface Row {
  id: string;
  on: string;
  notes: number;
  total: number;
}

/** The latest conversations of a pairing. */
export const conversationsOnHome = homePart<Row>({
  asks: (who, given) =>
    list<Row>(
      sql`select c.id, c.on_date as "on", count(*) over ()::integer as total,
        (select count(*)::integer from dialogue_note n
          where n.owner_id = c.owner_id and n.conversation_id = c.id and n.ended_at is null
            and ${wasThereAt(who, given.id, sql`n.noted_at`)}) as notes
      from conversation c
      where c.owner_id = ${who.organisationId} and c.coaching_id = ${given.id} and c.ended_at is null
        and ${wasThereAt(who, given.id, sql`c.begun_at`)}
      order by c.on_date desc, c.id desc limit 3`,
    ),
  draw: (rows, { together }) =>
    html`<h2>${t('Conversations')}</h2>
      ${
        rows.length === 0
          ? html`<p class="empty">${t('No conversation is written down yet.')}</p>`
          : html`<ul>
              ${rows.map(
                ({ id, on, notes }) =>
                  html`<li>
                    <a href="${conversationHref({ coachingId: together.id, id })}">${titleOf({ on })}</a>
                    ${notes > 0 && html`<span class="meta">${tn(notes, 'one stretch noted', '{n} stretches noted')}</span>`}
                  </li>`,
              )}
            </ul>`
      }
      ${quietActions([
        {
          ...((rows[0]?.total ?? 0) > rows.length || stateOf(together) !== 'agreed'
            ? { label: t('All our conversations'), icon: 'question' as const }
            : { label: t('Write down a conversation'), icon: 'edit' as const }),
          href: togetherHref(together, 'conversations'),
        },
      ])}`,
});
