import { z } from 'zod';
import { NotFound, Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, roles, see, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { yearEndClassPage } from './class.page.ts';
import { chosenOf, fateValue, meanwhile, readFate, saysWhatWas } from './fate-choice.ts';
import { lockDraft } from './save-classes.action.ts';
import { pupilFates, yearEndHref, yearEndsPath } from './year-end.ts';
import { selectClasses, selectPlaces } from './year-end.queries.ts';

/** Keeps for whom something else holds than for their class. */
export const savePupils = action(`${yearEndsPath}/:yearEnd/classes/:unit`, {
  purpose: 'administration',
  access: roles(...administrators),
  page: yearEndClassPage,
  input: z.looseObject({ version: version() }),
  async run(change, { version: seen, ...sent }) {
    const { tx, organisationId: owner } = change;
    const yearEnd = await lockDraft(change, saysWhatWas(sent) ? null : seen);
    const classes = await selectClasses(tx, owner, yearEnd);
    const unit = classes.find(({ id }) => id === change.params.unit);
    if (!unit) throw new NotFound('No class of this school is at this address.');
    const known = new Set(classes.map(({ id }) => id).filter((id) => id !== unit.id));
    const places = await selectPlaces(tx, owner, yearEnd, unit.id);
    const wrong: Wrong = {};
    const rows = places
      .filter(({ part }) => part === 'pupil')
      .flatMap(({ personId, fate, toUnitId }) => {
        const to = chosenOf(sent, `pupil-${personId}`, fateValue(fate, toUnitId));
        if (to === null) wrong[`pupil-${personId}`] = meanwhile();
        const chosen = readFate(to, pupilFates, known);
        return chosen === undefined ? [] : [{ personId, ...chosen }];
      });
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    await tx
      .deleteFrom('year_end_pupil')
      .where('owner_id', '=', owner)
      .where('year_end_id', '=', yearEnd.id)
      .where('unit_id', '=', unit.id)
      .execute();
    if (rows.length > 0)
      await tx
        .insertInto('year_end_pupil')
        .values(
          rows.map(({ personId, fate, toUnitId }) => ({
            owner_id: owner,
            year_end_id: yearEnd.id,
            unit_id: unit.id,
            pupil_id: personId,
            fate,
            to_unit_id: toUnitId,
          })),
        )
        .execute();
    await change.record({
      kind: 'year-end.pupils-chosen',
      itemId: yearEnd.id,
      body: { unitId: unit.id, apart: rows.length },
    });
    return see(
      yearEndHref(yearEnd.id),
      t('Kept for {name}. Nothing is carried out yet.', { name: unit.name }),
    );
  },
});
