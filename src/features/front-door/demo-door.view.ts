import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

export interface DemoPerson {
  personId: string;
  name: string;
  kind: string;
  jobTitle: string;
  /** The roles held; for pupils and families their kind. */
  roles: string[];
  /** Stands for a role; the others stand folded below. */
  isFirst: boolean;
}

const rolesInWords: Record<string, () => string> = {
  'cpd-leader': () => t('leads professional learning: asks what staff need, designs programmes'),
  teacher: () => t('has starting points, a partner, and tries things out in class'),
  'early-career-teacher': () => t('is new to teaching, with a mentor and an induction plan'),
  specialist: () => t('comes from outside, as guest of one programme'),
  head: () => t('sees what happened and what changed, in a minute'),
  'mentor-co-ordinator': () => t('looks after mentoring and coaching'),
  'safeguarding-lead': () => t('looks after safeguarding'),
  administrator: () => t('looks after people, imports and settings'),
  'attendance-officer': () => t('asks families about pupils who are not in school'),
  'cover-manager': () => t('arranges who takes the class of somebody who is away'),
  'teaching-assistant': () => t('helps in class, and takes its register'),
  governor: () => t('reads what the school publishes'),
  pupil: () => t('a pupil, with an account of their own'),
  family: () => t('a parent or carer, with an account of their own'),
};

const whoTheyAre = (person: DemoPerson): string => {
  const doing = person.roles.flatMap((role) => rolesInWords[role]?.() ?? []).slice(0, 3);
  return [person.jobTitle, ...doing].filter(Boolean).join('; ');
};

export const demoDoorView = (people: readonly DemoPerson[]): Html => {
  const others = people.filter(({ isFirst }) => !isFirst);
  return html`<p>
      ${t('Everybody here is invented. Choose whom to be; you can come back and be somebody else.')}
    </p>
    ${listOf(people.filter(({ isFirst }) => isFirst))}
    ${others.length > 0 && details(t('Be somebody else of the school'), listOf(others))}`;
};

const listOf = (people: readonly DemoPerson[]): Html =>
  html`<ul class="plain-list">
    ${people.map(
      (person) =>
        html`<li>
          <p><strong>${person.name}</strong>: ${whoTheyAre(person)}</p>
          ${form({ action: '/demo/enter', button: t('Be {name}', { name: person.name }), quiet: true, hidden: { person: person.personId }, prefix: `be-${person.personId}` })}
        </li>`,
    )}
  </ul>`;
