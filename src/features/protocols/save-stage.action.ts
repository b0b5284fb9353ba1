import { z } from 'zod';
import { line, prose, ticked, version } from '#platform/http/input.ts';
import { action } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { templateHref } from './addresses.ts';
import { changeDraft } from './change-draft.ts';
import { wordsOfStage } from './change-steps.ts';
import { type Draft, freeId } from './draft.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { newStagePage, stagePage } from './stage.page.ts';

const input = {
  title: line('Give the stage a title.', 120),
  plain: prose('Say in a sentence what happens in it.', 600),
  cycle: z.coerce.number({ error: 'Choose the cycle.' }).int().min(1).max(9),
  again: ticked(),
};

/** Adds a stage at the end. */
export const addStage = action('/protocols/mine/:template/stages/new', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  page: newStagePage,
  input: z.object(input),
  async run(change, { again, ...words }) {
    const changed = await changeDraft(change, {
      kind: 'stage-added',
      apply(draft) {
        const id = freeId(words.title, [...draft.stages.map((stage) => stage.id), 'new'], 'stage');
        draft.stages.push({ id, ...words, steps: [] });
        setAgain(draft, id, again);
      },
    });
    return changed.see(
      templateHref(changed.template),
      t('The stage is added. It stands last; move it where it belongs.'),
    );
  },
});

/** Changes the words of a stage; its steps take its cycle. */
export const saveStage = action('/protocols/mine/:template/stages/:stage/save', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  page: stagePage,
  input: z.object({ ...input, version: version() }),
  async run(change, { version: shown, again, ...words }) {
    const id = change.params.stage!;
    const stageOf = (draft: Draft) => draft.stages.find((stage) => stage.id === id);
    const changed = await changeDraft(change, {
      kind: 'stage-changed',
      over: {
        shown,
        part: (draft) => wordsOfStage(draft, id),
        fields: (draft) => [
          { name: 'title', label: t('Title'), text: stageOf(draft)?.title ?? '' },
          { name: 'plain', label: t('What happens in it, in a sentence'), text: stageOf(draft)?.plain ?? '' },
        ],
      },
      apply(draft) {
        const stage = stageOf(draft);
        if (!stage) return false;
        Object.assign(stage, words);
        for (const step of stage.steps) step.cycle = words.cycle;
        setAgain(draft, id, again);
        return true;
      },
    });
    return changed.see(templateHref(changed.template), t('The stage is saved.'));
  },
});

/** Whether another cycle goes through the stage; in the order in which stages stand. */
function setAgain(draft: Draft, id: string, again: boolean): void {
  const chosen = new Set(draft.again?.stages);
  if (again) chosen.add(id);
  else chosen.delete(id);
  const stages = draft.stages.map((stage) => stage.id).filter((each) => chosen.has(each));
  if (stages.length === 0) delete draft.again;
  else
    draft.again = {
      words: draft.again?.words ?? t('A group can go round again with its next question.'),
      stages,
    };
}
