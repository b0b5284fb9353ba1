import type { MemberKind } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { chooseSchoolAddress } from '#features/sign-in/index.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { addressesSection, type WaitingAddress } from './addresses.view.ts';
import { deviceInWords } from './device-words.ts';
import type { EmailRow, SessionRow } from './me.queries.ts';

interface Data {
  emails: EmailRow[];
  /** Addresses that wait to be confirmed. */
  waiting: WaitingAddress[];
  sessions: SessionRow[];
  /** The session one is in. */
  here: string | null;
}

export const meView = ({ emails, waiting, sessions, here }: Data, visit: Visit): Html =>
  html` ${sessions.some(({ schools }) => schools > 1) && whichSchool(visit)}
    <section>
      <h2>${t('What is yours')}</h2>
      <ul>
        ${whatIsYours(visit.who.standing.kind).map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}
      </ul>
    </section>
    ${addressesSection(emails, waiting, visit)} ${passwordSection(visit)} ${sessionsSection(sessions, here)}`;

/** A pupil's are few, and in words for somebody of eight. */
const whatIsYours = (kind: MemberKind | null): { label: string; href: string }[] =>
  kind === 'pupil'
    ? [
        { label: t('My year at school'), href: '/attendance/mine' },
        { label: t('My calendar'), href: '/me/calendar' },
        { label: t('How pages look, and in which language'), href: '/me/display' },
        { label: t('Letters from the school by mail'), href: '/me/notices' },
        { label: t('Who has looked at what is mine'), href: '/me/seen' },
        { label: t('A copy of what is mine'), href: '/me/take-away' },
      ]
    : [
        { label: t('Who saw what'), href: '/me/seen' },
        { label: t('What you have shared'), href: '/me/shared' },
        { label: t('What you took away'), href: '/me/ended' },
        { label: t('Take what is yours away'), href: '/me/take-away' },
        { label: t('Your calendar'), href: '/me/calendar' },
        { label: t('Notices by mail'), href: '/me/notices' },
        { label: t('Language and display'), href: '/me/display' },
        ...(kind === 'staff' || kind === 'family'
          ? [{ label: t('Your phone numbers'), href: '/contacts/mine' }]
          : []),
        ...(kind === 'staff' ? [{ label: t('Appraisal'), href: '/appraisal' }] : []),
      ];

const whichSchool = (visit: Visit): Html =>
  html`<p>
    ${t('You are in {school}.', { school: visit.who.standing.organisation.name })}
    <a href="${chooseSchoolAddress()}">${t('Change school')}</a>
  </p>`;

const passwordSection = (visit: Visit): Html =>
  html`<section id="password">
    <h2>${t('Password')}</h2>
    ${form(
      { ...visit.formAt('/me/password'), button: t('Change my password') },
      (f) =>
        html` ${f.password({ name: 'current', label: t('The one you have now'), autocomplete: 'current-password', required: true })}
        ${f.password({ name: 'next', label: t('The new one'), hint: t('At least 10 characters. Three or four words in a row are easy to remember.'), autocomplete: 'new-password', required: true })}`,
    )}
  </section>`;

const sessionsSection = (sessions: SessionRow[], here: string | null): Html =>
  html`<section id="sign-ins">
    <h2>${t('Where you are signed in')}</h2>
    <ul>
      ${sessions.map(
        (each) =>
          html`<li>
            ${deviceInWords(each.device)},
            ${each.id === here ? t('the one you are using now') : t('last used {when}', { when: formatMoment(each.seenAt) })}
            ${each.id !== here && form({ action: '/me/sign-ins/end', button: t('Sign out there'), quiet: true, describe: t('Sign out of {device}', { device: deviceInWords(each.device) }), hidden: { session: each.id }, prefix: `end-${each.id}` })}
          </li>`,
      )}
    </ul>
    ${sessions.length > 1 && form({ action: '/me/sign-ins/end-others', button: t('Sign out everywhere else'), quiet: true })}
  </section>`;
