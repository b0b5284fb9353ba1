import { addEntry } from './add-entry.action.ts';
import { capturePage } from './capture.page.ts';
import { chooseEvidence } from './evidence.action.ts';
import { evidencePage } from './evidence.page.ts';
import { rememberFollowUp } from './follow-up.handlers.ts';
import { recordPage } from './record.page.ts';
import { bringBackEntry, withdrawEntry } from './withdraw-entry.action.ts';

/** What this part gives to the feature: recording on the phone, and what comes of the record. */
export const recordOfObservation = {
  routes: [capturePage, recordPage, addEntry, withdrawEntry, bringBackEntry, evidencePage, chooseEvidence],
  handlers: [rememberFollowUp],
};
