import type { Feature } from '#platform/http/feature.ts';
import { changeCarer } from './carers/change-carer.action.ts';
import { changeCarerPage } from './carers/change-carer.page.ts';
import { addEmergency } from './carers/emergency.action.ts';
import { emergencyPage } from './carers/emergency.page.ts';
import { undoCarer } from './carers/undo-carer.action.ts';
import { contactsPage } from './contacts.page.ts';
import { ownContactsPage } from './phones/own-contacts.page.ts';
import { phoneActions } from './phones/phone-actions.ts';
import { classContactsPage } from './sheets/class.page.ts';
import { contactsHomePage } from './sheets/contacts-home.page.ts';
import { saveAllContacts } from './sheets/save-all.action.ts';
import { printSheet } from './sheets/print-sheet.action.ts';

export { insertPhone, phonesOf } from './phones/phones.queries.ts';

/** Whom to call about a pupil and in which order, what each carer is told, and sheets for trips. */
export const contacts: Feature = {
  name: 'contacts',
  place: 'people',
  routes: [
    contactsHomePage,
    ownContactsPage,
    classContactsPage,
    printSheet,
    saveAllContacts,
    contactsPage,
    ...phoneActions,
    emergencyPage,
    addEmergency,
    changeCarerPage,
    changeCarer,
    undoCarer,
  ],
};
