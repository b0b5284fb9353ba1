import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { languages, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';

/** Language and looks, for this person on every device. */
export const displayPage = page('/me/display', {
  purpose: 'administration',
  access: 'signed-in',
  load: async (visit) => ({ locale: visit.who.standing.locale, theme: visit.who.standing.theme }),
  view: (data, visit) => ({
    title: t('Language and display'),
    audience: onlyYou(),
    trail: [{ label: t('Me'), href: '/me' }],
    body: html`${form(
        { button: t('Use these'), values: data, ...visit.formAt('/me/display') },
        (f) =>
          html` ${f.radios({
            name: 'theme',
            label: t('Light or dark'),
            options: [
              { value: 'auto', label: t('As the device is set') },
              { value: 'light', label: t('Light') },
              { value: 'dark', label: t('Dark') },
              { value: 'contrast', label: t('High contrast') },
            ],
          })}
          ${f.select({ name: 'locale', label: t('Language'), options: languages() })}`,
      )}
      <p>${t('The size of the letters follows your browser: Ctrl and + makes everything larger.')}</p>`,
  }),
});
