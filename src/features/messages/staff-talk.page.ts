import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { roleTitle } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { details } from '#ui/details.ts';
import { newStaffPath } from './addresses.ts';
import { messageFields } from './message-input.ts';
import { messagesTrail } from './new.page.ts';
import { selectSpaceChoices } from './space.queries.ts';

export const staffDraft = 'message-space:staff';

/** A conversation of a group of staff: a department, the assistants, those of a class. */
export const newStaffPage = page(newStaffPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const choices = await selectSpaceChoices(visit.db, visit.who, visit.today);
    return { choices, draft: await visit.draft(staffDraft) };
  },
  view({ choices, draft }, visit) {
    const { values, errors } = visit.formAt(newStaffPath);
    const options = choices.units.map(({ id, name }) => ({ value: id, label: name }));
    return {
      title: t('Write to a group of staff'),
      audience: onlyYou(t('Nobody else sees it until you send it. Then the staff it is for do.')),
      trail: messagesTrail(),
      body: html`<p>
          ${t('For the school day. What a group learns together has its own rooms, under My learning.')}
        </p>
        ${form(
          {
            action: newStaffPath,
            button: t('Send it'),
            values: { ...draft, ...values },
            errors,
            draft: staffDraft,
          },
          (f) => html`
            ${f.text({ name: 'title', label: t('What it is about'), required: true, maxlength: 120 })}
            ${
              options.length > 0 &&
              f.checkboxes({
                name: 'units',
                label: t('Staff of these classes and departments'),
                unmarked: true,
                options,
              })
            }
            ${f.checkboxes({
              name: 'roles',
              label: t('Staff with these roles'),
              unmarked: true,
              options: choices.roles
                .filter(({ role }) => isOfStaff(role))
                .map(({ role }) => ({ value: role, label: roleTitle(role) })),
            })}
            ${details(
              t('Or colleagues by name'),
              f.checkboxes({
                name: 'people',
                label: t('Colleagues'),
                unmarked: true,
                options: choices.staff.map(({ personId, name }) => ({ value: personId, label: name })),
              }),
            )}
            ${messageFields(f, { staff: true, label: t('Your message') })}
          `,
        )}`,
    };
  },
});

/** Roles that families and guests hold would reach them: those are not among the staff's. */
export const isOfStaff = (role: string): boolean =>
  catalogue().roles.some(({ id, group }) => id === role && (group === 'staff' || group === 'leader'));
