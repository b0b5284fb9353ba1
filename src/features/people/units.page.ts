import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { administrators } from './roles.ts';
import { unitKindInWords } from './unit-words.ts';
import { unitKinds } from './units.ts';
import { selectUnits } from './units.queries.ts';
import { yearWords } from './year-words.ts';

const unitFields = (f: Fields): Html =>
  html` ${f.select({ name: 'kind', label: t('What it is'), required: true, options: unitKinds.map((kind) => ({ value: kind, label: unitKindInWords[kind]() })) })}
  ${f.text({ name: 'name', label: t('Name'), required: true })}
  ${f.text({ name: 'subject', label: t('Subject') })}
  ${f.text({ name: 'year', label: t('Year'), width: 'short' })}`;

/** Classes, forms, departments and teams. */
export const unitsPage = page('/people/units', {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({
    units: await selectUnits(visit.db, visit.organisationId, visit.today),
    looksAfter: visit.who.hasAny(administrators),
    form: visit.formAt('/people/units'),
  }),
  view: ({ units, looksAfter, form: state }, visit) => ({
    title: t('Classes, forms and departments'),
    audience: allStaff(visit.who),
    trail: [{ label: t('People'), href: '/people' }],
    body: html`${table({
      caption: tn(units.length, '{n} group', '{n} groups'),
      columns: [
        { label: t('Name'), wide: true },
        { label: t('What') },
        { label: t('Subject or year') },
        { label: t('Staff'), numeric: true },
        { label: t('Pupils'), numeric: true },
      ],
      rows: units.map((unit) => [
        html`<a href="/people/units/${unit.id}">${unit.name}</a>`,
        unitKindInWords[unit.kind](),
        [unit.subject, unit.yearLabel && yearWords(unit.yearLabel)].filter(Boolean).join(', '),
        unit.staff,
        unit.pupils,
      ]),
      empty: empty({
        says: looksAfter
          ? t('There are none yet. They come with an import, or are added below.')
          : t('There are none yet.'),
      }),
    })}
    ${
      looksAfter &&
      html`<section>
        <h2>${t('Add one')}</h2>
        ${form({ ...state, button: t('Add') }, unitFields)}
      </section>`
    }`,
  }),
});
