import type { Item } from '#platform/access/who.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { lockStep, type Programme, type Step, templateOf } from '#features/programmes/index.ts';
import { openMinutes } from './minutes.queries.ts';
import { openStep } from './open-step.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { notesSection, type WritingPart, sectionsOf } from './step-in-protocol.ts';

interface OpenedSection {
  programme: Programme;
  step: Step;
  section: WritingPart;
}

/**
 * For a change: the section that the address names (`:section`), with its step locked. Throws `NotFound` for one
 * that the step does not have, `NotAllowed` for those who may not write in it and when the programme is closed.
 */
export async function openSection(change: Change): Promise<OpenedSection> {
  const { programme, step } = await openStep(change, 'read');
  await lockStep(change, step);
  const item = await openMinutes(change, step);
  const section = sectionsOf(await templateOf(change.tx, programme), step).find(
    ({ id }) => id === change.params.section,
  );
  if (!section) throw new NotFound('There is nothing to write at this address.');
  mustWrite(change, section.id, item);
  return { programme, step, section };
}

/** What is noted of a session that is led is written by those who lead it; everything else by all inside. */
export const abilityFor = (section: string): 'note' | 'write' =>
  section === notesSection ? 'note' : 'write';

const mustWrite = (change: Change, section: string, item: Item): void =>
  change.who.must(abilityFor(section), minutesPolicy, item);
