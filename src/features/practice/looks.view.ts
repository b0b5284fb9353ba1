import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { stepList } from '#ui/step-list.ts';
import { hows, howWords, intervals } from '#features/try-outs/index.ts';
import { practiceHref } from './addresses.ts';
import { type Look, type Practice, waitingLook } from './practice.ts';

/** Meeting it again until it goes by itself, and now and then after that where it took an old habit's place. */
export function looksView(practice: Practice, acts: boolean, visit: Visit): Html {
  const waiting = waitingLook(practice);
  return html`<h2 id="again">${t('Meet it again')}</h2>
    ${
      practice.looks.length > 0 &&
      stepList(
        practice.looks.map((look) => ({
          label: look.how ? t(howWords[look.how]) : askWords(look),
          state: look.lookedAt
            ? ('done' as const)
            : look.dueOn <= visit.today
              ? ('now' as const)
              : ('later' as const),
          note: [dayOf(look), look.note].filter(Boolean).join(': '),
        })),
      )
    }
    ${practice.settledAt && practice.replaces && relapseWhy(practice.replaces)}
    ${acts && (waiting ? lookForm(practice, waiting, visit) : begin(practice))}`;
}

const askWords = ({ relapse }: Look): string => (relapse ? t('Is the old habit back?') : t('Meet it again'));

const dayOf = ({ lookedAt, dueOn }: Look): string =>
  lookedAt ? formatDate(new Date(lookedAt), 'short') : formatDate(dueOn, 'weekday');

/** Source: S3, Where next?, on professional development that is additive or disruptive. */
const relapseWhy = (habit: string): Html =>
  notice(
    'info',
    t(
      'It took the place of an old habit ({habit}). Earlier practice is never quite overwritten and “can easily re-emerge after a while”, writes the paper “Where next?”, which calls this an emerging understanding. So you are asked again, later and more rarely.',
      {
        habit,
      },
    ),
  );

function lookForm(practice: Practice, look: Look, visit: Visit): Html {
  const action = practiceHref(practice, `looks/${look.number}`);
  const { values, errors } = visit.formAt(action);
  const said = form({ action, button: t('Save how it goes'), quiet: true, values, errors }, (f) => [
    f.radios({
      name: 'how',
      label: look.relapse
        ? t('Does it still go by itself, or has the old habit come back?')
        : t('How does it go by now?'),
      hint: t('Honestly: it decides only when you meet it again.'),
      required: true,
      options: hows.map((how) => ({ value: how, label: t(howWords[how]) })),
    }),
    f.text({ name: 'note', label: t('In your own words') }),
  ]);
  const waits = look.dueOn > visit.today;
  return html`${waits ? details(t('Look at it before its day'), said, errors !== undefined) : said}
  ${form({ action: practiceHref(practice, 'looks/stop'), button: t('Stop reminding me'), quiet: true })}`;
}

const begin = (practice: Practice): Html =>
  html`<p>
      ${
        practice.settledAt
          ? t('It goes by itself, so nothing reminds you of it.')
          : t(
              'What is met again at widening intervals stays: here after a week, then {weeks}, on teaching days.',
              {
                weeks: intervals
                  .slice(1)
                  .map((days) => tn(days / 7, '{n} week', '{n} weeks'))
                  .join(', '),
              },
            )
      }
    </p>
    ${form({ action: practiceHref(practice, 'looks'), button: t('Remind me in a week'), quiet: true })}`;
