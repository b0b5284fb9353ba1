import { sql } from 'kysely';
import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { selectTimetable } from '../timetable.queries.ts';
import { timetableHref, timetablesPath } from '../timetable.ts';
import { timetableSettingsPage } from './settings.page.ts';
import { mustBeInOrder, timetableInputs } from './timetable-input.ts';
import { timetableOf } from './timetable.page.ts';

/** Saves name, days and weeks. Throws `Stale` where they were saved meanwhile. */
export const saveTimetableSettings = action(`${timetablesPath}/:timetable/settings`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: timetableSettingsPage,
  input: z.object({ ...timetableInputs, version: version() }),
  async run(change, input) {
    mustBeInOrder(input);
    const { tx, organisationId, now, who } = change;
    const { id, name } = await timetableOf(change);
    const of = { ownerId: organisationId, id };
    if (input.weeks === 1) {
      const { rows } = await sql`select 1 from timetabled_lesson l where l.owner_id = ${organisationId}
        and l.timetable_id = ${id} and l.ended_at is null and l.week <> 'both' limit 1`.execute(tx);
      if (rows.length > 0)
        throw new Refused({ weeks: t('Some lessons are in week A or B alone. Change those first.') });
    }
    const saved = await tx
      .updateTable('timetable')
      .set({
        name: input.name,
        starts_on: input.from,
        ends_on: input.until,
        weeks: input.weeks,
        first_week: input.first_week,
        version: input.version + 1,
      })
      .where('owner_id', '=', organisationId)
      .where('id', '=', id)
      .where('version', '=', input.version)
      .returning('version')
      .executeTakeFirst();
    if (!saved) {
      const current = await selectTimetable(tx, organisationId, id);
      await throwStale(
        tx,
        of,
        {
          version: current.version,
          fields: [
            { name: 'name', label: t('Name'), text: current.name },
            { name: 'from', label: t('First day'), text: current.startsOn },
            { name: 'until', label: t('Last day'), text: current.endsOn ?? '' },
            { name: 'weeks', label: t('Weeks'), text: String(current.weeks) },
            { name: 'first_week', label: t('The first week is'), text: current.firstWeek },
          ],
        },
        now,
      );
    }
    const { name: newName, from, until, weeks, first_week } = input;
    await keepText(
      tx,
      of,
      input.version + 1,
      { name: newName, from, until, weeks, first_week },
      who.personId,
      now,
    );
    await change.record({
      kind: 'timetable.changed',
      itemId: id,
      body: { before: { name }, after: { name: newName, from, until, weeks, first_week } },
    });
    return see(timetableHref(id), t('{name} is saved.', { name: newName }));
  },
});
