import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { section } from '#ui/section.ts';
import { mayWatch } from './may-watch.ts';
import { type BriefRecording, briefLine, briefMoments } from './brief-recording.ts';

/** How many are named; the list has the rest. */
const most = 3;

/** One's recordings and those that one was shown, and the ways to them. */
export const recordingsSection = section<BriefRecording & { total: number }>({
  asks: (who) =>
    list<BriefRecording & { total: number }>(
      sql`select r.id, r.title, i.author_id as "authorId", a.name as author, r.filmed_on as "filmedOn", r.state,
          r.watched_at as "watchedAt", count(*) over ()::int as total
        from recording r join item i on i.owner_id = r.owner_id and i.id = r.id join person a on a.id = i.author_id
        where r.owner_id = ${who.organisationId} and i.owner_id = ${who.organisationId} and i.ended_at is null
          and r.state <> 'erased' and (i.author_id = ${who.personId} or ${mayWatch(who)})
        order by r.filmed_on desc, r.id desc limit ${most}`,
      briefMoments,
    ),
  draw: (rows, { who }) =>
    html`<h2>${t('Recordings')}</h2>
      ${countedList({
        says: tn(rows[0]?.total ?? 0, '{n} recording', '{n} recordings'),
        items: rows.map((row) => briefLine(row, who.personId)),
        empty: html`<p>${t('A film or a sound of your own lesson, for you and those you choose.')}</p>`,
      })}
      ${quietActions([
        { label: t('Recordings'), href: '/recordings', icon: 'photo' },
        ...(who.standing.kind === 'staff'
          ? [{ label: t('Record a lesson'), href: '/recordings/new', icon: 'add' as const }]
          : []),
      ])}`,
});
