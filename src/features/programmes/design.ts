import type { Protocol } from '#features/evidence/index.ts';
import type { Part } from './people.queries.ts';
import type { Programme, Step } from './programme.queries.ts';

/** What of a step a reader of the design needs, and no more: a plan has forty of them. */
export const designStepColumns = [
  'id',
  'number',
  'kind',
  'strand',
  'lead',
  'title',
  'prompt',
  'on_date',
  'starts_at',
  'place',
  'minutes',
  'in_school_day',
  'mode',
  'cycle',
  'required',
  'template_step',
  'ingredient',
  'form',
  'days',
  'cover',
  'version',
] as const satisfies readonly (keyof Step)[];

export type DesignStep = Pick<Step, (typeof designStepColumns)[number]>;

export interface DesignPerson {
  personId: string;
  name: string;
  /** 'staff', 'guest'; null when no longer a member. */
  kind: string | null;
  /** Holds a post of head or senior leader today. */
  leads: boolean;
  parts: Part[];
}

export interface TermSpan {
  name: string;
  startsOn: string;
  endsOn: string;
}

/** A programme with everything its design says: what the braid, the totals and the design check read. */
export interface Design {
  programme: Programme;
  /** In order of date. */
  steps: readonly DesignStep[];
  /** Steps that were taken out. */
  removed: readonly DesignStep[];
  costs: readonly { id: string; kind: string; about: string; amount: number }[];
  risks: readonly { id: string; risk: string; response: string }[];
  people: readonly DesignPerson[];
  /** Answers of the designers by question. */
  answers: Readonly<Record<string, string>>;
  terms: readonly TermSpan[];
  closures: readonly { startsOn: string; endsOn: string }[];
  /** Title of the school priority it serves; null when none is chosen. */
  priority: string | null;
  /** Other programmes in the same weeks that somebody taking part here is in; null when nobody is enrolled yet. */
  otherProgrammes: number | null;
  /** The template it was laid out from; undefined when the catalogue has it no more. */
  template: Protocol | undefined;
}
