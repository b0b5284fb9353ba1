import type { FormState } from '#platform/http/form-state.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { programmeHref } from './addresses.ts';
import { enrolForms } from './enrol.view.ts';
import type { OpenedProgramme } from './open-programme.ts';
import { type Candidates, type PersonInProgramme, type Part, parts } from './people.queries.ts';
import { programmeTabs } from './programme-tabs.view.ts';
import { partWords } from './words.ts';

export interface PeopleView {
  opened: OpenedProgramme;
  people: readonly PersonInProgramme[];
  /** Null for those who may see and not enrol. */
  candidates: Candidates | null;
  words: string;
  template: Protocol | undefined;
  formAt(action: string): { action: string; values?: FormState['values']; errors?: FormState['errors'] };
}

export const peopleView = (view: PeopleView): Html => html`
  ${programmeTabs(view.opened, 'people')} ${parts.map((part) => partSection(view, part))}
  ${view.candidates && enrolForms({ ...view, candidates: view.candidates })}
`;

function partSection({ opened, people, candidates }: PeopleView, part: Part): Html {
  const held = people.filter((person) => person.parts.includes(part));
  if (held.length === 0 && candidates === null) return html``;
  return html`<h2>${partWords(part)}</h2>
    ${countedList({
      says: tn(held.length, 'One person', '{n} people'),
      dense: true,
      withEnd: true,
      items: held.map(
        (person) =>
          html`<span
              >${personName({ name: person.name })} ${person.kind === 'guest' && label(t('Guest'))}
              ${person.kind === null && label(t('No longer at the school'))}</span
            >
            ${
              candidates !== null &&
              form({
                action: programmeHref(opened.programme, `people/${person.personId}/leave`),
                button: t('Take out'),
                describe: t('Take out {name} as {part}', {
                  name: person.name,
                  part: partWords(part).toLowerCase(),
                }),
                hidden: { part },
                quiet: true,
                prefix: `leave-${part}-${person.personId}`,
              })
            }`,
      ),
      empty: empty({ says: t('Nobody yet.') }),
    })}`;
}
