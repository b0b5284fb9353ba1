import type { Feature } from '#platform/http/feature.ts';
import { answerAsked } from './asking/answer.action.ts';
import { answersPage } from './asking/answers.page.ts';
import { askFamilies, endAsking, restoreAsking } from './asking/ask.action.ts';
import { askingHandlers } from './asking/asking.handlers.ts';
import { askingNotices } from './asking/asking.notices.ts';
import { askingPage } from './asking/asking.page.ts';
import { takeBackAllowed, undoTakeBack } from './asking/take-back.action.ts';
import { lettersPage } from './asking/letters.page.ts';
import { consentHandlers } from './consents.handlers.ts';
import { applyImport } from './exchange/apply.action.ts';
import { importPage } from './exchange/import.page.ts';
import { previewImport } from './exchange/preview.action.ts';
import { letterPage } from './letter.page.ts';
import { consentNoticesInFull } from './in-full.ts';
import { consentNotices } from './notices.ts';
import { pupilPage } from './pupil.page.ts';
import { recordClass } from './record-class.action.ts';
import { recordClassPage } from './record-class.page.ts';
import { recordPupil } from './record-pupil.action.ts';
import { registerPage } from './register.page.ts';
import { registerSheet } from './register.sheet.ts';
import { renewalJob } from './renewal.job.ts';
import { undoRecorded } from './undo-recorded.action.ts';
import { restore, withdraw } from './withdraw.action.ts';

export { consentLabel, type Standing as ConsentStanding } from './consent.ts';
export { mayReadOfUnit } from './consents.access.ts';
export { insertConsent, type NewConsent } from './insert-consents.ts';
export { type FilmedPupil, filmedPupilsList, standingOf } from './standing.ts';

/**
 * The register of consents of pupils, by purpose. Other rooms ask it who may be seen in what (`filmedPupilsList`,
 * `standingOf`) and hear from it when that changes: 'consent.withdrawn', 'consent.refused', and 'consent.given' where
 * a consent stands again, each with `personId` and `purpose`. Nothing is told when one runs out: they ask.
 */
export const consents: Feature = {
  name: 'consents',
  // What families answer; the office's addresses begin with those of the place "School".
  place: 'children',
  routes: [
    registerPage,
    registerSheet,
    letterPage,
    importPage,
    previewImport,
    applyImport,
    recordClassPage,
    recordClass,
    undoRecorded,
    pupilPage,
    recordPupil,
    withdraw,
    restore,
    askingPage,
    lettersPage,
    askFamilies,
    endAsking,
    restoreAsking,
    answersPage,
    answerAsked,
    takeBackAllowed,
    undoTakeBack,
  ],
  handlers: [...consentHandlers, ...askingHandlers],
  notices: { ...consentNotices, ...askingNotices },
  noticesInFull: consentNoticesInFull,
  recurring: [renewalJob],
};
