import { t } from '#platform/i18n/i18n.ts';
import type { ProtocolProblem } from '#features/evidence/index.ts';
import type { Draft } from './draft.ts';
import { stepsOf, timesOf } from './work-of.ts';

/** What a school's own protocol, written or imported, may hold at most, so that its pages can be drawn. */
const most = { characters: 5000, name: 60, weeks: 200, steps: 400, list: 200, number: 100_000 } as const;

/** What goes beyond these limits, or could not be stored. `draft` has the shape of a protocol. */
export function beyondLimits(draft: Draft): ProtocolProblem[] {
  const problems: ProtocolProblem[] = [];
  look(draft, '', problems);
  if (draft.weeks > most.weeks) problems.push({ path: 'weeks', reason: tooMany(most.weeks) });
  draft.stages.forEach((stage, s) =>
    stage.steps.forEach((step, n) => {
      const last = step.week + (timesOf(step) - 1) * (step.repeats?.every ?? 0);
      if (last > most.weeks)
        problems.push({
          path: `stages[${s}].steps[${n}].week`,
          reason: t('it comes after week {n}, which is as far as a protocol goes', { n: most.weeks }),
        });
    }),
  );
  const times = stepsOf(draft).reduce((sum, step) => sum + timesOf(step), 0);
  if (times > most.steps)
    problems.push({
      path: 'stages',
      reason: t('there are {times} steps with their repeats, and {n} is the most', { times, n: most.steps }),
    });
  return problems;
}

const tooMany = (n: number): string => t('{n} is the most', { n });

/** Every text, number and list of it. Its depth is that of the schema. */
function look(value: unknown, path: string, problems: ProtocolProblem[]): void {
  const wrong = (reason: string) => problems.push({ path, reason });
  if (typeof value === 'string') {
    const longest = /(^|\.)id$/.test(path) ? most.name : most.characters;
    if (value.length > longest) wrong(t('it is longer than {n} characters', { n: longest }));
    if (value.includes('\0') || !value.isWellFormed())
      wrong(t('it holds a character that is none, which cannot be kept'));
  } else if (typeof value === 'number') {
    if (Math.abs(value) > most.number) wrong(tooMany(most.number));
  } else if (Array.isArray(value)) {
    if (value.length > most.list) wrong(t('it has more than {n} entries', { n: most.list }));
    value.slice(0, most.list).forEach((each, at) => look(each, `${path}[${at}]`, problems));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value))
      look(each, path === '' ? key : `${path}.${key}`, problems);
  }
}
