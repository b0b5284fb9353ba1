import { allStaff } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { members, page, roles } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders, type NamedPerson, selectStaff } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { selectPriority } from '../priorities.queries.ts';
import { actionFields, actionValues } from './action-form.ts';
import { type PlanAction, selectAction } from './action.queries.ts';
import { actionHref, actionsHref, newActionHref, prioritiesPath, priorityHref } from './addresses.ts';

/** The priority in the address. Throws `NotFound`. */
export async function openPriority({ db, params, organisationId }: Visit) {
  const id = params.priority!;
  const priority = isId(id) ? await selectPriority(db, organisationId, id) : undefined;
  if (!priority) throw new NotFound();
  return priority;
}

/** The action in the address, for those who lead learning and whoever it is given to. */
export async function openAction(visit: Visit): Promise<{
  action: PlanAction;
  staff: NamedPerson[];
  leads: boolean;
  priorityId: string;
}> {
  const { action: id = '', priority = '' } = visit.params;
  if (!isId(id) || !isId(priority)) throw new NotFound();
  const { action, staff } = await selectAction(visit.db, visit.who, { id, priority, today: visit.today });
  if (!action) throw new NotFound();
  const leads = visit.who.hasAny(learningLeaders);
  if (!leads && action.personId !== visit.who.personId)
    throw new NotAllowed(t('This action is given to somebody else.'), t('Ask the CPD leader.'));
  return { action, staff, leads, priorityId: priority };
}

const trail = (priority: { id: string; title: string }) => [
  { label: t('School priorities'), href: prioritiesPath },
  { label: priority.title, href: priorityHref(priority.id) },
];

export const newActionPage = page(newActionHref(':priority'), {
  purpose: 'administration',
  access: roles(...learningLeaders),
  load: async (visit) => ({
    priority: await openPriority(visit),
    staff: await selectStaff(visit.db, visit.who, visit.today),
  }),
  view: ({ priority, staff }, visit) => {
    const action = actionsHref(priority.id);
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Add an action'),
      audience: allStaff(visit.who),
      trail: trail(priority),
      body: form(
        {
          action,
          button: t('Add the action'),
          values: { state: 'to-do', ...values },
          errors,
          cancel: priorityHref(priority.id),
        },
        actionFields(staff, true),
      ),
    };
  },
});

export const actionPage = page(actionHref(':priority', ':action'), {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({ ...(await openAction(visit)), priority: await openPriority(visit) }),
  view: ({ action: shown, staff, leads, priority }, visit) => {
    const action = actionHref(priority.id, shown.id);
    const { values, errors } = visit.formAt(action);
    return {
      title: shown.title,
      audience: allStaff(visit.who),
      trail: trail(priority),
      body:
        shown.endedAt === null
          ? html`${form(
              {
                action,
                button: t('Save'),
                values: { ...actionValues(shown), ...values },
                errors,
                hidden: { version: shown.version },
                cancel: priorityHref(priority.id),
              },
              actionFields(staff, leads),
            )}
            ${leads && form({ action: actionHref(priority.id, shown.id, 'end'), button: t('Take this action away'), quiet: true, danger: true, prefix: 'end' })}`
          : html`${notice('caution', t('This action was taken away.'))}
            ${leads && form({ action: actionHref(priority.id, shown.id, 'restore'), button: t('Bring it back'), quiet: true })}`,
    };
  },
});
