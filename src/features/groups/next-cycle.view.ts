import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { groupHref } from '#features/programmes/index.ts';
import { carriedQuestion } from './carried-question.ts';
import type { CyclesView } from './cycles.view.ts';

/** Another time round: what is carried over stands ready, to be changed. */
export function nextCycle(view: CyclesView): Html {
  const { protocol, opened, steps } = view.group;
  const { programme } = opened;
  const laidOut = steps.filter(({ cycle }) => cycle === programme.cycle + 1);
  if (!protocol?.again && laidOut.length === 0) return nothing;
  const open = steps.filter(
    ({ cycle, done_at, required }) => cycle === programme.cycle && required && !done_at,
  );
  const fields = nextCycleForm(view, protocol, laidOut[0]?.on_date);
  const isOpen =
    view.visit.formAt(groupHref(programme, 'cycles')).values !== undefined ||
    view.drafts[`next:${programme.id}`] !== undefined;
  return html`<h2 id="next">${t('Begin cycle {n}', { n: programme.cycle + 1 })}</h2>
    ${
      laidOut[0]
        ? html`<p>
            ${t('Its steps stand already, the first on {day}. They stay where they are.', { day: formatDate(laidOut[0].on_date, 'weekday') })}
          </p>`
        : protocol?.again && html`<p>${protocol.again.words}</p>`
    }
    ${
      open.length > 0 &&
      html`<p>
        ${tn(open.length, 'One step of this cycle that is asked of everybody is not called done yet. It stays where it is.', '{n} steps of this cycle that are asked of everybody are not called done yet. They stay where they are.')}
      </p>`
    }
    ${
      protocol &&
      protocol.carriesOver.length > 0 &&
      html`<p>${t('What goes on with you:')}</p>
        <ul>
          ${protocol.carriesOver.map(({ words }) => html`<li>${words}</li>`)}
        </ul>`
    }
    ${open.length === 0 || isOpen ? fields : details(t('Begin it now all the same'), fields)}`;
}

/** @param begins the day its first step stands on already, when it does */
function nextCycleForm(
  { group, parts, drafts, firstDay, visit }: CyclesView,
  protocol: Protocol | undefined,
  begins: string | undefined,
): Html {
  const { programme } = group.opened;
  const action = groupHref(programme, 'cycles');
  const state = visit.formAt(action);
  const draft = drafts[`next:${programme.id}`];
  return form(
    {
      ...state,
      action,
      values: state.values ?? {
        question: protocol ? carriedQuestion(protocol, parts) : '',
        starts_on: firstDay,
        ...draft,
      },
      button: t('Begin the next cycle'),
      draft: `cycle-next:${programme.id}`,
      hidden: { after: programme.cycle, ...(begins ? { starts_on: begins } : {}) },
    },
    (f) => [
      f.textarea({
        name: 'question',
        label: t('The question you take on'),
        rows: 3,
        hint: t('From the end of your last report, where you wrote one.'),
      }),
      begins === undefined && f.date({ name: 'starts_on', label: t('First day'), required: true }),
    ],
  );
}
