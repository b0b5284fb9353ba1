import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { filters } from '#ui/list.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { programmeHref } from './addresses.ts';
import { type Candidates, mostCandidates, parts } from './people.queries.ts';
import type { PeopleView } from './people.view.ts';
import { partWords } from './words.ts';

/** Enrolling: some people by name, or everybody who works in a unit. */
export function enrolForms({
  opened,
  candidates,
  words,
  template,
  formAt,
}: PeopleView & { candidates: Candidates }): Html {
  const { programme } = opened;
  const here = programmeHref(programme, 'people');
  return html`<h2 id="enrol">${t('Enrol people')}</h2>
    <p>
      ${
        programme.published_at
          ? t(
              'They are told on their first page, and by mail within the hour by day, and the steps appear in their calendars.',
            )
          : t('While the programme is a draft nobody is told. They are when it is published.')
      }
    </p>
    ${template && roleAccounts(template)}
    ${filters(
      { action: `${here}#enrol`, values: { words }, button: t('Find'), narrowed: words !== '', always: true },
      (f) => f.search({ name: 'words', label: t('Find people by name') }),
    )}
    ${
      candidates.people.length === 0
        ? html`<p>
            ${words === '' ? t('Everybody who could be enrolled is in it already.') : t('Nobody else of this name can be enrolled.')}
          </p>`
        : form({ ...formAt(`${here}/enrol`), action: `${here}/enrol`, button: t('Enrol them') }, (f) => [
            partField(f),
            f.checkboxes({
              name: 'people',
              label: t('Who?'),
              required: true,
              hint:
                candidates.all > mostCandidates
                  ? t('The first {shown} of {all}. Find others by their name.', {
                      shown: mostCandidates,
                      all: candidates.all,
                    })
                  : undefined,
              options: candidates.people.map(({ id, name, kind }) => ({
                value: id,
                label: kind === 'guest' ? t('{name} (guest)', { name }) : name,
              })),
            }),
          ])
    }
    ${candidates.present.length > 0 && anotherPart(here, candidates.present)}
    ${
      candidates.units.length > 0 &&
      html`<h3>${t('Or everybody of a team')}</h3>
        ${form(
          { ...formAt(`${here}/enrol-unit`), action: `${here}/enrol-unit`, button: t('Enrol the team') },
          (f) => [
            partField(f),
            f.select({
              name: 'unit',
              label: t('Which team?'),
              required: true,
              options: candidates.units.map((unit) => ({
                value: unit.id,
                label: t('{unit} ({people})', {
                  unit: unit.name,
                  people: tn(unit.people, 'one person', '{n} people'),
                }),
              })),
            }),
          ],
        )}`
    }
    <p class="meta">
      ${t('A specialist from outside is a guest of the school: once invited as a guest they appear in this list, and enter this programme alone.')}
    </p>`;
}

/** Those who are in it stand in no list of people to enrol; one person may still have several parts. */
const anotherPart = (here: string, present: Candidates['present']): Html =>
  details(
    t('Another part for somebody who is in it already'),
    form(
      { action: `${here}/enrol`, button: t('Give them this part'), quiet: true, prefix: 'another-part' },
      (f) => [
        f.select({
          name: 'people',
          label: t('Who?'),
          required: true,
          options: present.map(({ personId, name, parts: held }) => ({
            value: personId,
            label: t('{name} ({parts})', { name, parts: formatList(held.map(partWords)) }),
          })),
        }),
        partField(f),
      ],
    ),
  );

const partField = (f: Fields): Html =>
  f.select({
    name: 'part',
    label: t('In which part?'),
    required: true,
    options: [...parts].reverse().map((part) => ({ value: part, label: partWords(part) })),
  });

/** What the template says of each role, and who should not hold it. */
const roleAccounts = (template: Protocol): Html =>
  details(
    t('What each part does, and who should not hold it'),
    definitionList(
      template.roles.map((role) => ({
        term: role.title,
        says: [
          role.plain,
          role.notHeldBy.length > 0 && t('Better not: {whom}.', { whom: role.notHeldBy.join('; ') }),
        ].filter((line) => line !== false),
      })),
    ),
  );
