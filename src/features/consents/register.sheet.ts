import { bytes, roles } from '#platform/http/route.ts';
import { sheet } from '#platform/http/sheet.ts';
import { t } from '#platform/i18n/i18n.ts';
import { consentLabel, consentsPath, howInWords } from './consent.ts';
import { wholeReaders } from './consents.access.ts';
import { purposeTitle } from './purposes.ts';
import { registerFilter, renewalDay } from './register-filter.ts';
import { selectSheet } from './sheet.queries.ts';

/**
 * The register as a sheet, narrowed as the page is: one row for each pupil and purpose, with the columns that are read
 * back by "Read answers from a list". For those who read the whole of it; teachers read their classes on the page.
 */
export const registerSheet = bytes(`${consentsPath}/register.csv`, {
  purpose: 'administration',
  access: roles(...wholeReaders),
  async send(visit) {
    const rows = await selectSheet(visit.db, visit.organisationId, registerFilter(visit), {
      today: visit.today,
      soon: renewalDay(visit.today),
    });
    return sheet(t('consents'), [
      [
        t('Pupil number'),
        t('Name'),
        t('Class'),
        t('Purpose'),
        t('Answer'),
        t('Given by'),
        t('How'),
        t('On'),
        t('Until'),
      ],
      ...rows.map((row) => [
        row.number,
        row.name,
        row.classes.join('; '),
        purposeTitle(row.purpose),
        row.takenBack ? t('Taken back') : consentLabel(row.standing),
        row.givenBy,
        row.how && howInWords(row.how),
        row.givenOn,
        row.until,
      ]),
    ]);
  },
});
