import { z } from 'zod';
import { line } from '#platform/http/input.ts';
import { action, roles } from '#platform/http/route.ts';
import { sheet } from '#platform/http/sheet.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { allContactsPath } from '../addresses.ts';
import { contactKeepers } from '../contacts.access.ts';
import { phoneInWords } from '../phones/phone-number.ts';
import { type ContactRow, selectAllContacts } from './all.queries.ts';
import { insertSheet } from './class.queries.ts';
import { contactsHomePage } from './contacts-home.page.ts';

/** All contacts as a sheet, a row for each pupil and each of those to call. Who took it and what for is written down. */
export const saveAllContacts = action(allContactsPath, {
  purpose: 'administration',
  access: roles(...contactKeepers),
  page: contactsHomePage,
  input: z.object({ reason: line('Write what it is for.', 200) }),
  async run(change, { reason }) {
    const { tx, organisationId, who, now, today } = change;
    const rows = await selectAllContacts(tx, who, today);
    const pupils = new Set(rows.map(({ pupilId }) => pupilId)).size;
    const id = await insertSheet(
      tx,
      organisationId,
      { unitId: null, printedBy: who.personId, reason, pupils },
      now,
    );
    await change.record({ kind: 'contacts.sheet-made', body: { sheetId: id } });
    return sheet(t('contacts {day}', { day: today }), [
      [
        t('Pupil'),
        t('Year'),
        t('Classes'),
        t('Order of calling'),
        t('To call'),
        t('Relationship'),
        t('Lives with'),
        t('Numbers'),
        t('Ask the school first'),
      ],
      ...rows.map(cells),
    ]);
  },
});

const cells = ({ pupil, yearLabel, classes, carer }: ContactRow): (string | number | null)[] => [
  pupil,
  yearLabel,
  classes,
  carer?.calledIn ?? null,
  carer?.name ?? null,
  carer?.relationship ?? null,
  carer === null || carer.livesWith === null ? null : carer.livesWith ? t('Yes') : t('No'),
  carer === null ? null : formatList(carer.phones.map(({ number }) => phoneInWords(number))),
  carer?.askFirst ? t('Yes') : null,
];
