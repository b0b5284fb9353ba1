import { t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import type { Attendee } from './when.slots.ts';
import { namesOf } from './when.words.ts';

/** What these times rest on and do not know, so that nobody takes them for more than they are. */
export function whatIsNotKnown(attendees: readonly Attendee[]): Html {
  const unsaid = attendees.filter(({ days }) => days === null);
  const staff = unsaid.filter(({ kind }) => kind === 'staff');
  const others = unsaid.filter(({ kind }) => kind !== 'staff');
  const odd = attendees.filter(({ oddWeeks }) => oddWeeks);
  const lines = [
    t(
      'Looked at are the steps of programmes and groups, and observations that are agreed here. Lessons, duties and calendars elsewhere are not known.',
    ),
    staff.length > 0 &&
      tn(
        staff.length,
        '{who} has not written down which days they work, and is taken to be in whenever the school is open.',
        '{who} have not written down which days they work, and are taken to be in whenever the school is open.',
        { who: namesOf(staff) },
      ),
    others.length > 0 &&
      tn(
        others.length,
        '{who} comes from outside: when they could come is not known.',
        '{who} come from outside: when they could come is not known.',
        { who: namesOf(others) },
      ),
    odd.length > 0 && t('Some weeks are different for {who}. Ask before you move it.', { who: namesOf(odd) }),
  ];
  return html`<h2>${t('What this does not know')}</h2>
    <ul>
      ${lines.map((line) => line && html`<li>${line}</li>`)}
    </ul>`;
}
