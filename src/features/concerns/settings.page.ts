import { NotAllowed } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { roleTitle } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { concernSettingsPath, concernsPath } from './addresses.ts';
import { namedAudience } from './chronology.page.ts';
import { concernPolicy } from './concern.policy.ts';
import { nameable, readers, selectSettings, type ConcernSettings } from './settings.ts';

/** The settings, for those whom they name: nobody names themselves. */
export async function openSettings(visit: Visit): Promise<ConcernSettings> {
  const settings = await selectSettings(visit.db, visit.organisationId);
  if (visit.who.standing.kind !== 'staff' || !visit.who.hasAny(readers(settings)))
    throw new NotAllowed(t('Those who are named for safeguarding settle this.'), concernPolicy.ask);
  return settings;
}

export const concernSettingsPage = page(concernSettingsPath, {
  purpose: 'safeguarding',
  access: members('staff'),
  load: openSettings,
  view: (settings, visit) => ({
    title: t('Who reads concerns, and how soon'),
    audience: namedAudience(),
    trail: [{ label: t('Concerns'), href: concernsPath }],
    body: html`<p>
        ${t('The safeguarding lead reads every concern. Several people can have that role: a lead and their deputies.')}
      </p>
      ${form(
        {
          button: t('Save'),
          values: {
            roles: settings.roles,
            hours: settings.hours,
            opens_at: settings.opensAt,
            closes_at: settings.closesAt,
          },
          ...visit.formAt(concernSettingsPath),
          hidden: { version: settings.version },
        },
        (f) => [
          f.checkboxes({
            name: 'roles',
            label: t('Who reads them beside the lead'),
            hint: t(
              'They read those written before, too. They are told where nobody has looked in time, and at once where a child could be in danger. Whoever is unticked reads none from this moment.',
            ),
            unmarked: true,
            options: nameable.map((value) => ({ value, label: roleTitle(value) })),
          }),
          f.number({
            name: 'hours',
            label: t('School hours within which somebody must have looked'),
            required: true,
            min: 1,
            max: 16,
            width: 'short',
          }),
          f.time({ name: 'opens_at', label: t('The school day begins at'), required: true }),
          f.time({ name: 'closes_at', label: t('The school day ends at'), required: true }),
        ],
      )}`,
  }),
});
