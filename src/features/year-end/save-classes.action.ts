import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, roles, see, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { chosenOf, fateValue, meanwhile, readFate, saysWhatWas } from './fate-choice.ts';
import { decide } from './work-out.ts';
import { classFates, type YearEnd, yearEndHref, yearEndsPath } from './year-end.ts';
import { yearEndPage } from './year-end.page.ts';
import { selectClasses, selectYearEnd } from './year-end.queries.ts';

/** Keeps what becomes of each class; it is a plan, nothing is carried out. */
export const saveClasses = action(`${yearEndsPath}/:yearEnd/classes`, {
  purpose: 'administration',
  access: roles(...administrators),
  page: yearEndPage,
  input: z.looseObject({ version: version() }),
  async run(change, { version: seen, ...sent }) {
    const yearEnd = await lockDraft(change, saysWhatWas(sent) ? null : seen);
    const classes = decide(await selectClasses(change.tx, change.organisationId, yearEnd));
    const known = new Set(classes.map(({ id }) => id));
    const wrong: Wrong = {};
    const rows = classes.flatMap(({ id, fate, toUnitId }) => {
      const to = chosenOf(sent, `class-${id}`, fateValue(fate, toUnitId));
      if (to === null) wrong[`class-${id}`] = meanwhile();
      const chosen = readFate(to, classFates, known);
      return chosen === undefined ? [] : [{ unitId: id, ...chosen }];
    });
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    if (rows.some(({ unitId, toUnitId }) => unitId === toUnitId))
      throw new Refused(t('A class cannot go to itself. Choose “stays as it is” instead.'));
    await change.tx
      .deleteFrom('year_end_class')
      .where('owner_id', '=', change.organisationId)
      .where('year_end_id', '=', yearEnd.id)
      .execute();
    if (rows.length > 0)
      await change.tx
        .insertInto('year_end_class')
        .values(
          rows.map(({ unitId, fate, toUnitId }) => ({
            owner_id: change.organisationId,
            year_end_id: yearEnd.id,
            unit_id: unitId,
            fate,
            to_unit_id: toUnitId,
          })),
        )
        .execute();
    await change.record({
      kind: 'year-end.classes-chosen',
      itemId: yearEnd.id,
      body: { classes: rows.length },
    });
    return see(yearEndHref(yearEnd.id), t('Kept. Nothing is carried out yet.'));
  },
});

/**
 * The draft, held until the change is written and counted one version on. Throws `Refused` where it is none any more, or
 * has another version than the one `seen`; null where each choice is looked at by itself.
 */
export async function lockDraft(change: Change, seen: number | null): Promise<YearEnd> {
  const { tx, organisationId, params } = change;
  const yearEnd = await selectYearEnd(tx, organisationId, params.yearEnd!, true);
  if (yearEnd.preparedAt !== null || yearEnd.endedAt !== null)
    throw new Refused(t('It is no draft any more. Take it back first.'));
  if (seen !== null && yearEnd.version !== seen)
    throw new Refused(
      t('Somebody else changed something here meanwhile. Look at it again before you go on.'),
    );
  await tx
    .updateTable('year_end')
    .set({ version: yearEnd.version + 1 })
    .where('owner_id', '=', organisationId)
    .where('id', '=', yearEnd.id)
    .execute();
  return yearEnd;
}
