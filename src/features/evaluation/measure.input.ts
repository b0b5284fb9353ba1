import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Wrong } from '#platform/http/route.ts';
import { choice, line, optionalLine, optionalNumber, optionalProse, ticks } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { betterWays, type EvaluatedProgramme, type Level, type Measure, measureKinds } from './evaluation.ts';

export const measureInput = {
  title: line('Say what is measured.', 120),
  how: optionalProse(2000),
  kind: choice(measureKinds, 'Choose how it is measured.'),
  unit: optionalLine(60),
  lowest: optionalNumber(-1_000_000, 1_000_000),
  highest: optionalNumber(-1_000_000, 1_000_000),
  better: choice(betterWays, 'Say which way is better, or that neither is.'),
  levels: optionalProse(4000),
  minutes: optionalNumber(1, 600),
  whose: choice(['common', 'some'], 'Say who takes this measure.'),
  used_by: ticks(),
};

const sent = z.object(measureInput);
type Sent = z.output<typeof sent>;

/** What a measure says, without its number and version. */
export type MeasureText = Pick<
  Measure,
  | 'title'
  | 'how'
  | 'kind'
  | 'unit'
  | 'lowest'
  | 'highest'
  | 'better'
  | 'levels'
  | 'minutes'
  | 'common'
  | 'usedBy'
>;

/**
 * What was sent as a measure of `chosenBy`. Levels come one a line, lowest first, as "name: what one sees".
 * Throws `Refused` where something is missing that this kind of measure needs.
 */
export function readMeasure(form: Sent, { people }: EvaluatedProgramme, chosenBy: string): MeasureText {
  const wrong = wrongMeasure(form);
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  const levels = form.kind === 'rubric' ? readLevels(form.levels) : [];
  const usedBy = people.map(({ personId }) => personId).filter((id) => form.used_by.includes(id));
  if (form.whose === 'some' && !usedBy.includes(chosenBy)) usedBy.push(chosenBy);
  return {
    title: form.title,
    how: form.how,
    kind: form.kind,
    unit: form.kind === 'rubric' ? '' : form.unit,
    lowest: form.kind === 'rubric' ? null : form.lowest,
    highest: form.kind === 'rubric' ? null : form.highest,
    better: form.better,
    levels,
    minutes: form.kind === 'tally' ? form.minutes : null,
    common: form.whose === 'common',
    usedBy: form.whose === 'common' ? [] : usedBy,
  };
}

/** What its fields lack together, out of those that could be read. */
export function wrongMeasure({ kind, levels = '', lowest, highest, minutes }: Partial<Sent>): Wrong {
  const wrong: Wrong = {};
  const named = kind === 'rubric' ? readLevels(levels).length : 2;
  if (named < 2) wrong.levels = t('Name at least two levels, one on each line.');
  if (named > 12) wrong.levels = t('Twelve levels at most.');
  if (isNumber(lowest) && isNumber(highest) && lowest >= highest)
    wrong.highest = t('The highest must be more than the lowest.');
  if (kind === 'tally' && minutes === null) wrong.minutes = t('Say for how many minutes you count.');
  return wrong;
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';

const readLevels = (text: string): Level[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [name = '', ...rest] = each.split(':');
      return { name: name.trim(), descriptor: rest.join(':').trim() };
    });

/** A measure as the fields of its form. */
export const measureValues = (measure: MeasureText): Record<string, unknown> => ({
  ...measure,
  levels: measure.levels
    .map(({ name, descriptor }) => (descriptor ? `${name}: ${descriptor}` : name))
    .join('\n'),
  whose: measure.common ? 'common' : 'some',
  used_by: measure.usedBy,
});

/** A measure as columns. */
export const measureColumns = (measure: MeasureText) => ({
  title: measure.title,
  how: measure.how,
  kind: measure.kind,
  unit: measure.unit,
  lowest: measure.lowest,
  highest: measure.highest,
  better: measure.better,
  levels: JSON.stringify(measure.levels),
  minutes: measure.minutes,
  common: measure.common,
  used_by: measure.usedBy,
});
