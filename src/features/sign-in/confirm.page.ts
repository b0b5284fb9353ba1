import { formAt } from '#platform/http/context.ts';
import { publicPage } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectAccountHolder } from './account.queries.ts';
import { deadLinkView, linkHolder, signInInstead } from './link.view.ts';
import { findLink } from './links.ts';

/** Asks whether an address is the reader's. A button, because mail programs open links by themselves. */
export const confirmPage = publicPage('/confirm/:token', {
  purpose: 'administration',
  async load(arrival) {
    const found = await findLink(arrival.db, 'confirm-email', arrival.params.token!, arrival.now);
    const link = found.is === 'open' ? found.link : undefined;
    const holder = link && (await selectAccountHolder(arrival.db, link.organisationId, link.personId));
    const address = link?.address ?? '';
    return { is: found.is, address, holder, form: formAt(arrival, `/confirm/${arrival.params.token!}`) };
  },
  view: ({ is, address, holder, form: state }) => ({
    title:
      is === 'open'
        ? t('Is this your address?')
        : is === 'used'
          ? t('This is done')
          : t('This link opens nothing'),
    audience: linkHolder(t('The link can be used once.')),
    body:
      is === 'open'
        ? html`${
              holder &&
              html`<p>
                ${t('This is for the account of {name} at {school}. If that is not you, close this page: then nothing happens.', { name: holder.name, school: holder.school })}
              </p>`
            }
            <p>
              ${t('With {address} you can sign in, and get a new password when you have forgotten it, also after you have left the school.', { address })}
            </p>
            ${form({ ...state, button: t('Yes, this is my address') })}`
        : deadLinkView(is, signInInstead()),
  }),
});
