import { allStaff } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { type FormVersion, selectForm, selectFormVersions } from './agreement-form.queries.ts';
import { mayHide } from './form-parts.ts';

const address = '/school/agreement-form';

/** The school's own wording of the learning agreement. Agreements that have begun stay on the form they began on. */
export const agreementFormPage = page(address, {
  purpose: 'administration',
  access: roles(role.cpdLeader),
  async load(visit) {
    const [current, versions] = await Promise.all([
      selectForm(visit.db, visit.organisationId),
      selectFormVersions(visit.db, visit.organisationId),
    ]);
    return { current, versions, state: visit.formAt(address), draft: await visit.draft('agreement-form') };
  },
  view({ current: { version, parts }, versions, state, draft }, visit) {
    const kept = state.values ?? draft;
    return {
      title: t('The form of the learning agreement'),
      audience: allStaff(
        visit.who,
        t('The CPD leader words the form. Every teacher who makes an agreement reads it.'),
      ),
      trail: [{ label: t('School'), href: '/school' }],
      body: html`<p>
          ${t('Word the form as your school speaks, leave parts out, add your own. Parts that set something going, such as dates for calendars, can be worded but not left out. Agreements that have begun stay on the form they began on.')}
        </p>
        ${form(
          {
            ...state,
            values: kept,
            action: address,
            button: t('Save the form'),
            draft: 'agreement-form',
            hidden: { version },
          },
          (f) => [
            parts.map((part, index) =>
              f.group(t('Part {n}', { n: index + 1 }), [
                f.textarea({
                  name: `question_${part.id}`,
                  label: t('Question'),
                  rows: 2,
                  required: true,
                  ...(kept ? {} : { value: part.question }),
                }),
                f.textarea({
                  name: `help_${part.id}`,
                  label: t('Help'),
                  rows: 2,
                  ...(kept ? {} : { value: part.help }),
                }),
                mayHide(part, parts) &&
                  f.checkbox({
                    name: `hide_${part.id}`,
                    label: t('Leave this part out'),
                    ...(kept ? {} : { value: part.hidden }),
                  }),
              ]),
            ),
            f.group(t('A part of your own'), [
              f.textarea({ name: 'new_question', label: t('Question'), rows: 2 }),
              f.textarea({ name: 'new_help', label: t('Help'), rows: 2 }),
            ]),
          ],
        )}
        ${versions.length > 0 && versionList(versions)}`,
    };
  },
});

const versionList = (versions: readonly FormVersion[]): Html =>
  html`<h2>${t('Versions of the form')}</h2>
    ${countedList({
      says: tn(versions.length, '{n} version', '{n} versions'),
      items: versions.map((each, index) => versionItem(each, index === 0)),
      empty: '',
    })}`;

const versionItem = ({ version, changedBy, changedAt }: FormVersion, current: boolean): Value =>
  html`${t('Version {n}, {day}', { n: version, day: formatDate(changedAt) })}:
  ${changedBy ?? t('the form that comes with Staffroom')}
  ${
    current
      ? t('(in use)')
      : form({
          action: `${address}/versions/${version}/use`,
          button: t('Use it again'),
          describe: t('Use version {n} again', { n: version }),
          quiet: true,
        })
  }`;
