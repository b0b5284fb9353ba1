import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatNumber, t } from '#platform/i18n/i18n.ts';
import { dotPlot } from '#ui/chart/dot-plot.ts';
import { linePlot } from '#ui/chart/line-plot.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { stepList } from '#ui/step-list.ts';
import { sheetHref } from './addresses.ts';
import { type Measure, rangeOf } from './evaluation.ts';
import { armWords, keepsWords } from './group.ts';
import { keepingSection, pupilsSection } from './group-keeping.view.ts';
import { moments, momentWords } from './moments.ts';
import type { OpenedGroup } from './open-group.ts';
import { mean, median, rounded } from './statistics/describe.ts';

export const groupView = (opened: OpenedGroup, visit: Visit): Html => html`
  <p>
    ${armWords(opened.group.arm)}. ${keepsWords(opened.group.keeps)}.
    ${t('Kept by {name}.', { name: opened.group.teacher })}
  </p>
  <h2>${t('Four moments')}</h2>
  ${stepList(
    moments.map((moment) => ({
      label: t('{moment}: {day}', {
        moment: momentWords(moment),
        day: formatDate(opened.evaluation.dates[moment]),
      }),
      state: opened.group.handedIn.includes(moment) ? 'done' : 'later',
      href: sheetHref(opened.programme, opened.group, moment),
      note: opened.group.handedIn.includes(moment) ? t('Handed in') : t('Not handed in yet'),
    })),
  )}
  ${opened.group.keeps === 'pupils' && pupilsSection(opened, visit)}
  <h2>${t('What was measured')}</h2>
  ${
    opened.measures.length === 0
      ? empty({ says: t('No measure has been chosen for this group yet. The plan says which there are.') })
      : opened.measures.map((measure) =>
          opened.group.keeps === 'pupils' ? slopes(opened, measure) : course(opened, measure),
        )
  }
  ${opened.may('keep') && keepingSection(opened, visit)}
`;

const figureOf = (
  { group }: OpenedGroup,
  measure: Measure,
  subjectId: string,
  moment: string,
): number | null =>
  group.values.find(
    (value) => value.measureId === measure.id && value.subjectId === subjectId && value.moment === moment,
  )?.value ?? null;

/** Each pupil from the start to the latest moment there is: only here, for those who may see single pupils. */
function slopes(opened: OpenedGroup, measure: Measure): Html {
  const taken = (moment: string) =>
    opened.group.values.some(
      (value) => value.measureId === measure.id && value.moment === moment && value.value !== null,
    );
  const last = (['end', 'delayed', 'middle'] as const).find(taken) ?? 'end';
  const figures = (moment: string) =>
    opened.group.pupils.flatMap(({ id }) => figureOf(opened, measure, id, moment) ?? []);
  const scale = scaleOf(measure);
  return dotPlot({
    title: measure.unit
      ? t('{measure}, {unit}', { measure: measure.title, unit: measure.unit })
      : measure.title,
    note: moments
      .filter(taken)
      .map((moment) =>
        t('{moment}: mean {mean}, median {median}, n = {n}.', {
          moment: momentWords(moment),
          mean: formatNumber(rounded(mean(figures(moment)))),
          median: formatNumber(rounded(median(figures(moment)))),
          n: figures(moment).length,
        }),
      )
      .join(' '),
    before: momentWords('baseline'),
    after: momentWords(last),
    lines: opened.group.pupils.map(({ id, code }) => ({
      name: code,
      before: figureOf(opened, measure, id, 'baseline'),
      after: figureOf(opened, measure, id, last),
    })),
    ...(scale && { scale }),
    levels: measure.kind === 'rubric',
  });
}

function course(opened: OpenedGroup, measure: Measure): Html {
  const scale = scaleOf(measure);
  return linePlot({
    title: measure.title,
    ...(measure.unit && { unit: measure.unit }),
    moments: moments.map(momentWords),
    series: [
      {
        name: t('Whole group'),
        measured: moments.map((moment) => {
          const stored = opened.group.values.find(
            (value) => value.measureId === measure.id && value.moment === moment,
          );
          return { value: stored?.value ?? null, ...(stored?.pupils && { n: stored.pupils }) };
        }),
      },
    ],
    ...(scale && { scale }),
    levels: measure.kind === 'rubric',
  });
}

const scaleOf = (measure: Measure): readonly [number, number] | undefined => {
  const [low, high] = rangeOf(measure);
  return low !== null && high !== null ? [low, high] : undefined;
};
