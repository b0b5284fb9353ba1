import { t } from '#platform/i18n/i18n.ts';
import { braid } from '#ui/braid.ts';
import type { StrandKey } from '#ui/braid.ts';
import { html, type Html } from '#ui/html.ts';
import { braidPoints } from '#features/programmes/index.ts';
import { strandWords } from '#features/protocols/index.ts';
import type { StepView } from './step.view.ts';

const strandKeys: readonly StrandKey[] = ['specialist', 'peer', 'practice', 'pupils'];

/** The step on the strands of the programme: the line stands at its day. */
export function placeInProgramme({ opened: { programme }, data, today }: StepView): Html {
  const { steps, step, terms } = data;
  return html`<h2>${t('Where it stands in the whole')}</h2>
    ${braid({
      title: t('{programme}: the line stands at this step', { programme: programme.title }),
      from: steps[0]?.on_date ?? programme.starts_on,
      until: steps.at(-1)?.on_date ?? programme.ends_on,
      terms,
      today: step.on_date,
      strands: strandKeys.map((key) => ({ key, label: strandWords(key) })),
      points: braidPoints(programme, steps, today),
      size: 'small',
    })}`;
}
