import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line, optionalLine, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { evaluationHref } from './addresses.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { addLine, type LineSort, saveLine, setLineEnded } from './line.ts';
import { openEvaluation } from './open-evaluation.ts';
import type { Rival } from './report.queries.ts';
import { surePage } from './sure.page.ts';

const rivals: LineSort<Pick<Rival, 'id' | 'version' | 'title' | 'known' | 'done'>> = {
  table: 'evaluation_rival',
  page: 'sure',
  name: 'rival',
  texts: ({ title, known, done }) => [
    { name: 'title', label: t('What else could explain it'), text: title },
    { name: 'known', label: t('What we know of it'), text: known },
    { name: 'done', label: t('What we did about it'), text: done },
  ],
  taken: () => t('Taken out.'),
  back: () => t('It is back.'),
};

const words = { known: optionalProse(4000), done: optionalProse(4000) };

/** Writes down another explanation: one of the common ones, or one's own. */
export const addRival = action('/programmes/:programme/evaluation/sure', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: surePage,
  input: z.object({ common: optionalLine(), title: optionalLine(160), ...words }),
  async run(change, { common, title: own, known, done }) {
    const opened = await openEvaluation(change, 'plan');
    const found = catalogue().rivalExplanations.items.find(({ id }) => id === common);
    const title = found?.title ?? own;
    if (!title) throw new Refused({ title: t('Choose one of the common explanations, or name your own.') });
    const written = { title, known, done };
    const id = await addLine(change, rivals, opened, written, (row) =>
      change.tx
        .insertInto('evaluation_rival')
        .values({ ...row, ...written, common_key: found?.id ?? null })
        .execute(),
    );
    const to = evaluationHref(opened.programme, 'sure');
    return see(to, t('Written down. It stands beside what you say.'), `${to}/${id}/end`);
  },
});

/** Changes what is known of another explanation. Throws `Stale` when somebody saved meanwhile. */
export const saveRival = action('/programmes/:programme/evaluation/sure/:rival', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: surePage,
  input: z.object({ title: line('Name the explanation.', 160), ...words, version: version() }),
  async run(change, { version: seen, ...written }) {
    const { opened } = await saveLine(change, rivals, seen, written);
    return see(evaluationHref(opened.programme, 'sure'), t('Saved.'));
  },
});

export const endRival = action('/programmes/:programme/evaluation/sure/:rival/end', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  run: (change) => setLineEnded(change, rivals, change.now),
});

export const restoreRival = action('/programmes/:programme/evaluation/sure/:rival/restore', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  run: (change) => setLineEnded(change, rivals, null),
});
