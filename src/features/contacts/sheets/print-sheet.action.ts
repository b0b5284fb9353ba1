import { z } from 'zod';
import { line } from '#platform/http/input.ts';
import { action, members, show } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { printButton } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { classContacts, contactsPath } from '../addresses.ts';
import { contactsAudience } from '../contacts.access.ts';
import { phoneInWords } from '../phones/phone-number.ts';
import { classContactsPage } from './class.page.ts';
import { type ClassContacts, insertSheet, selectClassContacts, type SheetPupil } from './class.queries.ts';

/** Shows the sheet of a class to print, and writes down who made it and what for. It has no address to come back to. */
export const printSheet = action(classContacts(':unit'), {
  purpose: 'administration',
  access: members('staff'),
  page: classContactsPage,
  input: z.object({ reason: line('Write what it is for.', 200) }),
  async run(change, { reason }) {
    const { tx, organisationId, who, now } = change;
    const unit = await selectClassContacts(tx, who, change.params.unit!, change.today);
    const sheet = { unitId: unit.unitId, printedBy: who.personId, reason, pupils: unit.pupils.length };
    const id = await insertSheet(tx, organisationId, sheet, now);
    await change.record({ kind: 'contacts.sheet-made', itemId: unit.unitId, body: { sheetId: id } });
    return show(() => ({
      title: t('Whom to call: {unit}', { unit: unit.name }),
      audience: contactsAudience(),
      trail: [
        { label: t('Contacts'), href: contactsPath },
        { label: unit.name, href: classContacts(unit.unitId) },
      ],
      wide: true,
      body: html`<p>
          ${t('{reason}. Made by {name}, {when}.', { reason: reason.replace(/\.$/, ''), name: who.standing.name, when: formatMoment(now) })}
        </p>
        ${sheetTable(unit)} ${printButton()}`,
    }));
  },
});

const sheetTable = (unit: ClassContacts): Html =>
  table({
    caption: t('Pupils and whom to call, in order'),
    captionHidden: true,
    columns: [{ label: t('Pupil') }, { label: t('Whom to call, in order'), wide: true }],
    rows: unit.pupils.map((pupil) => [html`<bdi>${pupil.name}</bdi>`, calls(pupil)]),
    empty: t('No pupil is in this class today.'),
  });

const calls = ({ carers }: SheetPupil): Html =>
  carers.length === 0
    ? html`<div>${t('Nobody is written down. Call the school.')}</div>`
    : html`<div>
        ${carers.map(
          ({ name, relationship, phones, askFirst }) =>
            html`<div class="contact-call">
              <bdi>${name}</bdi>${relationship !== null && html` (${relationship})`}:
              ${phones.length === 0 ? t('no number') : phones.map(({ number }) => html`<bdi>${phoneInWords(number)}</bdi> `)}
              ${askFirst && html`<strong>${t('Call the school first.')}</strong>`}
            </div>`,
        )}
      </div>`;
