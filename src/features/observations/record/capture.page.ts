import { everybody } from '#platform/access/audience-words.ts';
import { publicPage } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { captureHref } from './addresses.ts';

/**
 * The page that a phone keeps, so that a visit can be recorded where there is no signal from the beginning. It holds
 * no names: the browser's half fills in what it kept, encrypted, of visits opened before
 * (src/browser/observe-capture.part.ts).
 */
export const capturePage = publicPage(captureHref, {
  purpose: 'learning',
  load: async () => null,
  view: () => ({
    title: t('Record without a connection'),
    audience: {
      ...everybody(),
      words: t('What is kept on this device: only you'),
      why: t(
        'The page itself is the same for everybody and holds nobody’s words. What stands in it below was kept on this device, encrypted, by whoever signed in here last.',
      ),
    },
    body: html`<observe-capture${attributes({
      'data-open': t('Record: {title}', { title: '{title}' }),
      'data-opened': t('Opened here on {day}', { day: '{day}' }),
      'data-none': t(
        'Nothing is kept on this device. While you have a connection, open the visit under “My observations” and press “Record the visit”; from then on it opens without one.',
      ),
      'data-other': t('Another visit'),
    })}>
        <div class="without-script">
          ${empty({ says: t('Recording without a connection needs JavaScript. Paper is the next best.') })}
        </div>
        <div class="kept-visits"></div>
      </observe-capture>
      <p><a href="/my-learning/observations">${t('My observations')}</a></p>`,
  }),
});
