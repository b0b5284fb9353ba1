import { saidOfChildren, tellSchool, toldLines } from '#features/attendance/index.ts';
import type { SaidAbsence } from '#features/attendance/index.ts';
import type { Given, List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { type Child, ownChildren } from './child.queries.ts';
import { childLine } from './children.page.ts';

/** A grown-up's own children, and what the school has been told of today and of days to come. */
export interface ChildrenToday {
  children: Child[];
  said: SaidAbsence[];
}

/** A part of Today for whoever has a child at the school, also where they work there. */
export const childrenOnToday = (
  who: Who,
  given: Given<{ today: string }>,
): { children: List<Child>; said: List<SaidAbsence> } => ({
  children: ownChildren(who, given),
  said: saidOfChildren(who, given),
});

/** Each child by name, with the one thing that cannot wait in the morning; nothing for who has none. */
export const childrenTodayView = ({ children, said }: ChildrenToday): Html | false =>
  children.length > 0 &&
  html`<h2>${t('My children')}</h2>
    <ul class="items">
      ${children.map(
        (child) =>
          html`<li>
            ${childLine(child)} ${toldLines(said.filter(({ pupilId }) => pupilId === child.id))}
            ${child.told.includes('attendance') && quietActions([tellSchool(child)])}
          </li>`,
      )}
    </ul>`;
