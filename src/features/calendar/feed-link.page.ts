import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectFeedLink } from './feed-link.queries.ts';

/** The secret address under which calendar programs read what is mine. */
export const feedLinkPage = page('/me/calendar/link', {
  purpose: 'learning',
  access: 'signed-in',
  load: async (visit) => ({
    madeAt: await selectFeedLink(visit.db, visit.who.personId, visit.organisationId, visit.now),
  }),
  view: ({ madeAt }) => ({
    title: t('My calendar elsewhere'),
    audience: onlyYou(
      t(
        'Whoever has the address can read your calendar without signing in. Give it to your own devices only.',
      ),
    ),
    trail: [{ label: t('My calendar'), href: '/me/calendar' }],
    body: html`<p>
        ${t('With a secret address the calendar of your phone or computer shows what is in yours here, and keeps it up to date. It reads days, times and titles, nothing that is written.')}
      </p>
      ${
        madeAt
          ? html`<p>
                ${t('An address is in use, made on {day}. It was shown once and cannot be shown again; if you lost it, make a new one.', { day: formatDate(madeAt) })}
              </p>
              ${form({ action: '/me/calendar/link', button: t('Make a new address and end the old one') })}
              ${form({ action: '/me/calendar/link/end', button: t('End the address'), quiet: true })}`
          : form({ action: '/me/calendar/link', button: t('Make my secret address') })
      }`,
  }),
});
