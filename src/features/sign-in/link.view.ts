import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';

/** What a link that opens nothing says, and what to do instead. */
export function deadLinkView(is: 'used' | 'over' | 'unknown', next: Html): Html {
  const says = {
    used: t('This link has been used. Each link opens once.'),
    over: t('This link is no longer valid: its time is over, or a newer one was made.'),
    unknown: t(
      'We do not know this link. Part of it may have been lost on the way: copy the whole line from the mail.',
    ),
  };
  return html`<p>${says[is]}</p>
    ${next}`;
}

export const signInInstead = (): Html =>
  html`<p><a class="button secondary" href="/sign-in">${t('Sign in')}</a></p>`;

export const askForNewPassword = (): Html =>
  html`<p><a class="button secondary" href="/forgotten">${t('Ask for a new link')}</a></p>`;

/** For pages that a link opens without anybody signed in. */
export const linkHolder = (why: string): AudienceNote => ({
  icon: 'private',
  words: t('Whoever has this link'),
  why,
});
