import { type Arrival, formAt } from '#platform/http/context.ts';
import { publicPage } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectAccountHolder } from './account.queries.ts';
import { askForNewPassword, deadLinkView, linkHolder } from './link.view.ts';
import { findLink } from './links.ts';

/** Whose password a link replaces, as long as it may be used. */
export async function openReset(arrival: Arrival) {
  const found = await findLink(arrival.db, 'reset', arrival.params.token!, arrival.now);
  if (found.is !== 'open') return { is: found.is };
  const holder = await selectAccountHolder(arrival.db, found.link.organisationId, found.link.personId);
  return holder ? { is: 'open' as const, link: found.link, holder } : { is: 'over' as const };
}

export const resetPage = publicPage('/reset/:token', {
  purpose: 'administration',
  async load(arrival) {
    const reset = await openReset(arrival);
    return reset.is === 'open'
      ? { is: reset.is, name: reset.holder.name, form: formAt(arrival, `/reset/${arrival.params.token!}`) }
      : { is: reset.is };
  },
  view: (data) => ({
    title: data.is === 'open' ? t('Choose a new password') : t('This link opens nothing'),
    audience: linkHolder(t('The link can be used once.')),
    body:
      data.is === 'open'
        ? html`<p>
              ${t('For {name}. Every device on which you are signed in will be signed out.', { name: data.name })}
            </p>
            ${form({ ...data.form, button: t('Use this password') }, (f) =>
              f.password({
                name: 'password',
                label: t('New password'),
                hint: t('At least 10 characters. Three or four words in a row are easy to remember.'),
                required: true,
                autocomplete: 'new-password',
              }),
            )}`
        : deadLinkView(data.is, askForNewPassword()),
  }),
});
