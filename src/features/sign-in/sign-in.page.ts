import { everybody } from '#platform/access/audience-words.ts';
import { formAt } from '#platform/http/context.ts';
import { publicPage, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { safeNext } from './session-cookie.ts';

/** Where people sign in; somebody who is in already goes on. */
export const signInPage = publicPage('/sign-in', {
  purpose: 'administration',
  async load(arrival) {
    const then = safeNext(arrival.query.then);
    return arrival.who && !arrival.form
      ? see(then)
      : { form: formAt(arrival, '/sign-in'), then, demo: arrival.services.demo };
  },
  view: (data) => ({
    title: t('Sign in'),
    audience: everybody(),
    body: html`${
        data.demo &&
        html`<p>${t('This is the demo school: nobody needs a password here.')}</p>
          <p>${linkButton({ label: t('Choose who you are'), href: '/' })}</p>`
      }
      ${form(
        { ...data.form, button: t('Sign in'), hidden: { then: data.then } },
        (f) =>
          html` ${f.email({ name: 'email', label: t('E-mail address'), unmarked: true, autocomplete: 'username', hint: t('Any address of yours that the school has.') })}
          ${f.password({ name: 'password', label: t('Password'), unmarked: true, autocomplete: 'current-password' })}`,
      )}
      <p><a href="/forgotten">${t('I have forgotten my password')}</a></p>
      <p><a href="/sign-in/class">${t('I have a card with pictures')}</a></p>`,
  }),
});
