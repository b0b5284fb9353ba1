import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

export interface DemoPerson {
  personId: string;
  name: string;
  organisation: string;
  kind: string;
  /** The role held, or the kind of member without one. */
  part: string;
  jobTitle: string;
}

/** Whom to show first: those whose work the demo is about. */
const order = ['cpd-leader', 'staff', 'head', 'guest', 'mentor-co-ordinator', 'administrator', 'governor', 'pupil', 'family'];
const rank = (person: DemoPerson): number => (order.indexOf(person.part) + order.length + 1) % (order.length + 1);

const partInWords: Record<string, () => string> = {
  'cpd-leader': () => t('leads professional learning: asks what staff need, designs programmes'),
  staff: () => t('a teacher: has starting points, a partner, try-outs in class'),
  head: () => t('the head: sees what happened and what changed, in a minute'),
  guest: () => t('an outside specialist: guest of one programme'),
  'mentor-co-ordinator': () => t('looks after mentoring and coaching'),
  administrator: () => t('looks after people, imports and settings'),
  governor: () => t('a governor'),
  pupil: () => t('a pupil'),
  family: () => t('a parent or carer'),
};

export const demoDoorView = (people: readonly DemoPerson[]): Html => html`
  <p>${t('Everybody here is invented. Choose whom to be; you can come back and be somebody else.')}</p>
  <ul class="plain-list">
    ${[...people]
      .sort((a, b) => rank(a) - rank(b))
      .map(
        (person) => html`<li>
          ${form({ action: '/demo/enter', button: t('Be {name}', { name: person.name }), quiet: true, hidden: { person: person.personId }, prefix: `be-${person.personId}-${person.part}` }, () =>
            html`<p><strong>${person.name}</strong>${person.jobTitle && html`, ${person.jobTitle}`}: ${partInWords[person.part]?.() ?? person.part.replaceAll('-', ' ')}</p>`)}
        </li>`,
      )}
  </ul>`;
