import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticked, ticks } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators, appointers } from '#features/people/index.ts';
import type { PreviewSummary } from '../preview/preview.ts';
import { updateRun } from '../run.queries.ts';
import { openRun } from './answer.action.ts';
import { runPage } from './run.page.ts';

/**
 * Says that what was shown is to be done. A job does it, after looking whether it is still what would be done;
 * if anything changed meanwhile the preview is made anew and nothing is written.
 */
export const applyImport = action('/school/imports/:run/apply', {
  purpose: 'administration',
  access: roles(...administrators),
  page: runPage,
  input: z.object({ shown: z.string().max(64), back: ticked(), many: ticked(), roles: ticks(200) }),
  async run(change, input) {
    const run = await openRun(change, ['ready']);
    const summary = run.summary as PreviewSummary;
    if (input.shown !== run.fingerprint)
      throw new Refused(t('The preview was made again since you saw it. Look at it once more.'));
    if (summary.needs.length > 0 && !input.many)
      throw new Refused({
        many: t('Many people would end. Tick this if that is right; otherwise drop the import.'),
      });
    if (input.roles.length > 0 && !change.who.hasAny(appointers))
      throw new Refused({ roles: t('Only an administrator or the head gives these roles.') });
    const given = input.roles.map((each) => ({
      key: each.slice(each.indexOf(' ') + 1),
      role: each.slice(0, each.indexOf(' ')),
    }));
    const confirmed = { bringBack: input.back, manyEndings: input.many, roles: given, begun: false };
    await updateRun(
      change.tx,
      run,
      {
        state: 'applying',
        options: { ...run.options, confirmed },
        confirmedBy: change.who.personId,
        confirmedAt: change.now,
        progress: 0,
        steps: 0,
      },
      change.now,
    );
    await change.record({ kind: 'import.confirmed', itemId: run.id, body: { runId: run.id }, tell: true });
    return see(`/school/imports/${run.id}`);
  },
});

/** Carries on an import that was interrupted, as when the server was switched off. */
export const carryOnImport = action('/school/imports/:run/carry-on', {
  purpose: 'administration',
  access: roles(...administrators),
  page: runPage,
  input: z.object({}),
  async run(change) {
    const run = await openRun(change, ['applying', 'undoing']);
    await change.record({
      kind: run.state === 'applying' ? 'import.carry-on' : 'import.undo-asked',
      itemId: run.id,
      body: { runId: run.id },
      tell: true,
    });
    return see(`/school/imports/${run.id}`, t('It carries on.'));
  },
});

/** Takes back what an import added. */
export const undoImport = action('/school/imports/:run/undo', {
  purpose: 'administration',
  access: roles(...administrators),
  page: runPage,
  input: z.object({}),
  async run(change) {
    const run = await openRun(change, ['done']);
    await updateRun(change.tx, run, { state: 'undoing', confirmedBy: change.who.personId }, change.now);
    await change.record({ kind: 'import.undo-asked', itemId: run.id, body: { runId: run.id }, tell: true });
    return see(`/school/imports/${run.id}`);
  },
});
