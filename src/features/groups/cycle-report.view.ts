import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatMinutes, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { printButton } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { groupHref } from '#features/programmes/index.ts';
import type { CycleFacts, ReportPart } from './cycle-report.queries.ts';
import type { OpenedCycle } from './open-cycle.ts';

interface CycleReportView extends OpenedCycle {
  visit: Visit;
}

export function cycleReportView(view: CycleReportView): Html {
  const { cycle, protocol, facts, parts } = view;
  return html`
    ${protocol && html`<p>${t('Protocol:')} <a href="/protocols/${protocol.id}">${protocol.title}</a></p>`}
    ${cycle.question && html`<p class="as-written"><strong>${t('The question:')}</strong> ${cycle.question}</p>`}
    ${released(view)}
    <h2>${t('What happened')}</h2>
    ${whatHappened(facts)}
    ${(protocol?.report ?? []).map((asked) =>
      reportPart(
        view,
        asked,
        parts.find(({ part }) => part === asked.id),
      ),
    )}
    ${leftOver(view)} ${release(view)} ${printButton()}
  `;
}

/** Counted by the program: no words of anybody, and no claim about what it did. */
const whatHappened = (facts: CycleFacts): Html =>
  html`${definitionList([
      {
        term: t('When'),
        says:
          facts.firstDay &&
          facts.lastDay &&
          t('{from} to {until}', { from: formatDate(facts.firstDay), until: formatDate(facts.lastDay) }),
      },
      { term: t('Who'), says: tn(facts.people, 'One person', '{n} people') },
      {
        term: t('Steps'),
        says: t('{done} of {of} done; at {met} somebody was marked as there', {
          done: facts.done,
          of: facts.steps,
          met: facts.met,
        }),
      },
      {
        term: t('Time of each'),
        says: t('{inside} in the school day, {outside} outside', {
          inside: formatMinutes(facts.minutesInside),
          outside: formatMinutes(facts.minutesOutside),
        }),
      },
      {
        term: t('Promises'),
        says: t('{promised} made, {tried} tried in part or wholly', {
          promised: facts.promised,
          tried: facts.tried,
        }),
      },
    ])}
    <p class="meta">${t('Counted by the program. It says what was done, not what it led to.')}</p>`;

function reportPart(
  view: CycleReportView,
  asked: { id: string; title: string; prompt: string },
  now: ReportPart | undefined,
): Html {
  const { programme, cycle, writes, drafts, visit } = view;
  const action = groupHref(programme, `cycles/${cycle.number}/report/${asked.id}`);
  const state = visit.formAt(action);
  const draft = drafts[asked.id];
  const written = now !== undefined && now.text !== '';
  const write = form(
    {
      ...state,
      action,
      values: state.values ?? { text: now?.text ?? '', ...draft },
      button: t('Save it'),
      quiet: true,
      hidden: { version: now?.version ?? 0 },
      draft: `cycle-report:${cycle.id}:${asked.id}`,
    },
    (f) => f.textarea({ name: 'text', label: asked.title, labelHidden: true, rows: 5 }),
  );
  return html`<section id="part-${asked.id}">
    <h2>${asked.title}</h2>
    ${writes && !cycle.releasedAt && html`<p>${asked.prompt}</p>`}
    ${
      written
        ? html`<p class="as-written">${now.text}</p>
            <p class="meta">
              ${t('{name}, {when}', { name: now.writtenBy, when: formatMoment(now.writtenAt) })}
            </p>`
        : !writes && html`<p class="empty">${t('Nothing is written here.')}</p>`
    }
    ${writes && !cycle.releasedAt && (written ? details(t('Change it'), write, state.errors !== undefined || draft !== undefined) : write)}
  </section>`;
}

/** What was written under parts that a newer version of the protocol no longer asks for: nothing is lost. */
function leftOver({ protocol, parts }: CycleReportView): Html {
  const asked = new Set(protocol?.report.map(({ id }) => id));
  const others = parts.filter(({ part, text }) => !asked.has(part) && text !== '');
  if (others.length === 0) return nothing;
  return html`<h2>${t('Written for an earlier version')}</h2>
    ${others.map(({ text }) => html`<p class="as-written">${text}</p>`)}`;
}

const released = ({ cycle }: CycleReportView): Html =>
  cycle.releasedAt
    ? notice(
        'info',
        t(
          'The group gave this report to the school on {day}. All staff can read it, and it stands in the annual report where there is one.',
          {
            day: formatDate(cycle.releasedAt),
          },
        ),
      )
    : nothing;

function release({ programme, cycle, parts, releases }: CycleReportView): Html {
  if (!releases) return nothing;
  const here = groupHref(programme, `cycles/${cycle.number}`);
  if (cycle.releasedAt)
    return form({ action: `${here}/take-back`, button: t('Take it back from the school'), quiet: true });
  if (parts.every(({ text }) => text === '')) return nothing;
  return html`<h2>${t('Give it to the school')}</h2>
    <p>
      ${t('All staff can read it then, with the name of the group, its question and what the program counted. Read it once more for names of pupils; what is written elsewhere in the group stays in the group. Everybody in the group is told, and anybody in it can take it back.')}
    </p>
    ${form({ action: `${here}/release`, button: t('Give the report to the school') })}`;
}
