import { t, tn } from '#platform/i18n/i18n.ts';
import { barPlot } from '#ui/chart/bar-plot.ts';
import { dotPlot } from '#ui/chart/dot-plot.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { placeInWords } from './answer-scale.ts';
import { askingWords } from './asking-moment.ts';
import type { AskedReport, QuestionReport, Report } from './report.ts';

/** What those who led and those who took part say: labelled as that, liking never called impact. */
export function teachersSection(report: Report): Html {
  return html`${
    report.summary !== null &&
    html`<h3>${t('In the participants’ own words, released by all of them')}</h3>
      <p class="as-written">${report.summary}</p>`
  }
  ${
    report.asked.length === 0
      ? html`<p>${t('Those who led and those who took part have not been asked yet.')}</p>`
      : report.asked.map(
          (asked) =>
            html`<h3>${askingWords(asked.moment)}</h3>
              ${askedView(asked)}`,
        )
  }`;
}

function askedView(asked: AskedReport): Html {
  if (!asked.closed)
    return html`<p>${t('The questions are open. What was said is shown once they are closed.')}</p>`;
  if (asked.recipients === null)
    return html`<p>
      ${t('Fewer than five of those who took part answered, or your own answer would leave fewer than five, so nothing of it is shown.')}
    </p>`;
  const both = asked.questions.filter((each) => each.leader !== null && each.recipients !== null);
  return html`<p>
      ${tn(asked.recipients, '{n} person who took part answered', '{n} people who took part answered')},
      ${tn(asked.leaders, '{n} who led.', '{n} who led.')}
      ${t('It says what people think. Whether they liked it is not what came of it.')}
    </p>
    ${gapInWords(both)}
    ${
      both.length > 0 &&
      dotPlot({
        title: t('The same questions to those who led and those who took part'),
        note: t(
          'From 0, “Not at all”, to 3, “Very much”. To the nearest half step, so that nobody’s answer can be worked out.',
        ),
        each: t('Question'),
        before: t('Led'),
        after: t('Took part'),
        scale: [0, 3],
        levels: true,
        lines: both.map(({ question, leader, recipients }) => ({
          name: question,
          before: leader,
          after: recipients,
        })),
      })
    }
    <div class="on-screen">${details(t('Each question'), asked.questions.map(questionView))}</div>`;
}

/** Where the two sides stand a whole step or more apart. */
function gapInWords(both: readonly QuestionReport[]): Html {
  const apart = both.filter(({ leader, recipients }) => Math.abs(leader! - recipients!) >= 1);
  if (both.length === 0)
    return html`<p>${t('There are not enough answers from both sides to set them side by side.')}</p>`;
  if (apart.length === 0)
    return html`<p>
      ${t('On no question do those who led and those who took part stand a whole step apart.')}
    </p>`;
  return html`<ul>
    ${apart.map(
      ({ question, leader, recipients }) =>
        html`<li>
          ${question}
          ${t('Those who led: {led}. Those who took part: {took}.', {
            led: placeInWords(leader!),
            took: placeInWords(recipients!),
          })}
        </li>`,
    )}
  </ul>`;
}

const questionView = (report: QuestionReport): Html => html`
  <h4>${report.question}</h4>
  ${
    report.counts
      ? barPlot({ title: report.question, note: t('Those who took part'), bars: report.counts })
      : report.recipients !== null &&
        html`<p>
          ${t('How many gave each answer is not shown: some answers were given by fewer than five.')}
        </p>`
  }
  ${words(t('Those who led, in their own words'), report.leaderWords)}
  ${words(t('Those who took part, in their own words'), report.recipientWords)}
`;

const words = (title: string, all: readonly string[]): Html | false =>
  all.length > 0 &&
  html`<p>${title}</p>
    <ul>
      ${all.map((each) => html`<li class="as-written">${each}</li>`)}
    </ul>`;
