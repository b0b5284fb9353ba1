import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { auditPolicy } from '../planner.policy.ts';
import { auditPage } from './audit.page.ts';
import { auditHref, type CycleLine } from './audit.ts';
import { auditOf } from './audit.queries.ts';
import { insertLine } from './line.queries.ts';
import { openAudit } from './open-audit.ts';

/**
 * Takes a year's lines into the next: how and when they use specialists and peers, with their points. What was judged,
 * and what to keep and change, belongs to the year it was said of; it stands beside the new year when the two are
 * compared. Lines that the next year has already stay as they are.
 */
export const copyAudit = action('/school/cycle-audit/:year/copy', {
  purpose: 'learning',
  access: auditPolicy,
  page: auditPage,
  input: z.object({}),
  async run(change) {
    const { year, lines } = await openAudit(change, 'write');
    if (lines.length === 0) throw new Refused(t('There are no lines in this year to copy.'));
    const audit = await auditOf(change, year.year + 1);
    let copied = 0;
    for (const line of lines) if (await copyLine(change, audit, line)) copied++;
    await change.record({
      kind: 'cycle-audit.copied',
      itemId: audit.id,
      body: { from: year.year, copied },
    });
    return see(
      auditHref(year.year + 1),
      copied > 0
        ? tn(
            copied,
            'One line is copied. What was said to the criteria stands in the comparison.',
            '{n} lines are copied. What was said to the criteria stands in the comparison.',
          )
        : t('This year had each of these lines already, so nothing was copied.'),
    );
  },
});

async function copyLine(
  change: Change,
  audit: { ownerId: string; id: string },
  line: CycleLine,
): Promise<boolean> {
  const { tx, now } = change;
  const id = newId(now);
  const { lineageId, kind, title, specialist, peer } = line;
  const made = await insertLine(change, audit, {
    id,
    lineageId,
    programmeId: null,
    text: { kind, title, specialist, peer, keep: '', change: '', criteria: {} },
  });
  if (!made) return false;
  if (line.points.length > 0)
    await tx
      .insertInto('cycle_point')
      .values(
        line.points.map(({ strand, fromWeek, untilWeek, words }) => ({
          owner_id: audit.ownerId,
          id: newId(now),
          line_id: id,
          strand,
          from_week: fromWeek,
          until_week: untilWeek,
          words,
          created_at: now,
        })),
      )
      .execute();
  return true;
}
