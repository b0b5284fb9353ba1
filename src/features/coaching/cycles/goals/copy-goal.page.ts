import { onlyYou } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { schoolYearOn, selectReadersOfMyTargets, selectTargetWithWords } from '#features/appraisal/index.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { type Goal, goalHref, titleOf } from './goal.ts';
import { goalTrail } from './goal.view.ts';
import { openGoal } from './open-goal.ts';

/** The one thing that can cross into appraisal: a wording, by its author's own hand. They see exactly what crosses. */
export const copyGoalPage = page('/coaching/goals/:person/:goal/to-appraisal', {
  purpose: 'learning',
  access: cyclePolicy,
  async load(visit) {
    const opened = await openGoal(visit, 'write');
    return {
      ...opened,
      readers: readersInWords(await selectReadersOfMyTargets(visit.db, visit.who, visit.today)),
      there: await alreadyThere(visit, opened.goal),
    };
  },
  view({ goal, readers, there }, visit) {
    const action = goalHref(goal, 'to-appraisal');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Copy a wording into appraisal'),
      audience: onlyYou(`${t('Only you can copy it.')} ${readers}`),
      trail: [...goalTrail(goal), { label: titleOf(goal), href: goalHref(goal) }],
      body: html`<p>
          ${t('A target in appraisal can have the words of a goal you work on. You need not do this, and nobody can ask it of you here.')}
        </p>
        ${
          there &&
          notice(
            'info',
            html`<a href="${there}">${t('Open the target with these words')}</a>.
              ${t('You can change it there, or change the words here.')}`,
          )
        }
        ${form(
          {
            action,
            button: t('Copy these words into appraisal'),
            values: { wording: goal.goal, ...values },
            errors,
            cancel: goalHref(goal),
          },
          (f) => [
            f.textarea({
              name: 'wording',
              label: t('Exactly these words cross'),
              hint: t('Change them as you like. They become a new target; the goal stays as it is.'),
              required: true,
              rows: 3,
            }),
            html`<p>${readers}</p>`,
          ],
        )}
        <h2>${t('What stays here')}</h2>
        <p>
          ${t('Everything else: which pupils and what one would see them do, your steps, what pupils did, what came of it, and all that you and the others write together. The target has no link back, and nobody in appraisal can open any of it.')}
        </p>`,
    };
  },
});

/** Who will read the copy, said before it is made. */
const readersInWords = (managers: readonly string[]): string =>
  managers.length === 0
    ? t(
        'You have no line manager here, so nobody else reads it yet. Whoever becomes your line manager can read it then.',
      )
    : tn(
        managers.length,
        '{names}, your line manager, reads it as soon as it is saved.',
        '{names}, your line managers, read it as soon as it is saved.',
        { names: formatList([...managers]) },
      );

/** The target that has the words just sent, where the form came back. */
async function alreadyThere(visit: Visit, goal: Goal): Promise<string | undefined> {
  const wording = visit.formAt(goalHref(goal, 'to-appraisal')).values?.['wording'];
  if (typeof wording !== 'string') return undefined;
  const year = await schoolYearOn(visit.db, visit.organisationId, visit.today);
  return selectTargetWithWords(visit.db, visit.who, { wording, year });
}
