import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { visitorsTrail } from './expect.page.ts';
import { cautionRoles } from './visitors.access.ts';
import { selectSettings } from './visitors.queries.ts';
import { colours, colourWords, kinds, kindWords, settingsPath } from './visitors.ts';

const cautionsPath = `${settingsPath}/cautions`;

/** How long names are kept, what badges look like, and about whom the desk asks first. */
export const settingsPage = page(settingsPath, {
  purpose: 'administration',
  access: roles(...cautionRoles),
  load: async (visit) => ({
    ...(await selectSettings(visit.db, visit.who, visit.today)),
    keeping: visit.formAt(settingsPath),
    adding: visit.formAt(cautionsPath),
  }),
  view: ({ keepDays, badges, colours: chosen, version, cautions, keeping, adding }) => ({
    title: t('Visitors: settings'),
    audience: theseRoles(
      cautionRoles,
      t(
        'Why somebody is asked about first is read by these alone. At the desk it says only that they are to be asked.',
      ),
    ),
    trail: visitorsTrail(),
    body: html`<h2>${t('Names and badges')}</h2>
      ${form(
        {
          ...keeping,
          values: keeping.values ?? {
            keep_days: keepDays,
            badges,
            ...Object.fromEntries(kinds.map((kind) => [`colour_${kind}`, chosen[kind] ?? ''])),
          },
          hidden: { version },
          button: t('Save'),
        },
        (f) =>
          html`${f.number({
            name: 'keep_days',
            label: t('Names are kept for so many days after a visit'),
            hint: t(
              'After that the name, where they came from and what for are emptied for good. That somebody came on that day stays.',
            ),
            required: true,
            min: 7,
            max: 2555,
            width: 'short',
          })}
          ${f.checkbox({ name: 'badges', label: t('Show a badge to print after each signing in'), unmarked: true })}
          ${f.group(
            t('Colours of badges'),
            kinds.map((kind) =>
              f.select({
                name: `colour_${kind}`,
                label: kindWords[kind](),
                unmarked: true,
                options: [
                  { value: '', label: t('No colour') },
                  ...colours.map((value) => ({ value, label: colourWords[value]() })),
                ],
              }),
            ),
            t('A badge says in words as well what somebody is.'),
          )}`,
      )}
      <h2>${t('Ask before they come in')}</h2>
      ${countedList({
        says: tn(cautions.length, '{n} name', '{n} names'),
        items: cautions.map(
          ({ id, name, words, untilOn, writtenBy }) =>
            html`<p>
                ${personName({ name })}
                <span class="meta"
                  >${[t('written by {name}', { name: writtenBy }), untilOn !== null && t('until {day}', { day: formatDate(untilOn) })].filter(Boolean).join(', ')}</span
                >
              </p>
              <p class="as-written">${words}</p>
              ${form({ action: `${cautionsPath}/${id}/end`, button: t('Take it off'), describe: t('Take off {name}', { name }), prefix: `end-${id}`, quiet: true })}`,
        ),
        empty: t('Nobody is asked about first.'),
      })}
      ${form(
        { ...adding, button: t('Add this name') },
        (f) =>
          html`${f.text({ name: 'name', label: t('Name'), required: true, maxlength: 100, autocomplete: 'off' })}
          ${f.textarea({ name: 'words', label: t('Why, and what to do'), hint: t('For you and the others named above.'), required: true, rows: 3, maxlength: 1000 })}
          ${f.date({ name: 'until_on', label: t('Until'), hint: t('Leave it empty where there is no end.') })}`,
      )}`,
  }),
});
