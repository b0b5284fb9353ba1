import { formatList, formatMinutes, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { table } from '#ui/table.ts';
import type { Protocol, ProtocolStage, ProtocolStep } from '#features/evidence/index.ts';
import { oneSchoolLabel, partSources } from './protocol-source.view.ts';
import { workOf } from './work-of.ts';
import { kindWords, leadWords, modeWords, strandWords } from './words.ts';

/** What it asks of one person, in and out of the school day. */
export function workWords(protocol: Protocol): string {
  const { all, inSchoolDay, outside, optional } = workOf(protocol);
  return [
    t('It asks {all} of somebody who takes part: {inside} in the school day and {outside} outside it.', {
      all: formatMinutes(all),
      inside: formatMinutes(inSchoolDay),
      outside: formatMinutes(outside),
    }),
    optional > 0 ? t('Of this, {optional} may be left out.', { optional: formatMinutes(optional) }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Stages and steps, what is asked again at each stage, and the rules of time. */
export const protocolSteps = (protocol: Protocol, own: boolean): Html => html`
  <h2 id="steps">${t('Stages and steps')}</h2>
  ${protocol.stages.map((stage, at) => stageTable(protocol, stage, at))} ${again(protocol)}
  ${
    protocol.questions &&
    html`<h3>${t('Asked again at every stage')}</h3>
      <ul>
        ${protocol.questions.map(({ words }) => html`<li>${words}</li>`)}
      </ul>`
  }
  ${
    protocol.timing.length > 0 &&
    html`<h3>${t('Rules of time')}</h3>
      <ul class="items">
        ${protocol.timing.map(
          (rule) =>
            html`<li>
              <p>${rule.words} ${oneSchoolLabel(rule.oneSchool)}</p>
            </li>`,
        )}
      </ul>
      ${partSources(
        protocol.timing.map(({ words, source }) => ({ name: words, source })),
        own,
      )}`
  }
`;

const stageTable = (protocol: Protocol, stage: ProtocolStage, at: number): Html =>
  html`<h3>${t('{n}. {title}', { n: at + 1, title: stage.title })}</h3>
    <p>${stage.plain}</p>
    ${table({
      caption: stage.title,
      captionHidden: true,
      columns: [
        { label: t('Step'), wide: true },
        { label: t('Week') },
        { label: t('Time'), numeric: true },
        { label: t('Where') },
      ],
      rowHeads: false,
      rows: stage.steps.map((step): Value[] => [
        stepCell(protocol, step),
        weekWords(step),
        formatMinutes(step.minutes),
        html`${step.inSchoolDay ? t('In the school day') : t('Outside the school day')}<br /><span
            class="meta"
            >${modeWords(step.mode)}</span
          >`,
      ]),
      empty: t('There is no step in it yet.'),
    })}`;

const stepCell = ({ roles }: Protocol, step: ProtocolStep): Html => {
  const who = roles.filter(({ id }) => step.for?.includes(id)).map(({ title }) => title);
  return html`<div id="step-${step.id}">
    <strong>${step.title}</strong> ${!step.required && label(t('Optional'))}<br />
    <span class="meta"
      >${kindWords(step.kind)}; ${strandWords(step.strand)},
      ${t('led by {lead}', { lead: leadWords(step.lead) })}${
        who.length > 0 && html`; ${t('for: {who}', { who: formatList(who) })}`
      }</span
    >
    <p>${step.prompt}</p>
    ${
      step.lasts &&
      html`<p class="meta">
        ${t('The source asks for {min} to {max} minutes.', { min: step.lasts.min, max: step.lasts.max })}
      </p>`
    }
    ${
      step.sections &&
      html`<p class="meta">
        ${t('What is written: {parts}.', { parts: formatList(step.sections.map(({ title }) => title)) })}
      </p>`
    }
    ${step.commitments && html`<p class="meta">${tn(step.commitments.max, 'At most one promise at a time.', 'At most {n} promises at a time.')}</p>`}
  </div>`;
};

/** "Week 3", "From week 3, 4 times, every 2 weeks". Weeks are counted from 1. */
export const weekWords = ({ week, repeats }: Pick<ProtocolStep, 'week' | 'repeats'>): string =>
  repeats
    ? tn(
        repeats.every,
        'From week {week}, {times} times, every week',
        'From week {week}, {times} times, every {n} weeks',
        {
          week: formatNumber(week + 1),
          times: formatNumber(repeats.times),
        },
      )
    : t('Week {n}', { n: week + 1 });

const again = ({ again: round, stages }: Protocol): Html =>
  round
    ? html`<p>
        ${round.words}
        ${t('Another cycle goes through: {stages}.', {
          stages: formatList(stages.filter(({ id }) => round.stages.includes(id)).map(({ title }) => title)),
        })}
      </p>`
    : nothing;
