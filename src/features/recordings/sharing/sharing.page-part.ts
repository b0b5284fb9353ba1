import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { pagePart } from '../page-part.ts';
import { drawSharing, type SharingRow } from './sharing.view.ts';

/** Who sees a recording, who has, and who is ready; views are its author's to read, those by law from the day agreed. */
export const sharingOnPage = pagePart<SharingRow>({
  asks: (who, { id, now }) =>
    list<SharingRow>(
      sql`select p.id as "personId", p.name, w.watched_at as "watchedAt", w.ready_at as "readyAt",
        v.times, v.last_at as "lastAt"
      from (
        select w.person_id from recording_watcher w where w.owner_id = ${who.organisationId} and w.recording_id = ${id}
        union select v.person_id from recording_view v where v.owner_id = ${who.organisationId} and v.recording_id = ${id}
          and (v.hidden_until is null or v.hidden_until <= ${now})
      ) x join person p on p.id = x.person_id
      left join recording_watcher w on w.owner_id = ${who.organisationId} and w.recording_id = ${id}
        and w.person_id = x.person_id
      left join lateral (select count(*)::integer as times, max(v.last_at) as last_at from recording_view v
        where v.owner_id = ${who.organisationId} and v.recording_id = ${id} and v.person_id = x.person_id
          and (v.hidden_until is null or v.hidden_until <= ${now})
          and exists (select 1 from item i where i.owner_id = v.owner_id and i.id = v.recording_id
            and i.author_id = ${who.personId})) v on true
      order by p.name, p.id`,
      { watchedAt: 'moment', readyAt: 'moment', lastAt: 'moment' },
    ),
  draw: drawSharing,
});
