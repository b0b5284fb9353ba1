import { theseRoles } from '#platform/access/audience-words.ts';
import type { MemberKind } from '#platform/access/who.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { tabs } from '#ui/tabs.ts';
import { selectClassChoices } from './people-list.queries.ts';
import { personFields } from './person-fields.ts';
import { roleOptions } from './role-words.ts';
import { administrators, appointers } from './roles.ts';

/** The kinds of people added one by one; parents and carers are added on the page of their child. */
export const addableKinds = ['staff', 'guest', 'pupil'] as const;

export const addPersonPage = page('/people/new', {
  purpose: 'administration',
  access: roles(...administrators),
  load: async (visit) => {
    const at = visit.formAt('/people/new');
    const wanted = at.values?.kind ?? visit.query.kind;
    const kind: MemberKind = addableKinds.find((each) => each === wanted) ?? 'staff';
    const classes = kind === 'pupil' ? await selectClassChoices(visit.db, visit.organisationId) : [];
    return { kind, at, classes, appoints: visit.who.hasAny(appointers) };
  },
  view: ({ kind, at, classes, appoints }, visit) => ({
    title:
      kind === 'guest' ? t('Add a guest') : kind === 'pupil' ? t('Add a pupil') : t('Add a member of staff'),
    audience: theseRoles(administrators, t('Those who look after people.')),
    trail: [{ label: t('People'), href: '/people' }],
    body: html`${tabs(t('Whom to add'), [
      { label: t('Member of staff'), href: '/people/new', current: kind === 'staff' },
      { label: t('Guest or specialist'), href: '/people/new?kind=guest', current: kind === 'guest' },
      { label: t('Pupil'), href: '/people/new?kind=pupil', current: kind === 'pupil' },
    ])}
    ${kind === 'guest' && html`<p>${t('A guest sees nothing of the school but the programme they are let into. Let them in there, once they are added.')}</p>`}
    ${form(
      {
        ...at,
        values: { start: visit.today, ...at.values },
        hidden: { kind },
        button: t('Add to the school'),
        cancel: '/people',
      },
      (f) =>
        html` ${personFields(f, kind, true)}
        ${
          classes.length > 0 &&
          f.select({
            name: 'unit',
            label: t('Class or form'),
            hint: t('More of them are added on the page of each class.'),
            options: classes.map(({ id, name }) => ({ value: id, label: name })),
          })
        }
        ${f.date({ name: 'start', label: t('Here from'), required: true })}
        ${kind === 'staff' && appoints && f.checkboxes({ name: 'roles', label: t('Roles'), options: roleOptions('staff') })}
        ${at.errors?.same !== undefined && f.checkbox({ name: 'same', label: t('This is another person of the same name') })}`,
    )}`,
  }),
});
