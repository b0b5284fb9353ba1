import { formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, nothing } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { roleTitle } from '#features/people/index.ts';
import type { PreviewSummary } from '../preview/preview.ts';
import { countsOf, type RunPageData } from './run-page-data.ts';

/** The one form that has an import carried out, with a tick of its own for each thing that must not slip by. */
export function confirmForm({ run, roles, mayAppoint, formAt }: RunPageData): Html {
  const summary = run.summary as PreviewSummary;
  const counts = countsOf(run);
  const back = counts.back ?? 0;
  const roleCount = counts.role ?? 0;
  const allHere = summary.nothingToDo
    ? notice('good', t('Everything in these files is here already. There is nothing to do.'))
    : nothing;
  if (summary.nothingToDo && roles.length === 0) return allHere;
  const people = Object.values(summary.added).reduce((sum, n) => sum + n, 0);
  const openDuplicates = counts.duplicate ?? 0;
  return html`${allHere}${
    openDuplicates > 0 &&
    notice(
      'caution',
      tn(
        openDuplicates,
        'One person may be somebody who is here already. Look below: unless you say that they are the same, they are kept as two.',
        '{n} people may be somebody who is here already. Look below: unless you say that two are the same, they are kept as two.',
      ),
    )
  }${
    !mayAppoint &&
    roleCount > 0 &&
    notice(
      'info',
      tn(
        roleCount,
        'For one person the files name a role that an administrator or the head gives, under People.',
        'For {n} people the files name roles that an administrator or the head gives, under People.',
      ),
    )
  }
  ${form(
    {
      ...formAt('apply'),
      button:
        people > 0
          ? tn(people, 'Import one person', 'Import {people} people', { people: formatNumber(people) })
          : summary.nothingToDo
            ? t('Give the roles ticked')
            : t('Write these changes'),
      hidden: { shown: run.fingerprint },
    },
    (f) =>
      html` ${
        summary.needs.length > 0 &&
        f.checkbox({
          name: 'many',
          label: t('Yes, this many leave'),
          hint: summary.needs.map(({ message }) => message).join(' '),
        })
      }
      ${
        back > 0 &&
        f.checkbox({
          name: 'back',
          label: tn(back, 'Bring back one person who has left', 'Bring back {n} people who have left'),
          hint: t(
            'They ended here and are in the files. Without this tick they stay as they are. Roles they held come back only if the files state them.',
          ),
        })
      }
      ${
        roles.length > 0 &&
        f.checkboxes({
          name: 'roles',
          label: t('Roles that open other people’s details'),
          hint: t('The files name these. Nobody gets one unless you tick it.'),
          options: roles.flatMap(({ body }) =>
            body.roles.map((role) => ({
              value: `${role} ${body.key}`,
              label: t('{name}: {role}', { name: body.name, role: roleTitle(role) }),
            })),
          ),
        })
      }`,
  )}`;
}
