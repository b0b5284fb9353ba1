import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

/**
 * What a mark counts as. `approved`: at an approved educational activity elsewhere, which counts as attended. `unable`
 * and `not-possible` are left out of the sessions a pupil could have attended.
 */
export const AttendanceCategory = z.enum([
  'present',
  'approved',
  'authorised',
  'unauthorised',
  'unable',
  'not-possible',
]);
export type AttendanceCategory = z.infer<typeof AttendanceCategory>;

const NationalCode = z.strictObject({
  symbol: z.string().min(1).max(4),
  title: Words,
  means: Words.describe('when to choose it, in a sentence'),
  category: AttendanceCategory,
  short: Words.max(20).optional().describe('on its target in a register, where it stands there'),
  usual: z.literal(true).optional().describe('stands as a large target on every register'),
  role: z
    .enum(['present', 'late', 'away'])
    .optional()
    .describe('the one chosen by itself, for who comes late, and for who is not there'),
  session: z.enum(['am', 'pm']).optional().describe('the half of the day it is for'),
  minutes: z.literal(true).optional().describe('asks how late'),
});
export type NationalCode = z.infer<typeof NationalCode>;

/** A list of codes that a school maps its own to. */
export const AttendanceList = z
  .strictObject({
    id: Id,
    title: Words,
    plain: Words,
    locales: z.array(z.string()).describe('of the organisations that have it unless they choose another'),
    codes: z.array(NationalCode).min(3),
    source: Source,
  })
  .superRefine(({ codes }, context) => {
    const symbols = codes.map(({ symbol }) => symbol.toUpperCase());
    for (const [at, symbol] of symbols.entries())
      if (symbols.indexOf(symbol) !== at)
        context.addIssue({ code: 'custom', path: ['codes', at, 'symbol'], message: 'is there already' });
    for (const half of ['am', 'pm'])
      for (const role of ['present', 'late', 'away'])
        if (codes.filter((code) => code.role === role && (code.session ?? half) === half).length !== 1)
          context.addIssue({
            code: 'custom',
            path: ['codes'],
            message: `needs exactly one code with the role “${role}” in each half of the day`,
          });
    for (const [at, { usual, short }] of codes.entries())
      if (usual && short === undefined)
        context.addIssue({
          code: 'custom',
          path: ['codes', at, 'short'],
          message: 'is what its target says',
        });
  });
export type AttendanceList = z.infer<typeof AttendanceList>;
