import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { findLink } from '#features/sign-in/index.ts';
import { copyLink } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { mayHandOver } from './hand-over.ts';
import { personOf } from './person.page.ts';
import type { Person } from './person.queries.ts';
import { administrators } from './roles.ts';

/** How long a link made to be handed over can be seen again, by whoever made it: then it is in the right hands or lost. */
const shownForMs = 10 * 60_000;

/** Invites one person: by mail, or with a link to hand over. */
export const invitePage = page('/people/:person/invite', {
  purpose: 'administration',
  access: roles(...administrators),
  async load(visit) {
    const person = await personOf(visit);
    const found = visit.query.link
      ? await findLink(visit.db, 'invitation', visit.query.link, visit.now)
      : null;
    const link =
      found?.is === 'open' &&
      found.link.personId === person.personId &&
      visit.now.getTime() - found.link.madeAt.getTime() < shownForMs
        ? { address: `${visit.services.address()}/welcome/${visit.query.link!}`, until: found.link.expiresAt }
        : null;
    return { person, link, handsOver: mayHandOver(visit.who, person), at: `/people/${person.personId}` };
  },
  view: ({ person, link, handsOver, at }, visit) => ({
    title: t('Invite {name}', { name: person.name }),
    audience: theseRoles(administrators, t('Those who look after people.')),
    trail: [
      { label: t('People'), href: '/people' },
      { label: person.name, href: at },
    ],
    body: html`${link && linkToHandOver(person, link)}
    ${
      person.hasAccount || person.hasLeft
        ? html`<p>
            ${person.hasLeft ? t('They have left.') : t('The account is open. If they have forgotten the password, the page for signing in sends them a new link.')}
          </p>`
        : ways(person, handsOver, visit.formAt(`${at}/invite`))
    }`,
  }),
});

const linkToHandOver = (person: Person, link: { address: string; until: Date }): Html =>
  notice(
    'info',
    html`${copyLink(link.address, t('Link for {name}', { name: person.name }))}
      <p>
        ${t('It opens once, until {until}. Give it to nobody else: whoever opens it chooses the password. This page shows it for ten minutes.', { until: formatMoment(link.until) })}
      </p>`,
  );

function ways(person: Person, handsOver: boolean, state: { action: string }): Html {
  const at = `/people/${person.personId}`;
  return html`<p>
      ${t('Everybody has an account of their own. With the invitation they choose a password, and give a personal address if they like. A new invitation ends the one before.')}
    </p>
    <section>
      <h2>${t('By e-mail')}</h2>
      ${
        person.schoolEmails[0]
          ? form(
              { ...state, button: t('Send the invitation') },
              () =>
                html`<p>${t('To {address}, usable for 14 days.', { address: person.schoolEmails[0]! })}</p>`,
            )
          : html`<p>${t('No address is known.')} <a href="${at}/edit">${t('Add one')}</a></p>`
      }
    </section>
    <section>
      <h2>${t('By hand')}</h2>
      ${
        handsOver
          ? form(
              { action: `${at}/link`, button: t('Show a link to hand over'), quiet: true },
              () =>
                html`<p>
                  ${t('For somebody who reads no mail: printed, or typed together on their device. It stands in the history that you made it.')}
                </p>`,
            )
          : html`<p>
              ${t('{name} has a role that opens other people’s data. An administrator or the head can make this link.', { name: person.name })}
            </p>`
      }
    </section>`;
}
