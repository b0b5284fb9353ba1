import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticked } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import type { ImportOptions } from '../preview/make-plan.ts';
import { schoolsOfOurs } from '../preview/own-organisation.ts';
import type { DuplicateBody, PreviewSummary } from '../preview/preview.ts';
import { selectRowsAt } from '../row.queries.ts';
import { type Run, selectRun, updateRun } from '../run.queries.ts';
import { readAgain } from './read-again.ts';
import { runPage } from './run.page.ts';

const common = { purpose: 'administration', access: roles(...administrators), page: runPage } as const;
/** Fields whose names are made from what is asked. */
const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional());

/** An import that nothing was decided of yet; held while it is answered. */
export async function openRun(change: Change, states: readonly Run['state'][]): Promise<Run> {
  const run = await selectRun(change.tx, change.organisationId, change.params.run!, { lock: true });
  if (!states.includes(run.state) || run.emptiedAt !== null)
    throw new Refused(t('This import has moved on since the page was shown. Here is how it stands now.'));
  return run;
}

async function plannedAnew(change: Change, run: Run, options: Partial<ImportOptions>, said: string) {
  await updateRun(change.tx, run, { state: 'reading', options: { ...run.options, ...options } }, change.now);
  await readAgain(change, run, 'import.answered');
  return see(`/school/imports/${run.id}`, said);
}

/** What only a person can say: whom a list is of, and which organisation of the files is ours. */
export const answerQuestion = action('/school/imports/:run/answer', {
  ...common,
  input: answers,
  async run(change, input) {
    const run = await openRun(change, ['asking']);
    const { question } = run.summary as PreviewSummary;
    if (question?.sort === 'kind') {
      const kinds = { ...run.options.kinds };
      for (const [index, file] of question.files.entries()) {
        const kind = input[`kind_${index}`];
        if (kind !== 'staff' && kind !== 'pupils')
          throw new Refused({ [`kind_${index}`]: t('Say whom this list is of.') });
        kinds[file] = kind;
      }
      return plannedAnew(change, run, { kinds }, t('Thank you. The files were read again.'));
    }
    const own = input.own;
    const known =
      question?.choices.some(({ key }) => key === own) || (question?.mayHoldSchools && own === schoolsOfOurs);
    if (typeof own !== 'string' || !known) throw new Refused({ own: t('Say which of them is yours.') });
    return plannedAnew(change, run, { own }, t('Thank you. The files were read again.'));
  },
});

/** Who is the same person and who are two. What is not answered stays open, and two stay two. */
export const answerDuplicates = action('/school/imports/:run/duplicates', {
  ...common,
  input: answers,
  async run(change, input) {
    const run = await openRun(change, ['ready']);
    const said = new Map(
      Object.entries(input).flatMap(([name, value]) => {
        const position = /^d(\d{1,6})$/.exec(name)?.[1];
        return position !== undefined && typeof value === 'string'
          ? [[Number(position), value] as const]
          : [];
      }),
    );
    const rows = await selectRowsAt(change.tx, run, 'duplicate', [...said.keys()]);
    const samePerson = { ...run.options.samePerson };
    const twoPeople = new Set(run.options.twoPeople);
    for (const { position, body } of rows) answerOne(body, said.get(position)!, samePerson, twoPeople);
    return plannedAnew(change, run, { samePerson, twoPeople: [...twoPeople] }, t('Your answers are kept.'));
  },
});

function answerOne(
  { key, id }: DuplicateBody,
  said: string,
  samePerson: Record<string, string>,
  twoPeople: Set<string>,
): void {
  if (id === null) return;
  if (said === 'same') samePerson[key] = id;
  if (said === 'two') twoPeople.add(`${key} ${id}`);
}

/** Takes back what was said about duplicates. */
export const askAgain = action('/school/imports/:run/ask-again', {
  ...common,
  input: z.object({}),
  async run(change) {
    const run = await openRun(change, ['ready']);
    return plannedAnew(
      change,
      run,
      { samePerson: {}, twoPeople: [] },
      t('Everybody who may be the same is shown again.'),
    );
  },
});

/** Whether those who are missing from whole files end. */
export const chooseAbsence = action('/school/imports/:run/absence', {
  ...common,
  input: z.object({ end: ticked() }),
  async run(change, { end }) {
    const run = await openRun(change, ['ready']);
    return plannedAnew(
      change,
      run,
      { endAbsent: end },
      end
        ? t('Whoever is missing from the files is among those who end. Look at them.')
        : t('Nobody ends for being missing from the files.'),
    );
  },
});

/** Puts an import aside. Nothing of it was written. */
export const dropImport = action('/school/imports/:run/drop', {
  ...common,
  input: z.object({}),
  async run(change) {
    const run = await openRun(change, ['reading', 'asking', 'ready', 'failed']);
    await updateRun(change.tx, run, { state: 'dropped' }, change.now);
    await change.record({ kind: 'import.dropped', itemId: run.id });
    return see(
      '/school/imports',
      t('The import was dropped. Nothing was written.'),
      `/school/imports/${run.id}/take-up`,
    );
  },
});

/** Takes an import up again: its files are read anew and compared with what is here now. */
export const takeUpImport = action('/school/imports/:run/take-up', {
  ...common,
  input: z.object({}),
  async run(change) {
    const run = await openRun(change, ['dropped', 'undone', 'ready', 'failed']);
    return plannedAnew(change, run, {}, t('The files were compared with what is here now.'));
  },
});
