import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import {
  absenceHref,
  absencesPath,
  arrangedInWords,
  askedHref,
  awayPath,
  dayHref,
  daysInWords,
  type Gap,
  kindInWords,
  slotHref,
  slotKey,
  termPath,
  timesInWords,
} from './cover.ts';
import type { AwayPerson } from './day.lists.ts';
import type { DayShown, Suggestion } from './load-day.ts';
import type { Declined, Standing } from './day.queries.ts';

/** The day: who is away, then the classes by time. */
export function dayView(shown: DayShown, me: string): Html {
  const { day, today, away, gaps, open, keeps, suggestions, loose, declined } = shown;
  return html`${gaps.length > 0 && html`<p class="cover-sum"><strong>${openInWords(open.length, gaps)}</strong></p>`}
    <h2>${t('Away')}</h2>
    ${away.length === 0 ? html`<p>${t('Nobody is away, as far as it was said.')}</p>` : awayLines(away, keeps, me)}
    ${declined.length > 0 && declinedNotice(declined)} ${loose.length > 0 && looseNotice(loose)}
    ${
      gaps.length === 0
        ? away.length > 0 && html`<p>${t('None of them has a class on this day.')}</p>`
        : byTime(gaps).map(
            ([first, ...more]) =>
              html`<h2>${[first!.period, timesInWords(first!)].join(', ')}</h2>
                <ul class="items cover-gaps">
                  ${[first!, ...more].map((gap) => html`<li>${oneGap(gap, { keeps, over: day < today, me, suggestion: suggestions.get(slotKey(gap)) })}</li>`)}
                </ul>`,
          )
    }
    <nav class="pager" aria-label="${t('Days')}">
      <a href="${dayHref(nextWeekday(day, -1))}" rel="prev">${icon('back')} ${t('The day before')}</a>
      ${day === today ? html`<span></span>` : html`<a href="${dayHref(today, today)}">${t('Today')}</a>`}
      <a href="${dayHref(nextWeekday(day, 1))}" rel="next">${t('The day after')} ${icon('next')}</a>
    </nav>
    ${quietActions([
      { label: t('I cannot be in'), href: awayPath, icon: 'edit' },
      { label: keeps ? t('All absences') : t('My absences'), href: absencesPath },
      { label: t('Cover this term'), href: termPath },
    ])}`;
}

/** How many classes nobody is asked for; where that is none, how many of those asked have not answered. */
function openInWords(open: number, gaps: readonly Gap[]): string {
  const all = gaps.length;
  const asked = gaps.filter(({ arranged }) => arranged?.how === 'colleague' && !arranged.accepted).length;
  if (open === 0 && asked > 0)
    return tn(
      asked,
      'Somebody is asked for every class. One answer is still to come.',
      'Somebody is asked for every class. {n} answers are still to come.',
    );
  if (open === 0) return tn(all, 'The one class is looked after.', 'All {n} classes are looked after.');
  return all === 1
    ? t('The one class is open.')
    : tn(open, 'One of {all} classes is open.', '{n} of {all} classes are open.', { all });
}

/** The next day from Monday to Friday, forwards or backwards. */
function nextWeekday(day: string, step: 1 | -1): string {
  let next = addDays(day, step);
  while (isWeekend(next)) next = addDays(next, step);
  return next;
}

/** Those of one stretch of the day together. */
const byTime = (gaps: readonly Gap[]): Gap[][] => [
  ...Map.groupBy(gaps, ({ startsAt, endsAt, period }) => `${startsAt} ${endsAt} ${period}`).values(),
];

const awayLines = (away: readonly AwayPerson[], keeps: boolean, me: string): Html =>
  html`<ul class="items dense">
    ${away.map(
      (each) =>
        html`<li>
          ${personName({ name: each.name, href: keeps || each.personId === me ? absenceHref(each.id) : undefined })}<span
            class="meta"
            >${awayFacts(each)}</span
          >
        </li> `,
    )}
  </ul>`;

const awayFacts = (away: AwayPerson): string => {
  const facts = [
    away.fromOn === away.untilOn && away.fromTime === null && away.untilTime === null
      ? ''
      : daysInWords(away),
    away.kind === null ? '' : kindInWords[away.kind]().toLocaleLowerCase(),
    away.words ?? '',
  ].filter(Boolean);
  return facts.length === 0 ? '' : `, ${facts.join('; ')}`;
};

interface Shown {
  keeps: boolean;
  over: boolean;
  me: string;
  suggestion: Suggestion | undefined;
}

function oneGap(gap: Gap, { keeps, over, me, suggestion }: Shown): Html {
  const { arranged, work } = gap;
  const byHand =
    keeps &&
    html`<a href="${slotHref(gap.absenceId, gap)}"
      >${arranged === null ? t('Choose by hand') : t('Change')}<span class="hidden"
        >: ${gap.unit}, ${gap.startsAt}</span
      ></a
    >`;
  return html`<strong>${[gap.unit, gap.subject].filter(Boolean).join(', ')}</strong
    >${gap.room !== '' && ` (${gap.room})`}<br />
    <span class="meta">${gapFacts(gap, keeps)}</span>
    <p>${stateOf(gap, keeps, me)} ${arranged !== null && byHand}</p>
    ${work !== '' && details(t('What the class does'), html`<p class="as-written">${work}</p>`)}
    ${
      keeps &&
      !over &&
      arranged === null &&
      (suggestion
        ? suggested(gap, suggestion, byHand)
        : html`<p>${t('Nobody who teaches is free then.')} ${byHand}</p>`)
    }`;
}

const gapFacts = ({ name, others, work }: Gap, keeps: boolean): string =>
  [
    t('{name} is away.', { name }),
    others.length > 0 &&
      tn(others.length, '{who} teaches it too.', '{who} teach it too.', { who: formatList(others) }),
    keeps && work === '' && t('No work is left yet.'),
  ]
    .filter(Boolean)
    .join(' ');

function stateOf(gap: Gap, keeps: boolean, me: string): Value {
  const { arranged } = gap;
  if (arranged === null) return html`<span class="cover-open">${icon('warning')} ${t('Open')}</span>`;
  return html`${icon('check')} ${takenBy(gap, me)}
  ${arranged.how === 'colleague' && keeps && (arranged.accepted ? t('Has said so.') : t('Has not answered yet.'))}`;
}

const takenBy = ({ arranged }: Gap, me: string): Value =>
  arranged!.coveredBy === me
    ? html`<a href="${askedHref(arranged!.id)}">${t('You take it')}</a>`
    : arranged!.how === 'colleague'
      ? t('{name} takes it.', { name: arrangedInWords(arranged!) })
      : t('{what}.', { what: arrangedInWords(arranged!) });

const suggested = (gap: Gap, { personId, name, reasons }: Suggestion, byHand: Value): Html =>
  html`<div class="cover-suggested">
    <p>${t('Suggested:')} ${personName({ name })}. <span class="meta">${reasons}</span></p>
    <div class="cover-choose">
      ${form({
        action: slotHref(gap.absenceId, gap),
        button: t('Ask {name}', { name }),
        quiet: true,
        describe: t('Ask {name} to take {unit} at {time}', { name, unit: gap.unit, time: gap.startsAt }),
        hidden: { how: 'colleague', person: personId, was: '' },
      })}
      ${byHand}
    </div>
  </div>`;

const declinedNotice = (declined: readonly Declined[]): Html =>
  notice(
    'info',
    html`<ul>
      ${declined.map(({ name, unit, startsAt, why }) => html`<li>${t('{name} cannot take {unit} at {time}.', { name, unit, time: startsAt })} ${why !== '' && html`<q>${why}</q>`}</li> `)}
    </ul>`,
    t('Said that they cannot'),
  );

const looseNotice = (loose: readonly Standing[]): Html =>
  notice(
    'caution',
    html`<ul>
      ${loose.map(
        ({ id, unit, startsAt, name, how, covering, words }) =>
          html`<li>
            ${t('{unit} at {time}, for {name}: {what}', { unit, time: startsAt, name, what: arrangedInWords({ how, name: covering, words }) })}
            ${form({ action: `/cover/arranged/${id}/undo`, button: t('Let it go'), quiet: true, describe: t('Let it go: {unit}, {time}', { unit, time: startsAt }) })}
          </li> `,
      )}
    </ul>`,
    t('Arranged, and not needed any more: the lesson moved, or its teacher is there'),
  );
