import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, filters } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { administrators } from './roles.ts';
import { partInWords, unitKindInWords } from './unit-words.ts';
import { unitParts } from './units.ts';
import { type Candidate, selectCandidates, selectUnit, type Unit } from './units.queries.ts';
import { yearWords } from './year-words.ts';

/** One class, form, department or team, and who belongs to it. */
export const unitPage = page('/people/units/:unit', {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const unit = await selectUnit(visit.db, visit.organisationId, visit.params.unit!, visit.today);
    const looksAfter = visit.who.hasAny(administrators);
    const search = looksAfter ? (visit.query.q ?? '').slice(0, 100) : '';
    return {
      unit,
      looksAfter,
      search,
      found: await selectCandidates(visit.db, visit.organisationId, unit.id, search, visit.today),
    };
  },
  view: ({ unit, looksAfter, search, found }, visit) => ({
    title: unit.name,
    audience: allStaff(visit.who),
    trail: [
      { label: t('People'), href: '/people' },
      { label: t('Classes, forms and departments'), href: '/people/units' },
    ],
    body: html`<p>
        ${[unitKindInWords[unit.kind](), unit.subject, unit.yearLabel && yearWords(unit.yearLabel)].filter(Boolean).join(', ')}
      </p>
      ${countedList({
        says: tn(unit.people.length, '{n} person', '{n} people'),
        dense: true,
        items: unit.people.map((person) => entry(unit, person, looksAfter)),
        empty: empty({
          says: looksAfter
            ? t('Nobody belongs to it yet. Find people below to add them.')
            : t('Nobody belongs to it yet.'),
        }),
      })}
      ${
        !unit.ended &&
        (looksAfter || teachesHere(unit, visit.who.personId)) &&
        html`<p><a href="/school/consents?unit=${unit.id}">${t('Consents of these pupils')}</a></p>
          ${(unit.kind === 'class' || unit.kind === 'form') && html`<p><a href="/people/units/${unit.id}/picture-cards">${t('Picture cards to sign in with')}</a></p>`}`
      }
      ${looksAfter && !unit.ended && adding(unit, search, found, visit)}
      ${looksAfter && form({ action: `/people/units/${unit.id}/${unit.ended ? 'restore' : 'end'}`, button: unit.ended ? t('Bring it back') : t('Take it off the list'), quiet: true })}`,
  }),
});

const teachesHere = (unit: Unit, personId: string): boolean =>
  unit.people.some(
    (each) => each.personId === personId && (each.part === 'teacher' || each.part === 'assistant'),
  );

const entry = (unit: Unit, person: Unit['people'][number], looksAfter: boolean): Html =>
  html`<div class="entry-with-end">
    ${personName({ name: person.name, href: `/people/${person.personId}`, role: partInWords[person.part]() })}
    ${looksAfter && form({ action: `/people/units/${unit.id}/people/${person.id}/end`, button: t('Remove'), describe: t('Remove {name}', { name: person.name }), quiet: true })}
  </div>`;

function adding(unit: Unit, search: string, found: readonly Candidate[], visit: Visit): Html {
  const at = `/people/units/${unit.id}`;
  return html`<section>
    <h2>${t('Add people')}</h2>
    ${filters({ action: at, values: { q: search }, button: t('Find'), always: true }, (f) => f.search({ name: 'q', label: t('Name'), hint: t('Any part of it; accents do not matter.') }))}
    ${search !== '' && found.length === 0 && html`<p>${t('Nobody else fits.')}</p>`}
    ${
      found.length > 0 &&
      form(
        { ...visit.formAt(`${at}/people`), button: t('Add the people ticked') },
        (f) =>
          html` ${f.checkboxes({ name: 'people', label: t('Found'), required: true, options: found.map(({ personId, name, about }) => ({ value: personId, label: name, hint: about ?? undefined })) })}
          ${f.select({ name: 'part', label: t('As'), required: true, value: found[0]!.kind === 'pupil' ? 'pupil' : unit.kind === 'class' || unit.kind === 'form' ? 'teacher' : 'member', options: unitParts.map((part) => ({ value: part, label: partInWords[part]() })) })}`,
      )
    }
  </section>`;
}
