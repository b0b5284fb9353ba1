import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { day, line, optionalDay, optionalProse } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { insertPriority, selectPriority, updatePriority } from './priorities.queries.ts';
import { editPriorityPage, newPriorityPage } from './priority-form.page.ts';

const input = z.object({
  title: line('Write what the school is working on.'),
  about: optionalProse(2000),
  starts_on: day(),
  ends_on: optionalDay(),
});

/** The priority as the form sent it. Throws `Refused` when it ends before it begins. */
function priorityFrom(sent: z.output<typeof input>) {
  if (sent.ends_on !== null && sent.ends_on < sent.starts_on)
    throw new Refused({ ends_on: t('This is before the first day.') });
  return { title: sent.title, about: sent.about, startsOn: sent.starts_on, endsOn: sent.ends_on };
}

export const addPriority = action('/school/priorities', {
  purpose: 'administration',
  access: roles(...learningLeaders),
  input,
  page: newPriorityPage,
  async run(change, sent) {
    const id = await insertPriority(change.tx, change.organisationId, priorityFrom(sent), change.now);
    await change.record({ kind: 'priority.added', body: { priorityId: id } });
    return see('/school/priorities', t('The priority is added.'));
  },
});

export const savePriority = action('/school/priorities/:priority/edit', {
  purpose: 'administration',
  access: roles(...learningLeaders),
  input,
  page: editPriorityPage,
  async run(change, sent) {
    const id = change.params.priority!;
    const before = isId(id) ? await selectPriority(change.tx, change.organisationId, id) : undefined;
    if (!before) throw new NotFound();
    await updatePriority(change.tx, change.organisationId, id, priorityFrom(sent));
    await change.record({ kind: 'priority.changed', body: { priorityId: id } });
    return see('/school/priorities', t('The priority is saved.'));
  },
});
