import { nameInAudiences } from '#platform/access/audience-words.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Feature } from '#platform/http/feature.ts';
import { agreementCalendar } from './agreement.calendar.ts';
import { agreementFormPage } from './agreement-form.page.ts';
import { agreementHandlers, agreementsJob } from './agreement.handlers.ts';
import { agreementNotices } from './agreement.notices.ts';
import { agreementPage } from './agreement.page.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { takeAwayAgreements } from './agreement.take-away.ts';
import { askToJoin } from './ask-to-join.action.ts';
import { askToJoinPage } from './ask-to-join.page.ts';
import { answerInvitation, withdrawInvitation } from './answer-invitation.action.ts';
import { bringOwnConcerns } from './bring-own-concerns.action.ts';
import { closeAgreement, reopenAgreement } from './close-agreement.action.ts';
import { evidencePage } from './evidence.page.ts';
import { historyPage } from './history.page.ts';
import { comeBack, leaveAgreement } from './leave-agreement.action.ts';
import { leavePage } from './leave.page.ts';
import { myAgreementsPage } from './my-agreements.page.ts';
import { newPartnershipPage } from './new-partnership.page.ts';
import { ownConcernsPage } from './own-concerns.page.ts';
import { programmeAgreementsPage } from './programme-agreements.page.ts';
import { proposePartnership } from './propose-partnership.action.ts';
import { reviewAgreement } from './review-agreement.action.ts';
import { reviewPage } from './review.page.ts';
import { saveAgreement } from './save-agreement.action.ts';
import { saveAgreementForm, useFormVersion } from './save-agreement-form.action.ts';
import { signAgreement } from './sign-agreement.action.ts';
import { assignTask, taskDone, taskNotDone } from './task.action.ts';
import { taskPage } from './task.page.ts';
import { writeAgreementPage } from './write-agreement.page.ts';

export { type AgreedPupils, selectAgreedPupils } from './agreed-pupils.ts';
export { agreementsSection } from './agreements.section.ts';
export { agreementHref } from './agreement.ts';
export { selectForm } from './agreement-form.queries.ts';
export { agreementTitle } from './agreement.view.ts';
export { shownParts } from './form-parts.ts';
export { openAgreement, type OpenedAgreement } from './open-agreement.ts';
export { type PartInWords, partsInWords } from './parts-in-words.ts';
export { agreementPolicy } from './agreement.policy.ts';
export {
  type EvidencePlace,
  evidencePlaces,
  fileEvidence,
  type FiledEvidence,
  selectFiled,
  unfileEvidence,
} from './evidence-places.ts';
import { presentAgreement } from './present-agreement.ts';

nameInAudiences({ 'part:invited': 'those asked to join' });

/** Partnerships of two or three teachers, and the learning agreement each writes and signs. */
export const agreements: Feature = {
  name: 'agreements',
  drafts: {
    agreement: () => t('A learning agreement'),
    'agreement-form': () => t('The form of learning agreements'),
    'agreement-review': () => t('A review of a learning agreement'),
  },
  place: 'learning',
  policies: [agreementPolicy],
  routes: [
    programmeAgreementsPage,
    newPartnershipPage,
    proposePartnership,
    myAgreementsPage,
    agreementPage,
    answerInvitation,
    withdrawInvitation,
    writeAgreementPage,
    saveAgreement,
    ownConcernsPage,
    bringOwnConcerns,
    signAgreement,
    historyPage,
    evidencePage,
    taskPage,
    assignTask,
    taskDone,
    taskNotDone,
    reviewPage,
    reviewAgreement,
    askToJoinPage,
    askToJoin,
    leavePage,
    leaveAgreement,
    comeBack,
    closeAgreement,
    reopenAgreement,
    agreementFormPage,
    saveAgreementForm,
    useFormVersion,
  ],
  handlers: agreementHandlers,
  notices: agreementNotices,
  recurring: [agreementsJob],
  calendar: agreementCalendar,
  present: { agreement: presentAgreement },
  takeAway: takeAwayAgreements,
};
