import type { DraftFields } from '#platform/drafts/drafts.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { groupHref, programmeTabs } from '#features/programmes/index.ts';
import type { CycleLine, GroupHome } from './group-home.queries.ts';
import { nextCycle } from './next-cycle.view.ts';

export interface CyclesView {
  group: GroupHome;
  /** What is written in the report of the last cycle. */
  parts: readonly { part: string; text: string }[];
  /** What the reader left unsent here: 'question:<cycle>', 'next:<group>'. */
  drafts: Record<string, DraftFields>;
  /** A newer version of the protocol than the group is on. */
  newest: Protocol | undefined;
  firstDay: string;
  visit: Visit;
}

export function cyclesView(view: CyclesView): Html {
  const { group } = view;
  const { programme } = group.opened;
  return html`${programmeTabs(group.opened, 'cycles')}
  ${group.cycles.toReversed().map((cycle) => oneCycle(view, cycle))}
  ${!programme.closed_at && nextCycle(view)}
  ${!programme.closed_at && view.newest && moveUp(view, view.newest)}`;
}

function oneCycle({ group, drafts, visit }: CyclesView, cycle: CycleLine): Html {
  const { opened, steps } = group;
  const { programme } = opened;
  const draft = drafts[`question:${cycle.id}`];
  const of = steps.filter(({ cycle: number }) => number === cycle.number);
  const [first, last] = [of[0], of.at(-1)];
  const here = groupHref(programme, `cycles/${cycle.number}/question`);
  const state = visit.formAt(here);
  return html`<h2 id="cycle-${cycle.number}">
      ${t('Cycle {n}', { n: cycle.number })} ${cycle.number === programme.cycle && label(t('Now'))}
    </h2>
    ${
      first &&
      last &&
      html`<p class="meta">
        ${t('{from} to {until}', { from: formatDate(first.on_date, 'short'), until: formatDate(last.on_date, 'short') })};
        ${t('{done} of {of} steps done', { done: of.filter(({ done_at }) => done_at !== null).length, of: of.length })}
      </p>`
    }
    <p class="as-written">${cycle.question || t('The group has not put its question in words yet.')}</p>
    ${
      !programme.closed_at &&
      details(
        cycle.question ? t('Put the question in other words') : t('Put the question in words'),
        form(
          {
            ...state,
            action: here,
            values: state.values ?? { question: cycle.question, ...draft },
            button: t('Save the question'),
            quiet: true,
            hidden: { version: cycle.version },
            draft: `cycle-question:${cycle.id}`,
          },
          (f) =>
            f.textarea({
              name: 'question',
              label: t('What we want to find out, and for which pupils'),
              rows: 3,
            }),
        ),
        state.errors !== undefined || draft !== undefined,
      )
    }
    <p>
      <a href="${groupHref(programme, `cycles/${cycle.number}/report`)}"
        >${cycle.releasedAt ? t('The report, given to the school') : t('What came of it: the report')}</a
      >
    </p>`;
}

/** The group may move to a newer version of its protocol, when it likes; what is planned stays as it is. */
const moveUp = ({ group: { opened } }: CyclesView, newest: Protocol): Html =>
  html`<h2 id="version">${t('A newer version of the protocol')}</h2>
    <p>
      ${t(
        'You are on version {now}; version {newest} is out. Your steps stay as they are. What comes after, such as your next cycle and your report, follows the newer one.',
        {
          now: opened.programme.template_version,
          newest: newest.version,
        },
      )}
      <a href="/protocols/${newest.id}">${t('Look at it')}</a>
    </p>
    ${form({
      action: groupHref(opened.programme, 'version'),
      button: t('Move to version {n}', { n: newest.version }),
      quiet: true,
      hidden: { to: newest.version },
    })}`;
