import { type Expression, sql } from 'kysely';
import { type List, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { newObservationHref } from './new-observation.page.ts';
import { type Observation, observationHref, titleOf, whenInWords } from './observation.ts';
import { observationPolicy } from './observation.policy.ts';
import { type InList, stateInWords } from './state-in-words.ts';

/** An observation as the home of the group lists it in which it was agreed. */
export type CircleObservation = InList & Pick<Observation, 'id' | 'observer' | 'observed' | 'startsAt'>;

/** How many a home shows; all stand in *My observations*. */
const most = 20;

/**
 * The observations agreed in this circle that the reader may open, what is to come first: a list of a composed statement.
 * An observer who left the circle opens none.
 */
export const observationsOfCircle = (who: Who, circleId: Expression<string>): List<CircleObservation> =>
  list<CircleObservation>(
    sql`select o.id, o.observed_id as "observedId", o.observer_id as "observerId", d.name as observed, r.name as observer,
      o.proposed_by as "proposedBy", o.on_date as "on", o.starts_at as "startsAt", o.accepted_at as "acceptedAt",
      o.declined_at as "declinedAt", o.called_off_at as "calledOffAt", o.done_at as "doneAt",
      exists (select 1 from observation_text x where x.owner_id = ${who.organisationId} and x.observation_id = o.id
        and x.person_id = ${who.personId} and x.part in ('noticed', 'notes', 'feedback') and x.ready_at is not null) as "mineReady"
    from observation o join item i on i.owner_id = o.owner_id and i.id = o.id
    join person d on d.id = o.observed_id join person r on r.id = o.observer_id
    where o.owner_id = ${who.organisationId} and i.owner_id = ${who.organisationId} and o.circle_id = ${circleId}
      and i.ended_at is null and ${who.sees('i', observationPolicy)}
      and (o.observer_id <> ${who.personId} or o.circle_id = any(${[...who.standing.circles.keys()]}::uuid[]))
    order by o.done_at is not null or o.called_off_at is not null or o.declined_at is not null,
      case when o.done_at is null then o.on_date end, o.on_date desc, o.id
    limit ${sql.lit(most)}`,
    { acceptedAt: 'moment', declinedAt: 'moment', calledOffAt: 'moment', doneAt: 'moment' },
  );

/** Draws them below a heading, with the way to agree another where there is one; nothing where there is neither. */
export const drawObservationsOfCircle = (
  rows: readonly CircleObservation[],
  { circleId, visit, mayAgree }: { circleId: string; visit: Visit; mayAgree: boolean },
): Value =>
  (rows.length > 0 || mayAgree) &&
  html`<h2 id="observations">${t('Observations')}</h2>
    ${countedList({
      says: tn(rows.length, '{n} observation', '{n} observations'),
      items: rows.map(
        (row) =>
          html`<a href="${observationHref(row)}">${titleOf(row)}</a>
            <span class="meta"
              >${whenInWords(row)}; ${stateInWords(row, visit.who.personId, visit.today)}</span
            >`,
      ),
      empty: t('None is agreed yet.'),
    })}
    ${mayAgree && html`<p><a href="${newObservationHref(circleId)}">${t('Agree an observation')}</a></p>`}`;
