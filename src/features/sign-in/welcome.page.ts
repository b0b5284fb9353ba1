import { type Arrival, formAt } from '#platform/http/context.ts';
import { publicPage } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { type AccountHolder, selectAccountHolder } from './account.queries.ts';
import { deadLinkView, linkHolder, signInInstead } from './link.view.ts';
import { findLink } from './links.ts';

/** Whose account a link opens, as long as it may be used. */
export async function openInvitation(arrival: Arrival) {
  const found = await findLink(arrival.db, 'invitation', arrival.params.token!, arrival.now);
  if (found.is !== 'open') return { is: found.is };
  const holder = await selectAccountHolder(arrival.db, found.link.organisationId, found.link.personId);
  if (!holder?.belongs) return { is: 'over' as const };
  if (holder.hasPassword) return { is: 'used' as const };
  return { is: 'open' as const, link: found.link, holder };
}

/** Where an invitation leads: one chooses a password, and gives an address of one's own. */
export const welcomePage = publicPage('/welcome/:token', {
  purpose: 'administration',
  async load(arrival) {
    const invitation = await openInvitation(arrival);
    return invitation.is === 'open'
      ? {
          is: invitation.is,
          holder: invitation.holder,
          form: formAt(arrival, `/welcome/${arrival.params.token!}`),
          other: arrival.who?.standing.name,
        }
      : { is: invitation.is };
  },
  view: (data) => ({
    title:
      data.is === 'open' ? t('Welcome, {name}', { name: data.holder.name }) : t('This link opens nothing'),
    audience: linkHolder(
      t('Keep the link to yourself until you have chosen a password. After that it opens nothing.'),
    ),
    body:
      data.is === 'open'
        ? html`${data.other !== undefined && data.other !== data.holder.name && notice('caution', t('{name} is signed in on this device. Opening this account signs them out here.', { name: data.other }))}
          ${welcomeForm(data.holder, data.form)}`
        : deadLinkView(
            data.is,
            html`<p>
                ${t('If you have chosen a password already, sign in. If not, ask your school for a new invitation.')}
              </p>
              ${signInInstead()}`,
          ),
  }),
});

function welcomeForm(holder: AccountHolder, state: ReturnType<typeof formAt>): Html {
  const addresses = holder.emails.map(({ address }) => address);
  return html`<p>
      ${t('{school} has made a place for you in Staffroom. The account is yours alone: nobody else signs in with it, and nobody at the school sees your password.', { school: holder.school })}
    </p>
    ${form(
      { ...state, button: t('Open my account') },
      (f) =>
        html` ${
          addresses.length > 0
            ? html`<p>
                ${t('You will sign in with {addresses} and a password.', { addresses: formatList(addresses) })}
              </p>`
            : f.email({
                name: 'email',
                label: t('Your e-mail address'),
                hint: t('With it you sign in. It should be yours alone.'),
                required: true,
                autocomplete: 'email',
              })
        }
        ${f.password({ name: 'password', label: t('Choose a password'), hint: t('At least 10 characters. Three or four words in a row are easy to remember.'), required: true, autocomplete: 'new-password' })}
        ${
          addresses.length > 0 &&
          f.email({
            name: 'personal',
            label: t('A personal e-mail address'),
            hint: t(
              'So that what is yours stays within your reach when you leave the school. Only you see it. We send a link there to make sure that it is yours.',
            ),
            autocomplete: 'email',
          })
        }`,
    )}`;
}
