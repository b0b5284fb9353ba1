import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { sourceLine } from '#features/evidence/index.ts';
import type { StepView } from './step.view.ts';

/** Said when a step is planned for less or more than its source asks. */
export function planned({ data: { step }, template }: Pick<StepView, 'data' | 'template'>): Html {
  const lasts = template?.lasts;
  if (!lasts || (step.minutes >= lasts.min && step.minutes <= lasts.max)) return nothing;
  const [min, max, minutes] = [lasts.min, lasts.max, step.minutes].map(formatMinutes) as [
    string,
    string,
    string,
  ];
  const asks =
    lasts.min === lasts.max
      ? t('The source asks for {min}; this is planned for {minutes}.', { min, minutes })
      : t('The source asks for {min} to {max}; this is planned for {minutes}.', { min, max, minutes });
  return notice('info', asks);
}

/** What the source says of how much one person promises at a time: advice for somebody who has as many already. */
export function atATime({ protocol, template }: Pick<StepView, 'protocol' | 'template'>, max: number): Html {
  const ingredient = protocol?.ingredients.find(({ id }) => id === template?.ingredient);
  const source = ingredient?.source ?? protocol?.source;
  return notice(
    'info',
    html`${ingredient?.why ?? protocol?.fidelity.fromSource} ${source && sourceLine(source)}
    ${t('You may promise more, and say why.')}`,
    tn(
      max,
      'This protocol asks for one promise at a time',
      'This protocol asks for {n} promises at a time, at most',
    ),
  );
}
