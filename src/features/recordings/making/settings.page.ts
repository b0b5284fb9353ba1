import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectKeeping } from './keep.ts';

const deciders = ['head', 'administrator'] as const;
export const keepingDeciders = roles(...deciders);

/** How long the school keeps recordings. Nobody sees here that there are any. */
export const keepingSettingsPage = page('/school/recording-settings', {
  purpose: 'administration',
  access: keepingDeciders,
  load: (visit) => selectKeeping(visit.db, visit.organisationId),
  view({ usualDays, longestDays, warnDays, version }, visit) {
    const action = '/school/recording-settings';
    const { values, errors } = visit.formAt(action);
    return {
      title: t('How long recordings are kept'),
      trail: [{ label: t('School'), href: '/school' }],
      audience: theseRoles(
        deciders,
        t(
          'Heads and administrators decide for how long. They cannot see which recordings there are, nor open one.',
        ),
      ),
      body: html`<p>
          ${t('A shorter time holds for what is described from now on. Each recording keeps the day its teacher was shown.')}
        </p>
        ${form(
          {
            action,
            button: t('Save'),
            values: { usual_days: usualDays, longest_days: longestDays, warn_days: warnDays, ...values },
            errors,
            hidden: { version },
          },
          (f) =>
            html`${f.number({
              name: 'usual_days',
              label: t('Days that are offered'),
              min: 1,
              max: 3650,
              width: 'short',
              required: true,
            })}
            ${f.number({
              name: 'longest_days',
              label: t('The most that a teacher may choose'),
              hint: t('Counted from the day of the lesson.'),
              min: 1,
              max: 3650,
              width: 'short',
              required: true,
            })}
            ${f.number({
              name: 'warn_days',
              label: t('Days before, on which its teacher is told'),
              min: 1,
              max: 90,
              width: 'short',
              required: true,
            })}`,
        )}`,
    };
  },
});
