import { bytes, roles } from '#platform/http/route.ts';
import { sheet } from '#platform/http/sheet.ts';
import { t } from '#platform/i18n/i18n.ts';
import { figuresPath } from '../attendance.ts';
import { wholeReaders } from '../attendance.access.ts';
import { daysAsked } from '../span.ts';
import { shareOf } from './counts.ts';
import { groupInWords, groupingAsked } from './figures.page.ts';
import { selectFigures } from './figures.queries.ts';

/** The figures as a sheet: one row a group, counts of sessions and shares in hundredths. */
export const figuresSheet = bytes(`${figuresPath}.csv`, {
  purpose: 'administration',
  access: roles(...wholeReaders),
  async send(visit) {
    const days = await daysAsked(visit);
    const by = groupingAsked(visit.query);
    const { groups } = await selectFigures(visit.db, visit.who, days, by);
    const hundredths = (count: number, of: { possible: number }): number | null => {
      const share = shareOf(count, of);
      return share === null ? null : Math.round(share * 10_000) / 100;
    };
    return sheet(t('attendance {from} to {until}', days), [
      [
        t('Group'),
        t('From'),
        t('Until'),
        t('Pupils'),
        t('Possible'),
        t('Attended'),
        t('Attended, of 100'),
        t('Authorised'),
        t('Authorised, of 100'),
        t('Unauthorised'),
        t('Unauthorised, of 100'),
        t('Unable to come'),
        t('Not possible'),
        t('Late'),
        t('Late after closing'),
      ],
      ...groups
        .filter(({ pupils }) => pupils > 0)
        .map((row) => [
          groupInWords(row.group, by),
          days.from,
          days.until,
          row.pupils,
          row.possible,
          row.attended,
          hundredths(row.attended, row),
          row.authorised,
          hundredths(row.authorised, row),
          row.unauthorised,
          hundredths(row.unauthorised, row),
          row.unable,
          row.notPossible,
          row.late,
          row.lateAfterClose,
        ]),
    ]);
  },
});
