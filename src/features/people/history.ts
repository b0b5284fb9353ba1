import { formatDate, formatList, formatMoment, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import type { HistoryEntry } from './person.queries.ts';
import { roleTitle } from './role-words.ts';

type Said = (body: Record<string, unknown>, other: string) => string;

const rolesIn = (body: Record<string, unknown>): string =>
  formatList(Array.isArray(body.roles) ? body.roles.map((role) => roleTitle(String(role))) : []);
const dayIn = (body: Record<string, unknown>, name: string): string =>
  typeof body[name] === 'string' ? formatDate(body[name]) : '';

/** What each event about a person says in their history. */
const words: Readonly<Record<string, Said>> = {
  'school.set-up': (body) => t('Set up the school, with these roles: {roles}.', { roles: rolesIn(body) }),
  'person.added': () => t('Added by hand.'),
  'person.changed': () => t('Details changed.'),
  'person.invited': () => t('Invited by e-mail.'),
  'person.link-made': () => t('A link to open the account was made, to be handed over.'),
  'account.opened': () => t('Opened their account.'),
  'role.given': (body) =>
    body.endsOn
      ? t('Appointed: {roles}, {from} to {until}.', {
          roles: rolesIn(body),
          from: dayIn(body, 'startsOn'),
          until: dayIn(body, 'endsOn'),
        })
      : t('Appointed: {roles}, from {from}.', { roles: rolesIn(body), from: dayIn(body, 'startsOn') }),
  'role.ended': (body) => t('Role ended: {role}.', { role: roleTitle(String(body.role)) }),
  'role.restored': (body) => t('Role given back: {role}.', { role: roleTitle(String(body.role)) }),
  'manager.added': (_, other) => t('{name} became line manager.', { name: other }),
  'manager.ended': (_, other) => t('{name} is no longer line manager.', { name: other }),
  'manager.restored': (_, other) => t('{name} is line manager again.', { name: other }),
  'family.added': (_, other) => t('{name} was written down as parent or carer.', { name: other }),
  'family.ended': (_, other) => t('{name} is no longer written down as parent or carer.', { name: other }),
  'family.restored': (_, other) => t('{name} is parent or carer again.', { name: other }),
  'member.leaving': (body) => t('Leaves after {day}.', { day: dayIn(body, 'lastDay') }),
  'member.staying': () => t('Stays after all.'),
  'member.left': (body) => t('Left; last day {day}.', { day: dayIn(body, 'lastDay') }),
  'member.returned': () => t('Came back.'),
};

export const historyKinds = Object.keys(words);

/** Who did what about this person, and when. */
export const historyList = (entries: readonly HistoryEntry[]): Html =>
  html`<ul class="items dense">
    ${entries.map(
      ({ kind, body, at, by, other }) =>
        html`<li>
          ${words[kind]?.(body, other ?? t('Somebody'))}<br /><span class="meta"
            >${formatMoment(at)}${by !== null && html`, <bdi>${by}</bdi>`}</span
          >
        </li>`,
    )}
  </ul>`;
