import { itemOf } from '#platform/access/select-item.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { auditPolicy, itemToBe } from '../planner.policy.ts';
import { schoolYear, yearOf } from '../school-year.ts';
import type { CycleLine } from './audit.ts';
import { selectAudit } from './audit.queries.ts';

type Ability = keyof typeof auditPolicy.may;

/**
 * The audit of a year, by default that of the address (`:year`), begun or not, with the lines of one other year
 * beside it. One statement. Throws `NotAllowed` when the `ability` is not the person's.
 */
export async function openAudit(
  visit: Visit,
  ability: Ability = 'read',
  { year: number = yearOf(visit.params.year), beside = number - 1 }: { year?: number; beside?: number } = {},
) {
  const asked = { year: number, also: beside, now: visit.now };
  const { lines, dates, items, ...rest } = await selectAudit(visit.db, visit.who, asked);
  const [row] = items;
  const item = row ? itemOf(row, visit.who) : itemToBe(auditPolicy, visit.organisationId);
  visit.who.must(ability, auditPolicy, item);
  return {
    ...rest,
    dates,
    item,
    year: schoolYear(number, dates),
    besideYear: schoolYear(beside, dates),
    lines: lines.filter((line) => line.year === number) as CycleLine[],
    beside: lines.filter((line) => line.year === beside) as CycleLine[],
    may: (other: Ability) => visit.who.may(other, auditPolicy, item),
  };
}

export type OpenedAudit = Awaited<ReturnType<typeof openAudit>>;

/** The same with the line that the address names (`:line`). Throws `NotFound` when it is not in that year. */
export async function openLine(visit: Visit, ability: Ability = 'read') {
  const opened = await openAudit(visit, ability);
  const line = opened.lines.find(({ id }) => id === visit.params.line);
  if (!line) throw new NotFound();
  return { ...opened, line };
}
