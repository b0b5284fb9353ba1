import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { languages, t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { currencyOptions, kindWords, timeZones } from './place-and-tongue.ts';
import { selectSettings } from './settings.queries.ts';

export const settingsPage = page('/school/settings', {
  purpose: 'administration',
  access: roles(...administrators),
  load: (visit) => selectSettings(visit.db, visit.organisationId),
  view: (settings, visit) => ({
    title: t('Settings'),
    audience: theseRoles(administrators, t('Those who look after people, imports and settings.')),
    trail: [{ label: t('School'), href: '/school' }],
    body: html`<p>${t(kindWords[settings.kind] ?? settings.kind)}.</p>
      ${form(
        {
          ...visit.formAt('/school/settings'),
          values: {
            ...settings,
            teaches_by: settings.teachesBy ?? '',
            ...visit.formAt('/school/settings').values,
          },
          button: t('Save the settings'),
        },
        (f) =>
          html` ${f.text({ name: 'name', label: t('Name'), required: true, autocomplete: 'organization' })}
          ${f.select({ name: 'zone', label: t('Time zone'), hint: t('Times already agreed keep their hour on the clock.'), required: true, options: timeZones() })}
          ${f.select({ name: 'language', label: t('Language'), hint: t('Each person can choose another for themselves.'), required: true, options: languages() })}
          ${f.select({ name: 'currency', label: t('Currency'), hint: t('Amounts already written keep their figure.'), required: true, options: currencyOptions() })}
          ${f.radios({
            name: 'teaches_by',
            label: t('How teaching is arranged'),
            hint: t('The first pages of staff follow it: the class of the day, or the lessons of the day.'),
            unmarked: true,
            options: [
              { value: '', label: t('As our classes and forms say') },
              { value: 'class', label: t('By class: a teacher has one class for most of the day') },
              { value: 'lesson', label: t('By lesson: classes go from teacher to teacher') },
            ],
          })}`,
      )}`,
  }),
});
