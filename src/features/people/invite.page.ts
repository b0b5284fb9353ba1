import { onlyYou, theseRoles } from '#platform/access/audience-words.ts';
import type { Content } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { copyLink } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { mayHandOver } from './hand-over.ts';
import { personOf } from './person.page.ts';
import type { Person } from './person.queries.ts';
import { administrators } from './roles.ts';
import { withoutMailServer } from './without-mail-server.ts';

/** Invites one person: by mail, or with a link to hand over. */
export const invitePage = page('/people/:person/invite', {
  purpose: 'administration',
  access: roles(...administrators),
  async load(visit) {
    const person = await personOf(visit);
    return { person, handsOver: mayHandOver(visit.who, person) };
  },
  view: ({ person, handsOver }, visit) => ({
    title: t('Invite {name}', { name: person.name }),
    audience: theseRoles(administrators, t('Those who look after people.')),
    trail: trailTo(person),
    body: html`${
      person.hasAccount || person.hasLeft
        ? html`<p>
            ${person.hasLeft ? t('They have left.') : t('The account is open. If they have forgotten the password, the page for signing in sends them a new link.')}
          </p>`
        : ways(person, handsOver, visit)
    }`,
  }),
});

const trailTo = (person: Person): { label: string; href: string }[] => [
  { label: t('People'), href: '/people' },
  { label: person.name, href: `/people/${person.personId}` },
];

/** The answer to "Show a link to hand over"; there is no way back to it. */
export const linkToHandOver = (person: Person, address: string): Content => ({
  title: t('Hand over a link'),
  audience: onlyYou(
    t('Whoever has this link can open the account, so it is shown only now, and only to you.'),
  ),
  trail: [...trailTo(person), { label: t('Invite'), href: `/people/${person.personId}/invite` }],
  body: html`${copyLink(address, t('Link for {name}', { name: person.name }))}
    <p>
      ${t('It opens once, within 14 days. Give it to nobody else: whoever opens it chooses the password.')}
      ${t('Once you leave this page nobody can see the link again; you can make a new one, which ends this one.')}
    </p>`,
});

function ways(person: Person, handsOver: boolean, visit: Visit): Html {
  const at = `/people/${person.personId}`;
  return html`<p>
      ${t('Everybody has an account of their own. With the invitation they choose a password, and give a personal address if they like. A new invitation ends the one before.')}
    </p>
    <section>
      <h2>${t('By e-mail')}</h2>
      ${withoutMailServer(visit.services.mailer)}
      ${
        person.schoolEmails[0]
          ? form(
              { ...visit.formAt(`${at}/invite`), button: t('Send the invitation') },
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
