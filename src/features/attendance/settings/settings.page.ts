import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { settingsPath } from '../attendance.ts';
import { office, settlersAudience } from '../attendance.access.ts';
import { officeTabs } from '../office-tabs.view.ts';
import { selectSettings } from './settings.queries.ts';

/** What the school settles: the times of the morning, the words of the letter, whether families explain online. */
export const settingsPage = page(settingsPath, {
  purpose: 'administration',
  access: roles(...office),
  load: (visit) => selectSettings(visit.db, visit.organisationId),
  view: (settings, visit) => ({
    title: t('How attendance is looked after'),
    audience: settlersAudience(),
    trail: [{ label: t('School'), href: '/school' }],
    body: html`${officeTabs(visit.who, settingsPath)}
    ${form(
      {
        values: {
          list_at: settings.listAt,
          accounted_by: settings.accountedBy,
          threshold: settings.threshold,
          letter: settings.letter,
          online: settings.online ? 'yes' : '',
          texts_to: settings.textsTo,
          texts_on: settings.textsOn ? 'yes' : '',
        },
        ...visit.formAt(settingsPath),
        button: t('Save'),
        hidden: { version: settings.version },
      },
      (f) => html`
        ${f.group(t('The morning'), [
          f.time({
            name: 'list_at',
            label: t('The list of the morning is looked at from'),
            required: true,
          }),
          f.time({
            name: 'accounted_by',
            label: t('By when it is known of everybody where they are'),
            hint: t('After that, whoever is not accounted for waits for the attendance officer on Today.'),
            required: true,
          }),
        ])}
        ${f.group(t('Families'), [
          f.checkbox({ name: 'online', label: t('Families may say online why a child is away') }),
          f.textarea({
            name: 'letter',
            label: t('A sentence or two of your own in the letter to families'),
            hint: t(
              'The letter says that the child is not in the register and asks why. This stands below it, for instance how to ring you.',
            ),
            maxlength: 1000,
            rows: 3,
          }),
        ])}
        ${f.number({
          name: 'threshold',
          label: t('Offer help where less than so many hundredths were attended'),
          hint: t('Below 90 is what the Department for Education calls persistent absence.'),
          required: true,
          min: 50,
          max: 99,
          width: 'short',
        })}
        ${f.group(
          t('Text messages'),
          [
            f.checkbox({ name: 'texts_on', label: t('Hand text messages over') }),
            f.url({
              name: 'texts_to',
              label: t('To this address'),
              hint: t('Of a service or a box that sends them. It gets {json} for each.', {
                json: '{"id", "to", "text"}',
              }),
              maxlength: 500,
            }),
          ],
          t(
            'Nothing is handed over unless this is ticked, and never to somebody about whom a restriction is written down.',
          ),
        )}
      `,
    )}
    ${quietActions([{ label: t('Text messages that were handed over'), href: `${settingsPath}/texts`, icon: 'history' }])}`,
  }),
});
