import type { BraidOptions, BraidPoint, StrandKey } from '#ui/braid.ts';
import { Strand } from '#features/evidence/index.ts';
import { stepHref } from './addresses.ts';
import type { Design, DesignStep } from './design.ts';
import type { Programme } from './programme.queries.ts';
import { strandWords } from '#features/protocols/index.ts';

export type BraidStep = Pick<DesignStep, 'number' | 'strand' | 'lead' | 'title' | 'on_date' | 'minutes'>;

/** When it was published, as a moment or as text; null while it is a draft. */
interface Published {
  published_at: Programme['published_at'] | string;
}

/** The steps of a programme as points on the strands; those before `today` are done, once it is published. */
export const braidPoints = (
  programme: Pick<Programme, 'slug'> & Published,
  steps: readonly BraidStep[],
  today: string,
): BraidPoint[] =>
  steps.map((step) => ({
    id: String(step.number),
    strand: step.strand as StrandKey,
    on: step.on_date,
    label: step.title,
    href: stepHref(programme, step),
    minutes: step.minutes,
    done: programme.published_at !== null && step.on_date < today,
    lead: step.lead === 'specialist',
  }));

/** The programme as the one picture: its strands over the terms it touches. */
export function programmeBraid(
  design: {
    programme: Pick<Programme, 'slug' | 'title' | 'starts_on' | 'ends_on'> & Published;
    steps: readonly BraidStep[];
    terms: Design['terms'];
  },
  today: string,
  size: 'large' | 'small',
): BraidOptions {
  const { programme, steps, terms } = design;
  const from = steps[0]?.on_date ?? programme.starts_on;
  const until = steps.at(-1)?.on_date ?? programme.ends_on;
  return {
    title: programme.title,
    from,
    until,
    terms: terms.filter((term) => term.endsOn >= from && term.startsOn <= until),
    today,
    strands: Strand.options.map((key) => ({ key, label: strandWords(key) })),
    points: braidPoints(programme, steps, today),
    size,
  };
}
