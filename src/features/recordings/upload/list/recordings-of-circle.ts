import { type Expression, type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { newRecordingHref } from '../describe/new-recording.page.ts';
import { type BriefRecording, briefLine, briefMoments } from './brief-recording.ts';
import { mayWatch } from './may-watch.ts';

/** A recording as the home of the pairing or the page of the step lists it for which it was made. */
export type CircleRecording = BriefRecording;
export type StepRecording = Omit<BriefRecording, 'watchedAt'>;

/** How many are listed; all stand in *Recordings*. */
const most = 20;

/** The recordings worked on in this circle that the reader may open, the newest first: a list of a composed statement. */
export const recordingsOfCircle = (who: Who, circleId: Expression<string>): List<CircleRecording> =>
  list<CircleRecording>(
    sql`select r.id, r.title, i.author_id as "authorId", a.name as author, r.filmed_on as "filmedOn", r.state,
      r.watched_at as "watchedAt"
    from recording r join item i on i.owner_id = r.owner_id and i.id = r.id join person a on a.id = i.author_id
    where r.owner_id = ${who.organisationId} and i.owner_id = ${who.organisationId} and r.circle_id = ${circleId}
      and i.ended_at is null and r.state <> 'erased' and (i.author_id = ${who.personId} or ${mayWatch(who)})
    order by r.filmed_on desc, r.id desc limit ${sql.lit(most)}`,
    briefMoments,
  );

/** The same for the step `s` of a programme, as JSON: a part of a larger statement. */
export const recordingsOfStepJson = (who: Who): RawBuilder<StepRecording[]> => sql`coalesce((
  select json_agg(json_build_object('id', x.id, 'title', x.title, 'authorId', x.author_id, 'author', x.name,
      'filmedOn', x.filmed_on, 'state', x.state) order by x.filmed_on desc, x.id desc)
  from (select r.id, r.title, i.author_id, a.name, r.filmed_on, r.state
    from recording r join item i on i.owner_id = r.owner_id and i.id = r.id join person a on a.id = i.author_id
    where r.owner_id = ${who.organisationId} and i.owner_id = ${who.organisationId} and r.step_id = s.id
      and i.ended_at is null and r.state <> 'erased' and (i.author_id = ${who.personId} or ${mayWatch(who)})
    order by r.filmed_on desc, r.id desc limit ${sql.lit(most)}) x), '[]'::json)`;

/** Draws them below a heading, with the way to add one where the reader may; nothing where there is neither. */
export const drawRecordingsOfCircle = (
  rows: readonly StepRecording[],
  { circleId, stepId, visit, mayAdd }: { circleId: string; stepId?: string; visit: Visit; mayAdd: boolean },
): Value =>
  (rows.length > 0 || mayAdd) &&
  html`<h2 id="recordings">${t('Recordings')}</h2>
    ${countedList({
      says: tn(rows.length, '{n} recording', '{n} recordings'),
      items: rows.map((row) => briefLine(row, visit.who.personId)),
      empty: t('There is none here yet that you may see.'),
    })}
    ${mayAdd && html`<p><a href="${newRecordingHref(circleId, stepId)}">${t('Add a recording')}</a></p>`}`;
