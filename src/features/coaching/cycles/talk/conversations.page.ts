import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { togetherAudience } from '../../audience.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { openTogether } from '../../open-together.ts';
import { stateOf, titleOf as pairingTitle, togetherHref } from '../../together.ts';
import { readsUntil } from '../../what-leavers-read.ts';
import { conversationHref, titleOf } from './conversation.ts';
import { type MeetingToChoose, selectConversations } from './conversation.queries.ts';

const perPage = 20;

/** The conversations of a pairing, and beginning one. */
export const conversationsPage = page('/coaching/:coaching/conversations', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit);
    const { together } = opened;
    const found = await selectConversations(visit.db, together.ownerId, together, {
      limit: perPage,
      offset: (visit.pageNumber - 1) * perPage,
      today: visit.today,
      until: readsUntil(together, visit.who.personId),
    });
    return { ...opened, ...found, mayBegin: opened.may('write') && stateOf(together) === 'agreed' };
  },
  view({ item, together, listed, meetings, mayBegin }, visit) {
    const total = listed[0]?.total ?? 0;
    const coachingId = together.id;
    return {
      title: t('Our conversations'),
      audience: togetherAudience(item, together, visit.who),
      trail: [{ label: pairingTitle(together, visit.who.personId), href: togetherHref(together) }],
      body: html`${mayBegin && beginForm(visit.formAt(togetherHref(together, 'conversations')), meetings, visit.today)}
      ${countedList({
        says: tn(total, '{n} conversation', '{n} conversations'),
        items: listed.map(
          (each) =>
            html`<a href="${conversationHref({ coachingId, id: each.id })}">${titleOf(each)}</a>
              <span class="meta"
                >${tn(each.parts, 'one part written', '{n} parts written')}${
                  each.notes > 0 && html`; ${tn(each.notes, 'one stretch noted', '{n} stretches noted')}`
                }</span
              >`,
        ),
        empty: empty({
          says: t(
            'No conversation is written down yet. What matters is that you talk; a few lines are enough.',
          ),
        }),
      })}
      ${pager({ page: visit.pageNumber, pages: Math.ceil(total / perPage), path: togetherHref(together, 'conversations') })}
      ${quietActions([
        {
          label: t('Who began what: our talk counted'),
          href: togetherHref(together, 'talk'),
          icon: 'question',
        },
      ])}`,
    };
  },
});

const beginForm = (
  state: ReturnType<Visit['formAt']>,
  meetings: readonly MeetingToChoose[],
  today: string,
): Html =>
  form(
    { ...state, button: t('Begin a conversation') },
    (f) =>
      html`${
        meetings.length > 0 &&
        f.select({
          name: 'meeting',
          label: t('Of which time together'),
          options: [
            { value: '', label: t('None of them') },
            ...meetings.map(({ id, on }) => ({ value: id, label: formatDate(on, 'weekday') })),
          ],
        })
      }
      ${f.date({ name: 'on_date', label: t('On which day'), initial: today, max: today, required: true })}`,
  );
