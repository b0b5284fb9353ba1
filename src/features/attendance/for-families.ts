import { type RawBuilder, sql } from 'kysely';
import { markedSessions } from '#features/registers/index.ts';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type LinkAction, linkButton, quietActions } from '#ui/actions.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { daysInWords } from './absences/absence.ts';
import { howItStands, type SaidAbsence, saidAbsences } from './absences/said-absences.ts';
import { awayHref, childHref } from './attendance.ts';
import { isOwnChild } from './attendance.access.ts';
import { isAttended, isPossible } from './marked-sessions.ts';
import { inDays } from './pupil/year.view.ts';
import { yearBegan } from './span.ts';

/** Days of a child's year: how many, and on how many of them it was in school. */
export interface ChildDays {
  days: number;
  inSchool: number;
}

const daysSelect = (
  owner: string,
  pupil: RawBuilder<unknown>,
  today: Given<{ today: string }>['today'],
  readable: RawBuilder<boolean>,
) =>
  sql`select count(*)::int as days, count(*) filter (where d.attended)::int as "inSchool" from (
    select s.on_date, bool_or(${isAttended('s')}) as attended
    from (${markedSessions(owner, { from: yearBegan(owner, today), until: today, pupil })}) s
    where ${isPossible('s')} and ${readable} group by s.on_date) d`;

/** A part of a child's page for its family. */
export const attendanceOfChild = (
  who: Who,
  { today, child }: Given<{ today: string; child: string }>,
): List<ChildDays> =>
  list<ChildDays>(
    daysSelect(who.organisationId, sql`${child}`, today, isOwnChild(who, sql`s.pupil_id`, today)),
  );

/** What the school has been told of today and of days to come: of all of a family's children, or of one. */
export const saidOfChildren = (
  who: Who,
  { today, child }: Given<{ today: string; child?: string }>,
): List<SaidAbsence> =>
  list<SaidAbsence>(
    sql`${saidAbsences(who, { children: child ? sql`${child}` : ownChildrenIds(who), today, since: today })}
      order by a.from_on, a.id limit 20`,
  );

const ownChildrenIds = (who: Who) =>
  sql`select f.pupil_id from family_relation f where f.owner_id = ${who.organisationId} and f.adult_id = ${who.personId}`;

/** What the school has been told, or nothing. */
export const toldLines = (said: readonly SaidAbsence[]): Html | false =>
  said.length > 0 &&
  html`<ul class="items">
    ${said.map(
      (each) =>
        html`<li>
          ${t('Away: {days}', { days: daysInWords(each) })}<br /><span class="meta"
            >${howItStands(each)}</span
          >
        </li>`,
    )}
  </ul>`;

/** The way to say that a child is away. */
export const tellSchool = (child: { id: string; name: string }): LinkAction => ({
  label: t('Tell the school that {name} is away', { name: child.name }),
  href: awayHref(child.id),
});

/** How the year goes, what went well first, what the school knows, and the one thing one comes for in the morning. */
export const attendanceOfChildView = (
  rows: readonly ChildDays[],
  said: readonly SaidAbsence[],
  child: { id: string; name: string },
): Value =>
  html`<section>
    <h2>${t('At school')}</h2>
    <p>${inDays(rows[0] ?? { days: 0, inSchool: 0 })}</p>
    ${toldLines(said)}
    <p>${linkButton(tellSchool(child))}</p>
    ${quietActions([{ label: t('The year so far'), href: childHref(child.id), icon: 'calendar' }])}
  </section>`;
