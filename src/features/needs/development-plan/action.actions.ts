import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, members, roles, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders, selectStaff } from '#features/people/index.ts';
import { actionInput } from './action-form.ts';
import { actionPage, newActionPage, openAction, openPriority } from './action.page.ts';
import { insertAction, setActionEnded, updateAction } from './action.queries.ts';
import { actionHref, actionsHref, priorityHref } from './addresses.ts';

/** Writes down something that is done about a priority. */
export const addAction = action(actionsHref(':priority'), {
  purpose: 'administration',
  access: roles(...learningLeaders),
  page: newActionPage,
  input: z.object(actionInput),
  async run(change, { title, person, due_on, state, evidence }) {
    const { id: priorityId } = await openPriority(change);
    if (person !== null) mustBeThere(await selectStaff(change.tx, change.who, change.today), person);
    const id = await insertAction(change, priorityId, {
      title,
      personId: person,
      dueOn: due_on,
      state,
      evidence,
    });
    await change.record({ kind: 'priority.action-added', body: { priorityId, actionId: id, title } });
    return see(priorityHref(priorityId), t('The action is added.'), actionHref(priorityId, id, 'end'));
  },
});

function mustBeThere(staff: readonly { personId: string }[], personId: string): void {
  if (!staff.some((each) => each.personId === personId))
    throw new Refused({ person: t('Choose one from the list.') });
}

/** Saves an action; whoever it is given to says how it stands and what shows it. Throws `Stale`. */
export const saveAction = action(actionHref(':priority', ':action'), {
  purpose: 'administration',
  access: members('staff'),
  page: actionPage,
  input: z.object({ ...actionInput, title: actionInput.title.optional(), version: version() }),
  async run(change, { title, person, due_on, state, evidence, version: shown }) {
    const { action: stood, staff, leads, priorityId } = await openAction(change);
    if (stood.endedAt !== null) throw new Refused(t('This action was taken away.'));
    if (leads && title === undefined) throw new Refused({ title: t('Write what is done.') });
    if (leads && person !== null && person !== stood.personId) mustBeThere(staff, person);
    const by = leads
      ? { title: title!, personId: person, dueOn: due_on }
      : { title: stood.title, personId: stood.personId, dueOn: stood.dueOn };
    if (!(await updateAction(change, { id: stood.id, version: shown }, { ...by, state, evidence })))
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: stood.id },
        {
          version: stood.version,
          fields: [
            { name: 'title', label: t('What is done'), text: stood.title },
            { name: 'evidence', label: t('What shows it, and what came of it'), text: stood.evidence },
          ],
        },
        change.now,
      );
    await change.record({
      kind: 'priority.action-changed',
      body: { priorityId, actionId: stood.id, state },
    });
    return see(priorityHref(priorityId), t('It is saved.'));
  },
});

export const endAction = action(actionHref(':priority', ':action', 'end'), {
  purpose: 'administration',
  access: members('staff'),
  page: actionPage,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreAction = action(actionHref(':priority', ':action', 'restore'), {
  purpose: 'administration',
  access: members('staff'),
  page: actionPage,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, at: Date | null): Promise<See> {
  const { action: stood, leads, priorityId } = await openAction(change);
  if (!leads) throw new NotAllowed(t('Those who lead learning take actions away.'), t('Ask the CPD leader.'));
  if ((stood.endedAt !== null) === (at !== null))
    throw new Refused(at ? t('It is taken away already.') : t('It is there already.'));
  await setActionEnded(change.tx, change.organisationId, stood.id, at);
  await change.record({
    kind: at ? 'priority.action-ended' : 'priority.action-restored',
    body: { priorityId, actionId: stood.id },
  });
  return at
    ? see(
        priorityHref(priorityId),
        t('The action is taken away.'),
        actionHref(priorityId, stood.id, 'restore'),
      )
    : see(priorityHref(priorityId), t('The action is back.'), actionHref(priorityId, stood.id, 'end'));
}
