import { everybody } from '#platform/access/audience-words.ts';
import { formAt } from '#platform/http/context.ts';
import { publicPage } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';

/** Asks for the address to which a new link is sent. */
export const forgottenPage = publicPage('/forgotten', {
  purpose: 'administration',
  async load(arrival) {
    return { form: formAt(arrival, '/forgotten'), sent: arrival.query.sent !== undefined };
  },
  view: ({ form: state, sent }) => ({
    title: sent ? t('Look in your mail') : t('A new password'),
    audience: everybody(),
    body: sent
      ? html`<p>
            ${t('If an account is opened with the address you wrote, a link is on its way to it. It can be used for two hours. Whoever has opened none yet needs an invitation: the school sends it.')}
          </p>
          <p>
            ${t('Nothing there after a few minutes? Look among unwanted mail, try another of your addresses, or ask whoever runs Staffroom at your school.')}
          </p>
          <p><a href="/forgotten">${t('Try another address')}</a></p>`
      : html`<p>
            ${t('Write an address of yours that the school has, or your personal one. We send a link with which you choose a new password.')}
          </p>
          ${form({ ...state, button: t('Send me a link') }, (f) =>
            f.email({ name: 'email', label: t('E-mail address'), required: true, autocomplete: 'username' }),
          )}
          <p><a href="/sign-in">${t('Back to signing in')}</a></p>`,
  }),
});
