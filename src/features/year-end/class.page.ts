import { NotFound } from '#platform/errors.ts';
import { page, roles } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { drawnChoice, fateValue, goOptions, wasName } from './fate-choice.ts';
import { yearEndHref, yearEndsPath } from './year-end.ts';
import { yearEndAudience, yearEndTrail } from './year-end.page.ts';
import { selectClasses, selectPlaces, selectYearEnd } from './year-end.queries.ts';

/** The pupils of one class, for whom something else may hold than for the rest. */
export const yearEndClassPage = page(`${yearEndsPath}/:yearEnd/classes/:unit`, {
  purpose: 'administration',
  access: roles(...administrators),
  async load(visit) {
    const { db, organisationId } = visit;
    const yearEnd = await selectYearEnd(db, organisationId, visit.params.yearEnd!);
    const classes = await selectClasses(db, organisationId, yearEnd);
    const unit = classes.find(({ id }) => id === visit.params.unit);
    if (!unit) throw new NotFound('No class of this school is at this address.');
    const places = await selectPlaces(db, organisationId, yearEnd, unit.id);
    return {
      yearEnd,
      classes,
      unit,
      pupils: places.filter(({ part }) => part === 'pupil'),
      state: visit.formAt(yearEndHref(yearEnd.id, 'classes', unit.id)),
    };
  },
  view: ({ yearEnd, classes, unit, pupils, state }) => ({
    title: t('Pupils of {name}', { name: unit.name }),
    audience: yearEndAudience(),
    trail: yearEndTrail(yearEnd),
    body: html`<p>
        ${tn(pupils.length, '{n} pupil', '{n} pupils')}.
        ${t('Choose only where something else holds than for the class.')}
      </p>
      ${form(
        {
          ...state,
          button: t('Keep these choices'),
          hidden: {
            version: yearEnd.version,
            ...Object.fromEntries(
              pupils.map(({ personId, fate, toUnitId }) => [
                wasName(`pupil-${personId}`),
                fateValue(fate, toUnitId),
              ]),
            ),
          },
          cancel: yearEndHref(yearEnd.id),
        },
        (f) =>
          table({
            caption: t('Pupils of {name}', { name: unit.name }),
            captionHidden: true,
            columns: [{ label: t('Pupil') }, { label: t('What becomes of them'), wide: true }],
            rows: pupils.map((each): Value[] => [
              html`<span dir="auto">${each.name}</span>`,
              f.select({
                name: `pupil-${each.personId}`,
                label: t('What becomes of {name}', { name: each.name }),
                labelHidden: true,
                unmarked: true,
                value: drawnChoice(
                  state.values,
                  `pupil-${each.personId}`,
                  fateValue(each.fate, each.toUnitId),
                ),
                options: [
                  { value: '', label: t('Like the class') },
                  { value: 'stay', label: t('Stays in this class, a year further') },
                  { value: 'repeat', label: t('Does the same year again, in this class') },
                  { value: 'leave', label: t('Leaves the school') },
                  ...goOptions(classes, unit.id),
                ],
              }),
            ]),
            empty: t('Nobody is in this class.'),
          }),
      )}`,
  }),
});
