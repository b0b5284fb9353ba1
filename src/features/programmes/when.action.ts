import { z } from 'zod';
import { selectText } from '#platform/audit/text-versions.ts';
import { isTime } from '#platform/calendar/local-time.ts';
import { NotFound, Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { stepHref } from './addresses.ts';
import { mustRun } from './must-run.ts';
import { openProgramme, type OpenedProgramme, selectStep } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import type { Step } from './programme.queries.ts';
import { textOfStep } from './step-changes.ts';
import type { StepText } from './step.input.ts';
import { whenPage } from './when.page.ts';
import { writeStep } from './write-step.ts';

/**
 * Moves a step to a day and a time, for those who run the steps; everything else about it stays. Throws `Stale` when
 * somebody saved it meanwhile.
 */
export const moveStepAction = action('/programmes/:programme/steps/:number/when', {
  purpose: 'learning',
  access: programmePolicy,
  page: whenPage,
  input: z.object({
    on_date: day(),
    starts_at: z.string().refine(isTime, 'Write the time as 15:30.'),
    version: version(),
  }),
  async run(change, { version: shown, ...to }) {
    const { opened, step } = await openToMove(change);
    if (to.on_date < change.today) throw new Refused({ '': 'This day is over. Choose another.' });
    await move(change, opened, step, shown, to);
    return see(
      stepHref(opened.programme, step),
      t('It is now on {day}, at {time}.', { day: formatDate(to.on_date, 'weekday'), time: to.starts_at }),
      `${stepHref(opened.programme, step)}/when/back/${shown}`,
    );
  },
});

/** Takes the last move back: the day and the time of the version before it. */
export const moveBackAction = action('/programmes/:programme/steps/:number/when/back/:version', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  async run(change) {
    const { opened, step } = await openToMove(change);
    const before = Number(change.params.version);
    if (!Number.isSafeInteger(before) || before < 1) throw new NotFound();
    if (step.version !== before + 1)
      throw new Refused('The step was changed again since. Open it to see how it stands.');
    const text = await selectText(change.tx, { ownerId: step.owner_id, id: step.id }, before);
    if (!text) throw new NotFound();
    const { on_date, starts_at } = text as unknown as StepText;
    await move(change, opened, step, step.version, { on_date, starts_at });
    return see(
      stepHref(opened.programme, step),
      t('It is on the day it was on before.'),
      `${stepHref(opened.programme, step)}/when/back/${step.version}`,
    );
  },
});

async function openToMove(change: Change): Promise<{ opened: OpenedProgramme; step: Step }> {
  const opened = await openProgramme(change, 'facilitate');
  mustRun(opened.programme);
  return { opened, step: await selectStep(change, opened.programme) };
}

type Moment = Pick<StepText, 'on_date' | 'starts_at'>;

/** Of a step that somebody saved meanwhile, day and time alone are compared: nothing else was sent. */
async function move(change: Change, opened: OpenedProgramme, step: Step, shown: number, to: Moment) {
  try {
    await writeStep(change, opened, step, shown, { ...textOfStep(step), ...to });
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    const sent = Object.keys(to);
    throw new Stale({
      ...error.current,
      fields: error.current.fields.filter(({ name }) => sent.includes(name)),
    });
  }
}
