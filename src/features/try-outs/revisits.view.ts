import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import type { Visit } from '#platform/http/context.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { stepList } from '#ui/step-list.ts';
import { tryOutHref } from './addresses.ts';
import type { Revisit, TryOut } from './select-try-out.ts';
import { type How, hows, howWords, intervals } from './widening.ts';

/** Looking again at what was tried, until it goes by itself. For its author. */
export function revisitsView(tryOut: TryOut, visit: Visit): Html {
  const waiting = tryOut.revisits.find(({ lookedAt }) => lookedAt === null);
  return html`<h2>${t('Looking at it again')}</h2>
    ${
      tryOut.revisits.length > 0 &&
      stepList(
        tryOut.revisits.map((revisit) => ({
          label: revisit.how ? t(howWords[revisit.how as How]) : t('Look again'),
          state: revisit.lookedAt
            ? ('done' as const)
            : revisit.dueOn <= visit.today
              ? ('now' as const)
              : ('later' as const),
          note: [dayOf(revisit), revisit.note].filter(Boolean).join(': '),
        })),
      )
    }
    ${waiting ? lookAgain(tryOut, waiting, visit) : begin(tryOut)}`;
}

const dayOf = ({ lookedAt, dueOn }: Revisit): string =>
  lookedAt ? formatDate(new Date(lookedAt), 'short') : formatDate(dueOn, 'weekday');

function lookAgain(tryOut: TryOut, revisit: Revisit, visit: Visit): Html {
  const action = tryOutHref(tryOut, `revisits/${revisit.number}`);
  const { values, errors } = visit.formAt(action);
  return html`${form({ action, button: t('Save how it goes'), quiet: true, values, errors }, (f) => [
    f.radios({
      name: 'how',
      label: t('How does it go by now?'),
      hint: t('For you alone. It decides only when you are reminded next.'),
      required: true,
      options: hows.map((how) => ({ value: how, label: t(howWords[how]) })),
    }),
    f.text({ name: 'note', label: t('What you noticed') }),
  ])}
  ${form({ action: tryOutHref(tryOut, 'revisits/stop'), button: t('Stop reminding me'), quiet: true })}`;
}

const begin = (tryOut: TryOut): Html =>
  html`<p>
      ${t('A technique stays when it is met again at widening intervals: here after a week, then {weeks}.', {
        weeks: intervals
          .slice(1)
          .map((days) => tn(days / 7, '{n} week', '{n} weeks'))
          .join(', '),
      })}
    </p>
    ${form({ action: tryOutHref(tryOut, 'revisits'), button: t('Remind me to look again'), quiet: true })}`;
