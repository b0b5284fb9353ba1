import { sql } from 'kysely';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalLine, optionalTime, ticked, version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { weekdayName, periodKinds, timetableHref, timetablesPath } from '../timetable.ts';
import { dayOf, dayPage, linesOf } from './day.page.ts';
import { insertPeriods } from './insert-timetable.ts';
import type { NewPeriod } from './models.ts';

const lineInput = z.object({
  name: optionalLine(40),
  from: optionalTime(),
  until: optionalTime(),
  kind: z.enum(periodKinds).default('lesson'),
  register: ticked(),
});

type Line = Omit<NewPeriod, 'weekday' | 'position'> & { line: string };

/** Saves the periods of a weekday. A period with lessons is not taken out. */
export const saveDay = action(`${timetablesPath}/:timetable/days/:weekday`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: dayPage,
  input: z.looseObject({ version: version() }),
  async run(change, sent) {
    const { timetable, weekday, periods } = await dayOf(change);
    const lines = readLines(linesOf(periods), sent);
    const gone = periods.filter(({ id }) => lines.every(({ line }) => line !== id));
    await mustBeEmpty(
      change,
      gone.map(({ id }) => id),
    );
    await nextVersion(change, timetable.id, sent.version);
    for (const period of gone) await setPeriod(change, period.id, { ended_at: change.now });
    const fresh: NewPeriod[] = [];
    for (const [position, { line, ...each }] of lines.entries()) {
      if (periods.some(({ id }) => id === line))
        await setPeriod(change, line, {
          position,
          name: each.name,
          kind: each.kind,
          starts_at: each.startsAt,
          ends_at: each.endsAt,
          takes_register: each.takesRegister,
        });
      else fresh.push({ ...each, weekday, position });
    }
    await insertPeriods(change.tx, change.organisationId, timetable.id, fresh, change.now);
    await change.record({
      kind: 'timetable.day-changed',
      itemId: timetable.id,
      body: { weekday, before: periods, after: lines },
    });
    return see(timetableHref(timetable.id), t('{day} is saved.', { day: weekdayName[weekday]() }));
  },
});

/** In order of times. Throws `Refused` with a sentence at each field that is wrong. */
function readLines(names: readonly string[], sent: Record<string, unknown>): Line[] {
  const wrong: Record<string, string> = {};
  const lines: Line[] = [];
  for (const line of names) {
    // A line without a name is empty, or taken out.
    if (String(sent[`name-${line}`] ?? '').trim() === '') continue;
    const read = lineInput.safeParse({
      name: sent[`name-${line}`],
      from: sent[`from-${line}`],
      until: sent[`until-${line}`],
      kind: sent[`kind-${line}`],
      register: sent[`register-${line}`],
    });
    if (!read.success) {
      for (const { path, message } of read.error.issues) wrong[`${String(path[0])}-${line}`] = message;
      continue;
    }
    const { name, from, until, kind, register } = read.data;
    if (from === null) wrong[`from-${line}`] = t('Write when it begins.');
    else if (until === null) wrong[`until-${line}`] = t('Write when it ends.');
    else if (until <= from) wrong[`until-${line}`] = t('It ends before it begins.');
    else lines.push({ line, name, startsAt: from, endsAt: until, kind, takesRegister: register });
  }
  lines.sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  for (const [index, { line, startsAt }] of lines.entries())
    if (index > 0 && lines[index - 1]!.endsAt > startsAt)
      wrong[`from-${line}`] = t('It begins before the one before it ends.');
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return lines;
}

async function mustBeEmpty({ tx, organisationId }: Change, periodIds: readonly string[]): Promise<void> {
  if (periodIds.length === 0) return;
  const { rows } = await sql<{ n: number; period: string }>`
    select count(*)::int as n, l.period_id as period from timetabled_lesson l
    where l.owner_id = ${organisationId} and l.period_id = any(${periodIds}::uuid[]) and l.ended_at is null
    group by l.period_id`.execute(tx);
  if (rows.length > 0)
    throw new Refused(
      Object.fromEntries(
        rows.map(({ n, period }) => [
          `name-${period}`,
          tn(
            n,
            '{n} lesson is in this period. Move it first.',
            '{n} lessons are in this period. Move them first.',
          ),
        ]),
      ),
    );
}

/** Two who change the days do it one after the other; throws `Refused` for the second. */
async function nextVersion({ tx, organisationId }: Change, id: string, shown: number): Promise<void> {
  const saved = await tx
    .updateTable('timetable')
    .set({ version: shown + 1 })
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .where('version', '=', shown)
    .returning('version')
    .executeTakeFirst();
  if (!saved)
    throw new Refused(
      t('Somebody changed this timetable meanwhile. Open this day again and change it there.'),
    );
}

const setPeriod = (
  { tx, organisationId }: Change,
  id: string,
  set: Partial<{
    position: number;
    name: string;
    kind: string;
    starts_at: string;
    ends_at: string;
    takes_register: boolean;
    ended_at: Date;
  }>,
): Promise<unknown> =>
  tx.updateTable('period').set(set).where('owner_id', '=', organisationId).where('id', '=', id).execute();
