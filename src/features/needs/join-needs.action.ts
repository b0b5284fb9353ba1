import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalId, optionalLine, ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { addressOf } from '#ui/list.ts';
import type { Asking } from './asking.queries.ts';
import { answerPolicy, askingPolicy } from './need.policy.ts';
import { openAsking } from './open-asking.ts';
import { resultsAddress } from './results-frame.ts';
import { filterIn, queryOf, saidPage } from './said.page.ts';

/**
 * Draws the line from needs to a school priority, or marks them as individual, and to a programme that
 * answers them. What a field leaves empty stays as it was.
 */
export const joinNeeds = action('/school/needs/:asking/join', {
  purpose: 'learning',
  access: askingPolicy,
  input: z.looseObject({ need: ticks(200), to: optionalLine(), programme: optionalId() }),
  page: saidPage,

  async run(change, sent) {
    const asking = await openAsking(change, 'manage');
    if (sent.need.length === 0) throw new Refused(t('Tick the needs you want to join.'));
    if (!sent.to && !sent.programme) throw new Refused({ to: t('Choose what to join them to.') });
    const line = lineTo(asking, sent.to, sent.programme);
    const needIds = await theseNeeds(change, asking, sent.need);
    await saveLinks(change, needIds, line);
    await change.record({
      kind: 'needs.joined',
      itemId: asking.id,
      body: {
        needIds,
        priorityId: line.priorityId,
        individual: line.individual,
        programmeId: line.programmeId,
      },
    });
    const page = typeof sent.page === 'string' && sent.page !== '1' ? sent.page : undefined;
    return see(
      addressOf(resultsAddress(asking, 'said'), { ...queryOf(filterIn(sent)), page }),
      line.clears
        ? tn(needIds.length, '{n} need is joined to nothing now.', '{n} needs are joined to nothing now.')
        : tn(needIds.length, '{n} need is joined.', '{n} needs are joined.'),
    );
  },
});

interface Line {
  clears: boolean;
  /** Whether the priority or the mark "individual" is set by this. */
  sets: boolean;
  priorityId: string | null;
  individual: boolean;
  programmeId: string | null;
}

/** What was chosen, checked against what there is. Throws `Refused`. */
function lineTo(asking: Asking, to: string, programmeId: string | null): Line {
  const there = (sort: string, id: string) =>
    asking.joinable.some((each) => each.sort === sort && each.id === id);
  const priorityId = isId(to) ? to : null;
  if (
    (priorityId && !there('priority', priorityId)) ||
    (to && !priorityId && to !== 'individual' && to !== 'nothing')
  )
    throw new Refused({ to: t('Choose one from the list.') });
  if (programmeId && !there('programme', programmeId))
    throw new Refused({ programme: t('Choose one from the list.') });
  return {
    clears: to === 'nothing',
    sets: to !== '',
    priorityId,
    individual: to === 'individual',
    programmeId,
  };
}

/** Those of the ticked needs that belong to this asking and may be joined by this person. */
async function theseNeeds(change: Change, asking: Asking, ticked: readonly string[]): Promise<string[]> {
  const rows = await change.tx
    .selectFrom('need as n')
    .innerJoin('item as i', (on) =>
      on.onRef('i.owner_id', '=', 'n.owner_id').onRef('i.id', '=', 'n.answer_id'),
    )
    .select('n.id')
    .where('n.owner_id', '=', change.organisationId)
    .where('n.asking_id', '=', asking.id)
    .where('n.ended_at', 'is', null)
    .where(sql<boolean>`n.id = any(${ticked.filter(isId)}::uuid[])`)
    .where(change.who.sees('i', answerPolicy, 'join'))
    .execute();
  if (rows.length === 0) throw new Refused(t('Tick the needs you want to join.'));
  return rows.map((row) => row.id);
}

async function saveLinks(change: Change, needIds: readonly string[], line: Line): Promise<void> {
  await change.tx
    .insertInto('need_link')
    .values(
      needIds.map((need_id) => ({
        owner_id: change.organisationId,
        need_id,
        individual: line.individual,
        priority_id: line.priorityId,
        programme_id: line.programmeId,
        linked_by: change.who.personId,
        linked_at: change.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'need_id']).doUpdateSet({
        linked_by: change.who.personId,
        linked_at: change.now,
        ...(line.sets ? { individual: line.individual, priority_id: line.priorityId } : {}),
        ...(line.programmeId || line.clears ? { programme_id: line.programmeId } : {}),
      }),
    )
    .execute();
  if (line.clears)
    await sql`delete from need_link where owner_id = ${change.organisationId} and need_id = any(${needIds}::uuid[])
      and programme_id is null and priority_id is null and not individual`.execute(change.tx);
}
