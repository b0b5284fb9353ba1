import { formatDate, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { stepHref } from '#features/programmes/index.ts';
import { sectionsOf, stepsOf } from './step-in-protocol.ts';
import type { StepView } from './step.view.ts';

/** What an earlier step hands on to this one, to be read before one writes: folded away, with the way there. */
export function carriedOver({ opened, protocol, data }: StepView): Html {
  if (data.carried.length === 0) return nothing;
  const why = (from: string) =>
    protocol?.carriesOver.find((carried) => carried.from === from && carried.to === data.step.template_step)
      ?.words;
  return html`<h2>${t('Carried over to here')}</h2>
    <ul>
      ${data.carried.map(({ number, title, on, cycle, texts, templateStep }) => {
        const from = stepsOf(protocol).find(({ id }) => id === templateStep);
        const parts = from
          ? sectionsOf(protocol, {
              template_step: from.id,
              kind: from.kind,
              mode: from.mode,
              form: from.form ?? null,
            })
          : [];
        return html`<li>
          ${why(templateStep)} <a href="${stepHref(opened.programme, { number })}">${title}</a>
          <span class="meta"
            >${
              cycle < data.step.cycle
                ? t('{day}, in cycle {n}', { day: formatDate(on), n: cycle })
                : formatDate(on)
            }</span
          >
          ${
            texts.length > 0 &&
            details(
              t('What was written there'),
              html`${texts
                .toSorted((a, b) => at(parts, a.section) - at(parts, b.section))
                .map(
                  ({ section, text }) =>
                    html`<h3>${parts.find(({ id }) => id === section)?.title ?? t('Also written')}</h3>
                      <p class="as-written">${text}</p>`,
                )}`,
            )
          }
        </li>`;
      })}
    </ul>`;
}

const at = (parts: readonly { id: string }[], section: string): number => {
  const index = parts.findIndex(({ id }) => id === section);
  return index === -1 ? parts.length : index;
};
