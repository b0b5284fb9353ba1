import { formatDate, formatMinutes, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { placeInWords } from './answer-scale.ts';
import { shortChange } from './change-words.ts';
import { questions } from './questions-form.ts';
import { nothingOf } from './report-pupils.view.ts';
import type { AskedReport, MeasureReport, Report } from './report.ts';

/** How many measures are named before the rest is only counted. */
const mostMeasures = 3;

/** The whole report in four answers, for somebody who has a minute; each leads to its part of the page. */
export const minuteView = (report: Report): Html => {
  const answer = (part: string, question: string, says: Value, kind?: Parameters<typeof evidenceLabel>[0]) =>
    html`<div>
      <dt><a href="#${part}">${question}</a> ${kind && evidenceLabel(kind)}</dt>
      <dd>${says}</dd>
    </div>`;
  return html`<dl class="minute full">
    ${answer('happened', t('What happened'), happened(report), 'usage')}
    ${answer('teachers', t('What changed for teachers'), teachers(report), 'self-report')}
    ${answer('pupils', t('What changed for pupils'), pupils(report), 'pupils')}
    ${answer('sure', t('How sure'), sure(report))}
  </dl>`;
};

const sentences = (...all: readonly (string | false)[]): string => all.filter(Boolean).join(' ');

function happened({ happened: what, startsOn, endsOn }: Report): string {
  const days = { from: formatDate(startsOn), until: formatDate(endsOn) };
  return sentences(
    what.teachers === null
      ? t('From {from} to {until}. How many took part is not shown: fewer than five.', days)
      : tn(
          what.teachers,
          '{n} teacher, from {from} to {until}.',
          '{n} teachers, from {from} to {until}.',
          days,
        ),
    what.stepsPlanned > 0 &&
      tn(
        what.stepsPlanned,
        '{passed} of {n} step has had its day.',
        '{passed} of {n} steps have had their day.',
        { passed: formatNumber(what.stepsPassed) },
      ),
    what.minutesIn + what.minutesOut > 0 &&
      t('{time} for each teacher so far.', { time: formatMinutes(what.minutesIn + what.minutesOut) }),
    what.tryOuts !== null &&
      tn(what.tryOuts, '{n} try-out in class is logged.', '{n} try-outs in class are logged.'),
  );
}

function teachers({ asked, summary }: Report): string {
  const own = summary !== null && t('They have written an account of their own, below.');
  const told = asked.findLast(({ recipients }) => recipients !== null);
  if (told) return sentences(practiceSays(told), own);
  const last = asked.at(-1);
  return sentences(
    !last
      ? t('They have not been asked yet.')
      : last.closed
        ? t('Not shown: fewer than five answered.')
        : t('They are being asked; what was said is shown once the questions are closed.'),
    own,
  );
}

/** The one question of the form that is about lessons rather than about the programme. */
function practiceSays({ questions: all, recipients }: AskedReport): string {
  const asks = questions().find(({ id }) => id === 'practice')?.question;
  const practice = all.find(({ question }) => question === asks);
  if (!practice || practice.recipients === null)
    return tn(recipients ?? 0, '{n} person who took part answered.', '{n} people who took part answered.');
  return sentences(
    t('“{question}” The {n} who took part and answered: {answer}, on average.', {
      question: practice.question,
      answer: placeInWords(practice.recipients),
      n: formatNumber(recipients ?? 0),
    }),
    practice.leader !== null && t('Those who led: {answer}.', { answer: placeInWords(practice.leader) }),
  );
}

function pupils({ measures }: Report): Html | string {
  if (measures.length === 0) return t('No measure has been chosen yet.');
  const [first, more] = [measures.slice(0, mostMeasures), measures.length - mostMeasures];
  return html`<ul>
      ${first.map((measure) => html`<li>${measure.title}: ${inShort(measure)}</li>`)}
      ${more > 0 && html`<li>${tn(more, '{n} more measure, below', '{n} more measures, below')}</li>`}
    </ul>
    ${first.some(changeOf) && html`<p class="meta">${t('Average at the end against the start; in brackets the 95% interval.')}</p>`}`;
}

const changeOf = ({ series }: MeasureReport) =>
  series.find(({ arm, keeps }) => arm === 'programme' && keeps === 'pupils')?.change;

function inShort(measure: MeasureReport): string {
  const change = changeOf(measure);
  return change ? shortChange(change, measure) : nothingOf(measure);
}

function sure(report: Report): string {
  const { rivals, comparison, measures } = report;
  const changes = measures.flatMap(({ series }) => series.flatMap(({ change }) => change ?? []));
  const open = changes.filter(({ low, high }) => low <= 0 && high >= 0).length;
  return sentences(
    comparison === 'none'
      ? t('Nothing to compare with: the figures say what changed, not what made it change.')
      : t('Compared with a group that was not made by chance; it may differ in other ways too.'),
    open > 0 &&
      tn(
        open,
        'For {n} measure no change at all lies within the interval.',
        'For {n} measures no change at all lies within the interval.',
      ),
    rivals.length === 0
      ? t('No other explanation has been written down.')
      : tn(
          rivals.length,
          '{n} other explanation has been looked at.',
          '{n} other explanations have been looked at.',
        ),
  );
}
