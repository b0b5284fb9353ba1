import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import type { Tool } from './release.ts';
import type { Above, Release } from './release.queries.ts';

const toolHref = (tool: Tool, year: number, below = ''): string =>
  `/school/${tool === 'plan' ? 'mentoring-planner' : 'cycle-audit'}/${year}${below && `/${below}`}`;

interface Releasing {
  tool: Tool;
  year: number;
  above: readonly Above[];
  releases: readonly Release[];
  /** Whether anything is there to be read. */
  begun: boolean;
  mayRelease: boolean;
}

/** Who above reads a copy, since when, and giving or taking it back. Nothing where nobody is above. */
export function releaseSection(of: Releasing, visit: Visit): Html | false {
  if (of.above.length === 0) return false;
  const { tool, year } = of;
  const action = toolHref(tool, year, 'release');
  return html`<section>
    <h2>${t('Read above the school')}</h2>
    <p>
      ${t('Nobody above reads this until you let them. They get a copy as it stands that day, with its date; what you write afterwards stays here until you let them read it again. You can take the copy back at any time.')}
    </p>
    ${countedList({
      says: tn(of.releases.length, 'One organisation reads a copy', '{n} organisations read a copy'),
      items: of.releases.map(
        ({ id, to, at, by }) =>
          html`<span
              >${t('{organisation}: as it stood on {day}, released by {name}', { organisation: to, day: formatDate(at), name: by })}</span
            >
            ${of.mayRelease && form({ action: toolHref(tool, year, 'take-back'), button: t('Take it back'), describe: t('Take it back from {organisation}', { organisation: to }), hidden: { release: id }, quiet: true, prefix: `back-${id}` })}`,
      ),
      withEnd: true,
      empty: t('Nobody above reads it.'),
    })}
    ${
      of.mayRelease &&
      of.begun &&
      form({ ...visit.formAt(action), button: t('Let them read it as it stands'), quiet: true }, (f) =>
        f.radios({
          name: 'to',
          label: t('Who'),
          required: true,
          options: of.above.map(({ id, name }) => ({ value: id, label: name })),
        }),
      )
    }
  </section>`;
}
