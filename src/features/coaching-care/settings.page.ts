import type { Db } from '#platform/db/database.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { usualPulseWeeks } from '#features/coaching/index.ts';
import { belowCaseload, careAudience, carePath, careRoles, careTabs } from './care.ts';

export interface Settings {
  contact: string;
  pulse_weeks: number;
  hour_cost: number | null;
  cover_cost: number | null;
  version: number;
}

const unset: Settings = {
  contact: '',
  pulse_weeks: usualPulseWeeks,
  hour_cost: null,
  cover_cost: null,
  version: 0,
};

/** What a school decides about its mentoring and coaching; the usual where it has decided nothing. */
export async function selectSettings(db: Db, owner: string): Promise<Settings> {
  const row = await db
    .selectFrom('coaching_setting')
    .select(['contact', 'pulse_weeks', 'hour_cost', 'cover_cost', 'version'])
    .where('owner_id', '=', owner)
    .executeTakeFirst();
  if (!row) return unset;
  const number = (value: unknown): number | null => (value === null ? null : Number(value));
  return { ...row, hour_cost: number(row.hour_cost), cover_cost: number(row.cover_cost) };
}

/** Whom people may turn to, how often the three questions are asked, and what an hour costs. */
export const settingsPage = page(`${carePath}/settings`, {
  purpose: 'administration',
  access: careRoles,
  load: (visit) => selectSettings(visit.db, visit.organisationId),
  view(settings, visit) {
    const { values, errors } = visit.formAt(`${carePath}/settings`);
    return {
      title: t('Settings of mentoring and coaching'),
      audience: careAudience(t('Whom people may turn to is read by everybody in a pairing.')),
      trail: belowCaseload(),
      body: html`${careTabs('settings')}
      ${form(
        {
          action: `${carePath}/settings`,
          button: t('Save the settings'),
          values: { ...settings, ...values },
          errors,
          hidden: { version: settings.version },
        },
        (f) =>
          html`${f.textarea({
            name: 'contact',
            label: t('Whom may people turn to with a question?'),
            hint: t(
              'Somebody outside the pairing, inside or outside the school. It stands beside quiet help.',
            ),
            rows: 3,
          })}
          ${f.number({
            name: 'pulse_weeks',
            label: t('Every how many weeks are learners asked the three questions?'),
            hint: t('0 for never. They answer if they like.'),
            required: true,
            min: 0,
            max: 52,
          })}
          ${f.number({ name: 'hour_cost', label: t('What does an hour of a teacher’s time cost?'), min: 0 })}
          ${f.number({ name: 'cover_cost', label: t('What does an hour of cover cost?'), min: 0 })}`,
      )}`,
    };
  },
});
