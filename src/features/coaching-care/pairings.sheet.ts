import { dateIn } from '#platform/calendar/dates.ts';
import { bytes } from '#platform/http/route.ts';
import { sheet } from '#platform/http/sheet.ts';
import { t } from '#platform/i18n/i18n.ts';
import { kindInWords } from '#features/coaching/index.ts';
import { carePath, careRoles } from './care.ts';
import { soughtOf } from './caseload.page.ts';
import { selectCaseload } from './caseload.queries.ts';
import { peopleInWords, waitsInWords } from './caseload.ts';

/** More pairings than a school has at a time. */
const most = 5000;

/** The caseload as a sheet, narrowed as the page is. */
export const pairingsSheet = bytes(`${carePath}/pairings.csv`, {
  purpose: 'administration',
  access: careRoles,
  async send(visit) {
    const { pairings } = await selectCaseload(visit.db, visit.who, {
      ...soughtOf(visit),
      limit: most,
      offset: 0,
    });
    const zone = visit.who.standing.organisation.zone;
    return sheet(t('mentoring-and-coaching'), [
      [
        t('Who'),
        t('Kind'),
        t('Asked'),
        t('Since'),
        t('Last met'),
        t('Next booked'),
        t('Times held'),
        t('Of them protected'),
        t('Prepared'),
        t('Who waits'),
      ],
      ...pairings.map((pairing) => [
        peopleInWords(pairing),
        kindInWords(pairing.kind),
        dateIn(pairing.askedAt, zone),
        pairing.startsOn,
        pairing.lastOn,
        pairing.nextOn,
        pairing.times,
        pairing.protectedTimes,
        pairing.prepared ? t('Yes') : t('Not yet'),
        waitsInWords(pairing),
      ]),
    ]);
  },
});
