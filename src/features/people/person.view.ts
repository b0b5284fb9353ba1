import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import type { FamilyLink } from './family.queries.ts';
import { familySection } from './family.view.ts';
import { historyList } from './history.ts';
import type { HeldRole, HistoryEntry, Person } from './person.queries.ts';
import { roleTitle } from './role-words.ts';
import { withoutMailServer } from './without-mail-server.ts';
import { yearWords } from './year-words.ts';

interface PersonData {
  person: Person;
  looksAfter: boolean;
  isOneself: boolean;
  appoints: boolean;
  /** Whether the reader may make a link to hand over. */
  handsOver: boolean;
  mailer: Mailer;
  history: readonly HistoryEntry[];
  /** Empty for those who do not look after people. */
  family: readonly FamilyLink[];
}

const kindInWords = (kind: Person['kind']): string =>
  ({ staff: t('Staff'), pupil: t('Pupil'), family: t('Family'), guest: t('Guest') })[kind];

export function personView(data: PersonData): Html {
  const { person, looksAfter, appoints, history } = data;
  return html`${beginning(person)} ${leaving(person, looksAfter)} ${letterLies(data)}
  ${definitionList([
    { term: t('Here as'), says: kindInWords(person.kind) },
    { term: t('Post'), says: person.jobTitle },
    { term: t('Year'), says: person.yearLabel && yearWords(person.yearLabel) },
    { term: t('From'), says: person.comesFrom },
    {
      term: t('E-mail'),
      says:
        (person.kind !== 'pupil' || looksAfter) &&
        person.schoolEmails.map((address) => html`<a href="mailto:${address}">${address}</a>`),
    },
    {
      term: t('Classes and departments'),
      says: person.units.map(({ id, name }) => html`<a href="/people/units/${id}">${name}</a>`),
    },
    { term: t('Account'), says: looksAfter && account(person, history) },
  ])}
  ${person.kind !== 'pupil' && person.kind !== 'guest' && roles(person, appoints)}
  ${person.kind === 'staff' && managers(person, looksAfter)}
  ${looksAfter && familySection(person, data.family)} ${quietActions(whatToDo(data))}
  ${history.length > 0 && details(t('History'), historyList(history))}`;
}

const beginning = ({ name, beginsOn, hasLeft }: Person): Value =>
  beginsOn !== null &&
  !hasLeft &&
  notice(
    'info',
    t('{name} begins on {day}. Until then the school’s pages stay closed to them.', {
      name,
      day: formatDate(beginsOn),
    }),
  );

/** For whoever may wait for a letter that nobody sends. */
const letterLies = ({ person, looksAfter, handsOver, mailer }: PersonData): Value =>
  looksAfter &&
  !person.hasAccount &&
  !person.hasLeft &&
  withoutMailServer(
    mailer,
    handsOver &&
      html`${t('Their link can be handed over instead.')}
        <a href="/people/${person.personId}/invite">${t('Make a link')}</a>`,
  );

/** The history is newest first. */
function account({ hasAccount }: Person, history: readonly HistoryEntry[]): string {
  if (hasAccount) return t('Open');
  const invited = history.find(({ kind }) => kind === 'person.invited' || kind === 'person.link-made');
  if (!invited) return t('Not opened yet');
  const day = formatDate(invited.at);
  return invited.kind === 'person.invited'
    ? t('Invited on {day}, not opened yet', { day })
    : t('A link was made on {day}, not opened yet', { day });
}

function leaving(person: Person, looksAfter: boolean): Value {
  if (!person.endsOn && !person.hasLeft) return null;
  if (person.hasLeft)
    return notice(
      'info',
      html`${person.endsOn ? t('Left; last day {day}.', { day: formatDate(person.endsOn) }) : t('Left.')}
      ${looksAfter && form({ action: `/people/${person.personId}/return`, button: t('{name} is back', { name: person.name }), quiet: true })}`,
    );
  return notice(
    'info',
    html`${t('Leaves after {day}.', { day: formatDate(person.endsOn!) })}
    ${looksAfter && form({ action: `/people/${person.personId}/stay`, button: t('Stays after all'), quiet: true })}`,
  );
}

const roles = (person: Person, appoints: boolean): Html =>
  html`<section>
    <h2>${t('Roles')}</h2>
    ${
      person.roles.length === 0
        ? html`<p>${t('No role beyond being here.')}</p>`
        : html`<ul class="items with-end">
            ${person.roles.map(
              (held) =>
                html`<li>
                  <span
                    ><strong>${roleTitle(held.role)}</strong>${held.unit !== null && html`, ${held.unit}`}:
                    ${daysOf(held)}</span
                  >
                  ${appoints && form({ action: `/people/${person.personId}/roles/${held.id}/end`, button: t('End this role'), describe: t('End this role: {role}', { role: roleTitle(held.role) }), quiet: true })}
                </li>`,
            )}
          </ul>`
    }
    ${appoints && !person.hasLeft && html`<p><a class="button secondary" href="/people/${person.personId}/roles">${t('Appoint')}</a></p>`}
  </section>`;

export const daysOf = ({ startsOn, endsOn }: Pick<HeldRole, 'startsOn' | 'endsOn'>): string =>
  endsOn
    ? t('{from} to {until}', { from: formatDate(startsOn, 'short'), until: formatDate(endsOn, 'short') })
    : t('since {from}', { from: formatDate(startsOn, 'short') });

const managers = (person: Person, looksAfter: boolean): Html =>
  html`<section>
    <h2>${t('Line manager')}</h2>
    ${person.managers.length === 0 && html`<p>${t('None is written down.')}</p>`}
    ${
      person.managers.length > 0 &&
      html`<ul class="items with-end">
        ${person.managers.map(
          (manager) =>
            html`<li>
              <span
                >${personName({ name: manager.name, href: `/people/${manager.personId}` })},
                ${t('since {from}', { from: formatDate(manager.startsOn, 'short') })}</span
              >
              ${looksAfter && form({ action: `/people/${person.personId}/line-managers/${manager.id}/end`, button: t('End'), describe: t('End: {name} as line manager', { name: manager.name }), quiet: true })}
            </li>`,
        )}
      </ul>`
    }
    ${looksAfter && !person.hasLeft && html`<p><a href="/people/${person.personId}/line-managers">${t('Add a line manager')}</a></p>`}
  </section>`;

function whatToDo({ person, looksAfter, isOneself }: PersonData): LinkAction[] {
  const at = `/people/${person.personId}`;
  return [
    ...(isOneself ? [{ label: t('My details and sign-ins'), href: '/me', icon: 'me' as const }] : []),
    ...(person.kind === 'staff' && (isOneself || looksAfter)
      ? [{ label: t('Days and hours at work'), href: `${at}/working-pattern`, icon: 'clock' as const }]
      : []),
    ...(person.kind === 'pupil' && looksAfter && !person.hasLeft
      ? [
          {
            label: t('Consents'),
            href: `/school/consents/pupils/${person.personId}`,
            icon: 'sign' as const,
          },
        ]
      : []),
    ...(looksAfter
      ? [
          { label: t('Change name and details'), href: `${at}/edit`, icon: 'edit' as const },
          ...(person.hasLeft
            ? []
            : [
                ...(person.hasAccount
                  ? []
                  : [{ label: t('Invite'), href: `${at}/invite`, icon: 'mail' as const }]),
                { label: t('Leaves the school'), href: `${at}/leave`, icon: 'history' as const },
              ]),
        ]
      : []),
  ];
}
