import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { line, optionalProse, prose, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { editStepPage } from './edit-step.page.ts';
import { openOwnStep, staleStep } from './open-step.ts';
import type { Step } from './step.ts';
import { updateStep } from './step.queries.ts';
import { stepHref } from './step.view.ts';

/** Saves the words of one's own step; the text it replaces is kept. Throws `Stale`, as from another tab. */
export const saveStep = action('/coaching/goals/:person/:goal/steps/:step/edit', {
  purpose: 'learning',
  access: cyclePolicy,
  page: editStepPage,
  input: z.object({
    words: prose('Write what you do.', 500),
    where: line('Write in which lesson.'),
    tried_words: optionalProse(4_000),
    revisited_words: optionalProse(4_000),
    version: version(),
  }),
  async run(change, { version: shown, where, words, tried_words, revisited_words }) {
    const { goal, step } = await openOwnStep(change);
    const of = { ownerId: goal.ownerId, id: step.id };
    const before = Object.fromEntries(saidIn(step).map(({ name, text }) => [name, text]));
    const changed = { words, where_tried: where, tried_words, revisited_words };
    if (!(await updateStep(change.tx, of, shown, changed, change.now)))
      throw staleStep(goal, step, saidIn(step));
    await keepText(change.tx, of, shown, before, goal.ownerId, step.updatedAt);
    await change.record({
      ownerId: goal.ownerId,
      kind: 'action-step.changed',
      itemId: goal.id,
      body: { stepId: step.id, version: shown + 1 },
    });
    return see(stepHref(goal, step), t('The changes are saved.'));
  },
});

const saidIn = (step: Step): { name: string; label: string; text: string }[] => [
  { name: 'words', label: t('What I do'), text: step.words },
  { name: 'where', label: t('In which lesson'), text: step.where },
  { name: 'tried_words', label: t('What pupils did'), text: step.triedWords },
  { name: 'revisited_words', label: t('What pupils do now'), text: step.revisitedWords },
];
