import { page, roles } from '#platform/http/route.ts';
import { theseRoles } from '#platform/access/audience-words.ts';
import { t } from '#platform/i18n/i18n.ts';
import { weekdayNumbers } from '#platform/notices/hearing.ts';
import { weekdayName, weekdays } from '#features/people/index.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { settingsPath } from './addresses.ts';
import { messagesTrail } from './new.page.ts';
import { setters } from './settings.access.ts';
import { selectSettings } from './settings.queries.ts';
import { selectSpaceChoices } from './space.queries.ts';

/** How messages work at the school: quiet hours, words that are looked for, who watches, how long reports wait. */
export const settingsPage = page(settingsPath, {
  purpose: 'administration',
  access: roles(...setters),
  async load(visit) {
    const { settings, quiet } = await selectSettings(visit.db, visit.organisationId);
    const { staff } = await selectSpaceChoices(visit.db, visit.who, visit.today);
    const me = { personId: visit.who.personId, name: visit.who.standing.name };
    return { settings, quiet, staff: [me, ...staff] };
  },
  view({ settings, quiet, staff }, visit) {
    const { values, errors } = visit.formAt(settingsPath);
    return {
      title: t('How messages work here'),
      audience: theseRoles(
        setters,
        t('They decide it for everybody at the school, because whoever watches reads what pupils write.'),
      ),
      trail: messagesTrail(),
      body: html`${form(
        {
          action: settingsPath,
          button: t('Save it'),
          hidden: { version: settings.version },
          errors,
          values: {
            quiet_from: settings.quietFrom ?? '',
            quiet_until: settings.quietUntil ?? '',
            quiet_days: quiet.days.map(String),
            flag_words: settings.flagWords.join('\n'),
            flag_mode: settings.flagMode,
            hours_to_lead: settings.hoursToLead,
            hours_to_head: settings.hoursToHead,
            watchers: settings.watchers,
            ...values,
          },
        },
        (f) => html`
          ${f.group(
            t('Quiet hours'),
            html`${f.time({ name: 'quiet_from', label: t('From'), unmarked: true })}
            ${f.time({ name: 'quiet_until', label: t('Until'), unmarked: true })}
            ${f.checkboxes({
              name: 'quiet_days',
              label: t('Days that are quiet all day'),
              unmarked: true,
              options: weekdayNumbers.map((day) => ({
                value: String(day),
                label: weekdayName[weekdays[day - 1]!](),
              })),
            })}`,
            t('What is written then arrives when they end. Leave both times empty for none.'),
          )}
          ${f.textarea({
            name: 'flag_words',
            label: t('Words that are looked for where pupils take part'),
            hint: t(
              'One word or phrase a line, in any language. Only whole words are found, whatever their capitals and accents.',
            ),
            rows: 5,
          })}
          ${f.radios({
            name: 'flag_mode',
            label: t('When one is found in what a pupil wrote'),
            required: true,
            options: [
              { value: 'hold', label: t('It waits until an adult has looked') },
              { value: 'show', label: t('It is shown, and an adult is told') },
            ],
          })}
          ${f.number({ name: 'hours_to_lead', label: t('Hours until a report goes on to the safeguarding lead'), required: true, min: 1, max: 168, width: 'short' })}
          ${f.number({ name: 'hours_to_head', label: t('Hours after that until it goes on to the head'), required: true, min: 1, max: 168, width: 'short' })}
          ${details(
            t('Who watches where pupils take part'),
            f.checkboxes({
              name: 'watchers',
              label: t('Besides the safeguarding lead'),
              hint: t(
                'They can read every conversation of a pupil with staff, and every space of a class. Pupils see who looked.',
              ),
              unmarked: true,
              options: staff.map(({ personId, name }) => ({ value: personId, label: name })),
            }),
            settings.watchers.length > 0 || errors?.watchers !== undefined,
          )}
        `,
      )}`,
    };
  },
});
