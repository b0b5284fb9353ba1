import { audienceNote } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { type Agreement, agreementHref, partnersOf, type Task } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementTitle, agreementTrail } from './agreement.view.ts';
import { openAgreement } from './open-agreement.ts';

/** The task that the address names (`:task`). Throws `NotFound` when the agreement has none such. */
export function taskOf({ tasks }: Agreement, visit: Visit): Task {
  const found = tasks.find(({ id }) => id === visit.params.task);
  if (!found) throw new NotFound();
  return found;
}

/** Who sees to one thing, and by when. */
export const taskPage = page('/agreements/:agreement/tasks/:task', {
  purpose: 'learning',
  access: agreementPolicy,
  async load(visit) {
    const { item, agreement } = await openAgreement(visit, 'write');
    return { item, agreement, task: taskOf(agreement, visit) };
  },
  view({ item, agreement, task }, visit) {
    const action = agreementHref(agreement, `tasks/${task.id}`);
    const state = visit.formAt(action);
    return {
      title: task.title,
      audience: audienceNote(item, agreementPolicy, visit.who),
      trail: [
        ...agreementTrail(agreement),
        { label: agreementTitle(agreement, visit.who.personId), href: agreementHref(agreement) },
      ],
      body: form(
        {
          ...state,
          action,
          button: t('Save'),
          values: state.values ?? { person: task.personId, due_on: task.dueOn },
          cancel: agreementHref(agreement),
        },
        (f) => [
          f.select({
            name: 'person',
            label: t('Who sees to it'),
            hint: t('Nobody named: all of you.'),
            options: partnersOf(agreement).map(({ personId, name }) => ({ value: personId, label: name })),
          }),
          f.date({ name: 'due_on', label: t('By when') }),
        ],
      ),
    };
  },
});
