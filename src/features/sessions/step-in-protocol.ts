import { t } from '#platform/i18n/i18n.ts';
import { catalogue, type Protocol, type ProtocolStep, type Writing } from '#features/evidence/index.ts';
import type { Step } from '#features/programmes/index.ts';
import { agendaOf } from './agenda.ts';
import { isGathering, isMeeting } from './kinds-of-step.ts';

/** One part of what is written at a step. */
export interface WritingPart {
  id: string;
  title: string;
  /** What is asked for; '' where the title says it. */
  prompt: string;
}

/** How people write at a step, and in which parts. */
export interface StepWriting {
  way: Writing;
  parts: readonly WritingPart[];
}

export const stepsOf = (protocol: Protocol | undefined): readonly ProtocolStep[] =>
  protocol?.stages.flatMap(({ steps }) => steps) ?? [];

/** What the protocol says of a step of the programme; nothing of a step that the school added itself. */
export const inProtocol = (
  protocol: Protocol | undefined,
  step: Pick<Step, 'template_step'>,
): ProtocolStep | undefined => stepsOf(protocol).find(({ id }) => id === step.template_step);

/** The section of a session that is led, as against those of a meeting's agenda. */
export const notesSection = 'notes';

/** What the page of a step calls its own parts by. */
const onThePage = [notesSection, 'meeting', 'roll', 'writing', 'main'];

/** The protocol's parts stand beside those of an agenda: one that is called like one of them gets a name of its own. */
function ownName(id: string): string {
  const taken =
    onThePage.includes(id) || catalogue().agendas.some(({ items }) => items.some((item) => item.id === id));
  return taken ? `part-${id}` : id;
}

/** How people write at a step as its protocol says: its own parts, then the questions asked at every stage. */
export function writingAt(
  protocol: Protocol | undefined,
  step: Pick<Step, 'template_step'>,
): StepWriting | undefined {
  const template = inProtocol(protocol, step);
  if (!template?.writing) return undefined;
  const questions = template.asksQuestions ? (protocol?.questions ?? []) : [];
  return {
    way: template.writing,
    parts: [
      ...(template.sections ?? []).map((part) => ({ ...part, id: ownName(part.id) })),
      ...questions.map(({ id, words }) => ({ id: `question-${id}`, title: words, prompt: '' })),
    ],
  };
}

/** The parts that are written together because the protocol says so. */
function jointParts(
  protocol: Protocol | undefined,
  step: Pick<Step, 'template_step'>,
): readonly WritingPart[] {
  const writing = writingAt(protocol, step);
  return writing?.way === 'together' ? writing.parts : [];
}

/** Every part of a step that is one text for all, in the order of its page: agenda, notes, what the protocol asks for. */
export function sectionsOf(
  protocol: Protocol | undefined,
  step: Pick<Step, 'template_step' | 'kind' | 'mode' | 'form'>,
): readonly WritingPart[] {
  const joint = jointParts(protocol, step);
  if (isMeeting(step))
    return [
      ...agendaOf(step)
        .items.filter(({ per }) => per === 'group')
        .map(({ id, title, prompt }) => ({ id, title, prompt })),
      ...joint,
    ];
  return hasNotes(protocol, step) ? [notes(), ...joint] : joint;
}

const notes = (): WritingPart => ({ id: notesSection, title: t('Notes of the session'), prompt: '' });

/** Whether a session is noted as a whole: where people write parts of their own together, those are its notes. */
export const hasNotes = (
  protocol: Protocol | undefined,
  step: Pick<Step, 'template_step' | 'kind' | 'mode'>,
): boolean => isGathering(step) && !isMeeting(step) && jointParts(protocol, step).length === 0;

/** Parts in which somebody wrote and that are not asked for any more, as when a group moved to a newer version. */
export const partsNoMore = (
  parts: readonly WritingPart[],
  written: readonly { section: string }[],
): WritingPart[] =>
  [...new Set(written.map(({ section }) => section))]
    .filter((section) => !parts.some(({ id }) => id === section))
    .map((id) => ({ id, title: t('Written under a heading that is gone'), prompt: '' }));
