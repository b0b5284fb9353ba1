import { bytes } from '#platform/http/route.ts';
import { type Cell, sheet } from '#platform/http/sheet.ts';
import { t } from '#platform/i18n/i18n.ts';
import { buildReport } from './build-report.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { missingWords } from './group.ts';
import { moments, momentWords } from './moments.ts';
import { openEvaluation } from './open-evaluation.ts';
import type { Point } from './report.ts';
import { selectReportFacts } from './report.queries.ts';
import { seriesName } from './report-pupils.view.ts';
import { selectReadablePupils } from './sheet.queries.ts';

/**
 * What the reader may see as a spreadsheet: the protected figures of the page, and below them the single figures
 * of groups that are theirs or shared with them. Opening those of a colleague is written to the log.
 */
export const figuresSheet = bytes('/programmes/:programme/evaluation/figures.csv', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  async send(visit) {
    const opened = await openEvaluation(visit);
    const facts = await selectReportFacts(visit.db, visit.who, opened, visit.today);
    const report = buildReport(opened, facts, 'reader');
    const pupils = await selectReadablePupils(visit, opened);
    const head = [
      t('Measure'),
      t('Unit'),
      t('Whose'),
      t('Moment'),
      t('Figure'),
      t('Interval from'),
      t('Interval to'),
      t('Pupils'),
      t('Note'),
    ];
    const together = report.measures.flatMap((measure) =>
      measure.series.flatMap((series) =>
        moments.map((moment): Cell[] => [
          measure.title,
          measure.unit,
          seriesName(series),
          momentWords(moment),
          ...pointCells(series.points[moment]),
        ]),
      ),
    );
    const single = pupils.map((each): Cell[] => [
      each.measure,
      each.unit,
      t('{group}: {pupil}', { group: each.group, pupil: each.code ?? t('Whole group') }),
      momentWords(each.moment),
      each.value,
      null,
      null,
      each.pupils,
      each.missing === null ? null : missingWords(each.missing),
    ]);
    return sheet(`evaluation-${opened.programme.slug}`, [head, ...together, ...single]);
  },
});

function pointCells(point: Point): Cell[] {
  switch (point.is) {
    case 'shown':
      return [point.mean, point.low, point.high, point.n, null];
    case 'few':
      return [null, null, null, null, t('Hidden: fewer than five')];
    case 'waiting':
      return [null, null, null, null, t('Not complete yet')];
    case 'none':
      return [null, null, null, null, t('Not measured')];
  }
}
