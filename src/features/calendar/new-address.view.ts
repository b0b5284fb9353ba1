import { onlyYou } from '#platform/access/audience-words.ts';
import type { Content } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { copyLink } from '#ui/actions.ts';
import { html } from '#ui/html.ts';

interface NewAddress {
  address: string;
  /** Another under the same secret, with the lessons of whoever has any. */
  lessons?: string | undefined;
  /** Where it was made, and where it can be ended. */
  from: { label: string; href: string };
  trail: Content['trail'];
}

/** The answer to making a secret address: it is shown now, and there is no way back to it. */
export const newAddress = ({ address, lessons, from, trail }: NewAddress): Content => ({
  title: t('Your secret address'),
  audience: onlyYou(
    t('Whoever has this address can read the calendar, so it is shown only now, and only to you.'),
  ),
  trail: [...(trail ?? []), from],
  body: html`${copyLink(address, t('Address for a calendar program'))}
    ${lessons !== undefined && copyLink(lessons, t('Your lessons, as a calendar of their own'))}
    <p>
      ${t('Copy it now; it is shown this once. In the calendar of your phone or computer look for “subscribe”, “add from the web” or “from URL”, and give it this address.')}
    </p>
    <p>
      ${t('Once you leave this page nobody can see it again. You can make a new one, which ends this one.')}
      <a href="${from.href}">${t('Back')}</a>
    </p>`,
});
