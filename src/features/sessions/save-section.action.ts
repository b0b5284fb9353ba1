import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmePolicy, stepHref, type Step } from '#features/programmes/index.ts';
import { agendaOf } from './agenda.ts';
import { isGathering, isMeeting } from './kinds-of-step.ts';
import { notesSection, openMinutes, selectSection } from './minutes.queries.ts';
import { lockStep, openStep } from './open-step.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { stepPage } from './step.page.ts';

/**
 * Saves one section of what is noted at a step, over the version the person was shown. The text it
 * replaces is kept. Throws `Stale` with the other text when somebody saved meanwhile.
 */
export const saveSection = action('/programmes/:programme/steps/:number/minutes/:section', {
  purpose: 'learning',
  access: programmePolicy,
  page: stepPage,
  input: z.object({ text: optionalProse(20_000), version: version() }),
  async run(change, { text, version: shown }) {
    const { programme, step } = await openStep(change, 'join');
    const section = sectionOf(step, change.params.section ?? '');
    await lockStep(change, step);
    const item = await openMinutes(change, step);
    change.who.must(section === notesSection ? 'note' : 'write', minutesPolicy, item);
    await writeSection(change, step, section, text, shown);
    await change.record({ kind: 'minutes.saved', itemId: step.id, body: { section, version: shown + 1 } });
    return see(`${stepHref(programme, step)}#${section}`, t('It is saved.'));
  },
});

/** A section that this step has. Throws `NotFound` for any other. */
function sectionOf(step: Step, section: string): string {
  const has = isMeeting(step)
    ? agendaOf(step).items.some(({ id, per }) => id === section && per === 'group')
    : isGathering(step) && section === notesSection;
  if (!has) throw new NotFound('There is nothing to write at this address.');
  return section;
}

async function writeSection(
  change: Change,
  step: Step,
  section: string,
  text: string,
  shown: number,
): Promise<void> {
  const { tx, now, who } = change;
  const before = await selectSection(tx, step, section);
  const written = { text, version: shown + 1, written_by: who.personId, written_at: now };
  if (!before) {
    await tx
      .insertInto('step_minutes')
      .values({ owner_id: step.owner_id, id: newId(now), step_id: step.id, section, ...written, version: 1 })
      .execute();
    return;
  }
  if (before.version !== shown)
    throw new Stale({
      version: before.version,
      writerId: before.written_by,
      writtenBy: before.writtenBy,
      writtenAt: before.written_at,
      fields: [{ name: 'text', label: t('What is noted'), text: before.text }],
    });
  const of = { ownerId: step.owner_id, id: before.id };
  await keepText(tx, of, before.version, { text: before.text }, before.written_by, before.written_at);
  await tx
    .updateTable('step_minutes')
    .set(written)
    .where('owner_id', '=', step.owner_id)
    .where('id', '=', before.id)
    .execute();
}
