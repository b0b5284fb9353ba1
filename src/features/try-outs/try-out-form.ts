import { Refused } from '#platform/errors.ts';
import {
  day,
  line,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalProse,
  prose,
} from '#platform/http/input.ts';
import type { Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { byId, catalogue, type Form } from '#features/evidence/index.ts';

/** The form "What I tried" of the catalogue. */
export const tryOutForm = (): Form => byId(catalogue().forms, 'try-out');

/** Its written parts, by their ids in the catalogue. */
export const parts = ['tried', 'why', 'pupils-responded', 'surprise', 'next'] as const;
export type Part = (typeof parts)[number];
export type Texts = Record<Part, string>;

export const questionOf = (part: Part): string => t(byId(tryOutForm().parts, part).question);
export const helpOf = (part: Part): string | undefined => {
  const { help } = byId(tryOutForm().parts, part);
  return help && t(help);
};

/** What the form sends. */
export const tryOutInput = {
  on_date: day('Choose the day.'),
  pupils: line('Say which pupils: a class or a group, without names.', 120),
  tried: prose('Say in a line what you tried.'),
  why: prose('Say in a line why.'),
  'pupils-responded': prose('Say in a line what pupils did or said.'),
  surprise: optionalProse(),
  next: optionalProse(),
  programme: optionalId(),
  idea: optionalLine(120),
  technique: optionalLine(120),
  minutes: optionalNumber(1, 600),
  held_constant: optionalProse(2_000),
  changed: optionalProse(2_000),
  practice: optionalId(),
};

export interface SentTryOut extends Texts {
  on_date: string;
  pupils: string;
  programme: string | null;
  idea: string;
  technique: string;
  minutes: number | null;
  held_constant: string;
  changed: string;
  practice: string | null;
}

/** A try-out as it is written, without what the program adds. */
export interface Written {
  onDate: string;
  pupils: string;
  texts: Texts;
  programmeId: string | null;
  stepId: string | null;
  evidenceId: string | null;
  technique: string;
  minutes: number | null;
  heldConstant: string;
  changed: string;
  /** What one practises, of which this is the doing in class. */
  practiceId: string | null;
}

/** What is wrong with the day, and with half an experiment, out of what could be read. */
export function wrongTryOut({ on_date, held_constant, changed }: Partial<SentTryOut>, today: string): Wrong {
  const wrong: Wrong = {};
  if (on_date !== undefined && on_date > today)
    wrong.on_date = t('This day is still to come. Log it when it has been.');
  if (held_constant && changed === '')
    wrong.changed = t('Say what the one thing is that you changed, or leave both empty.');
  if (changed && held_constant === '')
    wrong.held_constant = t('Say which routine you kept the same, or leave both empty.');
  return wrong;
}

/**
 * What was sent, read. `today` in the school's zone. Throws `Refused` for a day still to come and for
 * half an experiment.
 */
export function readTryOut(sent: SentTryOut, today: string): Written {
  const wrong = wrongTryOut(sent, today);
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  const [sort, id] = sent.idea.split(/:(.*)/s);
  return {
    onDate: sent.on_date,
    pupils: sent.pupils,
    texts: Object.fromEntries(parts.map((part) => [part, sent[part]])) as Texts,
    programmeId: sent.programme,
    stepId: sort === 'step' ? id! : null,
    evidenceId: sort === 'evidence' ? id! : null,
    technique: sent.technique,
    minutes: sent.minutes,
    heldConstant: sent.held_constant,
    changed: sent.changed,
    practiceId: sent.practice,
  };
}

/** The fields of the form for what is stored. */
export const valuesOf = (written: Written): Record<string, unknown> => ({
  on_date: written.onDate,
  pupils: written.pupils,
  ...written.texts,
  programme: written.programmeId,
  idea: written.stepId
    ? `step:${written.stepId}`
    : written.evidenceId
      ? `evidence:${written.evidenceId}`
      : '',
  technique: written.technique,
  minutes: written.minutes,
  held_constant: written.heldConstant,
  changed: written.changed,
  practice: written.practiceId,
});

/** Everything that was written, with its question: for reading, for versions, for taking away. */
export function saidIn(
  written: Pick<Written, 'texts' | 'pupils' | 'technique' | 'heldConstant' | 'changed'>,
) {
  return [
    { name: 'pupils', label: t('With which pupils'), text: written.pupils },
    ...parts.map((part) => ({ name: part as string, label: questionOf(part), text: written.texts[part] })),
    { name: 'held_constant', label: t('What was kept the same'), text: written.heldConstant },
    { name: 'changed', label: t('The one thing that was changed'), text: written.changed },
    { name: 'technique', label: t('What it is called'), text: written.technique },
  ];
}
