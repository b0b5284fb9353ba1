import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { isRunning } from './must-run.ts';
import type { OpenedProgramme } from './open-programme.ts';
import { type Programme, type Step, selectStepByNumber } from './programme.queries.ts';
import { fitToSteps, textOfStep } from './step-changes.ts';
import type { StepText } from './step.input.ts';

/** What calendars elsewhere show of a step. */
const inCalendars = ['title', 'on_date', 'starts_at', 'minutes', 'place'] as const;

/**
 * Writes a step over the version that the person was shown, keeps both texts, and records whether it
 * moved. Throws `Stale` with the step as it stands when another version is there by now.
 */
export async function writeStep(
  change: Change,
  { programme, item }: OpenedProgramme,
  step: Step,
  shown: number,
  text: StepText,
): Promise<void> {
  const { tx, now, who } = change;
  const written = await tx
    .updateTable('programme_step')
    .set({
      ...text,
      version: shown + 1,
      ...(inCalendars.some((name) => text[name] !== step[name]) && { calendar_changed_at: now }),
    })
    .where('owner_id', '=', step.owner_id)
    .where('id', '=', step.id)
    .where('version', '=', shown)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return refuseStale(change, programme, step);
  const kept = { ownerId: step.owner_id, id: step.id };
  await keepText(tx, kept, shown, textOfStep(step), item.authorId, step.created_at);
  await keepText(tx, kept, shown + 1, text, who.personId, now);
  await fitToSteps(change, programme);
  const moved =
    text.on_date !== step.on_date || text.starts_at !== step.starts_at || text.place !== step.place;
  await change.record({
    kind: moved ? 'step.moved' : 'step.changed',
    itemId: programme.id,
    body: { step: step.id, number: step.number, slug: programme.slug, on: text.on_date },
    tell: moved && isRunning(programme),
  });
}

async function refuseStale(change: Change, programme: Programme, step: Step): Promise<never> {
  const current = (await selectStepByNumber(change.tx, programme, step.number))!;
  const field = (name: keyof StepText, label: string) => ({ name, label, text: String(current[name] ?? '') });
  return throwStale(
    change.tx,
    { ownerId: step.owner_id, id: step.id },
    {
      version: current.version,
      fields: [
        field('title', t('Title')),
        field('prompt', t('What people are asked to do')),
        field('on_date', t('Date')),
        field('starts_at', t('From')),
        field('place', t('Place')),
        field('minutes', t('Minutes')),
      ],
    },
    current.created_at,
  );
}
