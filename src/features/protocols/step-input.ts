import { z } from 'zod';
import {
  choice,
  line,
  optionalLine,
  optionalNumber,
  prose,
  ticked,
  ticks,
  tooLongBy,
  wholeNumber,
} from '#platform/http/input.ts';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  type ProtocolStep,
  StepKind,
  StepLead,
  StepMode,
  Strand,
  Writing,
  type WritingSection,
} from '#features/evidence/index.ts';
import { freeId } from './draft.ts';

/** How many parts to write a step can have. */
export const mostSections = 12;

/** What the form of a step sends. Weeks are counted from 1 there, and from 0 in the protocol. */
export const stepInput = z.looseObject({
  kind: choice(StepKind.options, 'Choose what kind of step it is.'),
  title: line('Give the step a title.', 120),
  prompt: prose('Say what people are asked to do.', 2000),
  stage: line('Choose a stage.', 60),
  week: wholeNumber(1, 200, 'Write in which week it comes.'),
  minutes: wholeNumber(0, 2400, 'Write how many minutes it takes.'),
  in_school_day: ticked(),
  required: ticked(),
  times: optionalNumber(2, 60),
  every: optionalNumber(1, 52),
  lasts_min: optionalNumber(1, 2400),
  lasts_max: optionalNumber(1, 2400),
  strand: choice(Strand.options, 'Choose a strand.'),
  lead: choice(StepLead.options, 'Choose who leads it.'),
  mode: choice(StepMode.options, 'Choose how people meet.'),
  for: ticks(40),
  first: optionalLine(60),
  ingredient: optionalLine(60),
  form: optionalLine(60),
  after: ticks(400),
  days: optionalNumber(1, 400),
  promises: optionalNumber(1, 20),
  asks_questions: ticked(),
  writing: z.enum(['', ...Writing.options]).default(''),
});
type Sent = z.output<typeof stepInput>;

/** The step as the form sent it, without what was left empty. Throws `Refused` where two answers do not fit. */
export function stepFrom(id: string, sent: Sent): ProtocolStep {
  const sections = sectionsIn(sent);
  mustFit(sent, sections.length);
  const writes = sections.length > 0 || sent.asks_questions;
  return {
    id,
    kind: sent.kind,
    title: sent.title,
    prompt: sent.prompt,
    strand: sent.strand,
    lead: sent.lead,
    week: sent.week - 1,
    minutes: sent.minutes,
    inSchoolDay: sent.in_school_day,
    mode: sent.mode,
    required: sent.required,
    // It takes the cycle of the stage it is put into.
    cycle: 1,
    ...(sent.times !== null && { repeats: { times: sent.times, every: sent.every ?? 1 } }),
    ...(sent.lasts_min !== null &&
      sent.lasts_max !== null && { lasts: { min: sent.lasts_min, max: sent.lasts_max } }),
    ...(sent.for.length > 0 && { for: sent.for }),
    ...(sent.first && { first: sent.first }),
    ...(sent.ingredient && { ingredient: sent.ingredient }),
    ...(sent.form && { form: sent.form }),
    ...(sent.after.length > 0 && { after: sent.after }),
    ...(sent.days !== null && { days: sent.days }),
    ...(sent.promises !== null && { commitments: { max: sent.promises } }),
    ...(sent.asks_questions && { asksQuestions: true as const }),
    ...(sections.length > 0 && { sections }),
    ...(writes && sent.writing !== '' && { writing: sent.writing }),
  };
}

function mustFit(sent: Sent, sections: number): void {
  const wrong: Record<string, string> = {};
  for (const name of ['times', 'every', 'lasts_min', 'lasts_max', 'days', 'promises'] as const)
    if (sent[name] !== null && !Number.isInteger(sent[name])) wrong[name] = t('Write a whole number.');
  if ((sent.lasts_min === null) !== (sent.lasts_max === null))
    wrong.lasts_max = t('Write both, the fewest and the most minutes, or neither.');
  if (sent.lasts_min !== null && sent.lasts_max !== null && sent.lasts_min > sent.lasts_max)
    wrong.lasts_max = t('This is fewer than the fewest.');
  if ((sections > 0 || sent.asks_questions) && sent.writing === '')
    wrong.writing = t('Choose how people write what this step asks for.');
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
}

/** The parts to write, each with a title; those without any words are left out. */
function sectionsIn(sent: Readonly<Record<string, unknown>>): WritingSection[] {
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '');
  const sections: WritingSection[] = [];
  for (let n = 0; n < mostSections; n++) {
    const [title, prompt] = [text(`section_title_${n}`), text(`section_prompt_${n}`)];
    if (title === '' && prompt === '') continue;
    if (title === '') throw new Refused({ [`section_title_${n}`]: t('Give this part a title.') });
    if (prompt === '') throw new Refused({ [`section_prompt_${n}`]: t('Say what to write in this part.') });
    if (title.length > 120) throw new Refused({ [`section_title_${n}`]: tooLongBy(120, title) });
    if (prompt.length > 2000) throw new Refused({ [`section_prompt_${n}`]: tooLongBy(2000, prompt) });
    const known = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text(`section_id_${n}`)) ? text(`section_id_${n}`) : title;
    const id = freeId(
      known,
      sections.map((each) => each.id),
      'part',
    );
    sections.push({ id, title, prompt });
  }
  return sections;
}
