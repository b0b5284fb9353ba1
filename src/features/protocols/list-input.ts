import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, line, optionalLine, optionalNumber, optionalProse, prose } from '#platform/http/input.ts';
import { errorsOf } from '#platform/http/form-state.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { ListPart } from './list-parts.ts';

/** What the form of an entry sends, read field by field. Throws `Refused` with what is wrong, by field. */
export function readEntry(list: ListPart, sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read = z.object(schemaOf(list)).safeParse(sent);
  if (!read.success) throw new Refused(errorsOf(read.error));
  const { min, max } = read.data as { min?: number; max?: number | null };
  if (min !== undefined && typeof max === 'number' && max < min)
    throw new Refused({ max: t('This is fewer than the least.') });
  return read.data;
}

const schemaOf = ({ fields }: ListPart): Record<string, z.ZodType> =>
  Object.fromEntries(
    fields.map(({ name, sort, optional, options }) => {
      switch (sort) {
        case 'line':
          return [name, optional ? optionalLine() : line()];
        case 'prose':
          return [name, optional ? optionalProse(2000) : prose('Write something here.', 2000)];
        case 'lines':
          return [name, eachLine(2000)];
        case 'number':
          return [
            name,
            optional
              ? optionalNumber(1, 500)
              : optionalNumber(0, 500).refine((n) => n !== null, 'Write a number.'),
          ];
        case 'choice':
          return [name, choice((options?.() ?? []).map(({ value }) => value) as [string, ...string[]])];
      }
    }),
  );

/** Several lines, each an entry; empty ones are left out. */
export const eachLine = (max: number) =>
  optionalProse(max).transform((text) =>
    text
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean),
  );
