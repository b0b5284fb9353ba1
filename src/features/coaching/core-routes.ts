import type { Route } from '#platform/http/route.ts';
import { agreementPage } from './agreement/agreement.page.ts';
import { agreementHistoryPage } from './agreement/history.page.ts';
import { saveAgreement } from './agreement/save-agreement.action.ts';
import { signAgreement } from './agreement/sign-agreement.action.ts';
import { writeAgreementPage } from './agreement/write-agreement.page.ts';
import { answerAsking } from './answer/answer.action.ts';
import { answerPage } from './answer/answer.page.ts';
import { takeBackNo } from './answer/take-back-no.action.ts';
import { askSomebody } from './find/ask.action.ts';
import { askPage } from './find/ask.page.ts';
import { findPage } from './find/find.page.ts';
import { newPairingPage } from './find/new-pairing.page.ts';
import { homePage } from './home/home.page.ts';
import { kindPage } from './kinds/kind.page.ts';
import { listKindsPage } from './kinds/list-kinds.page.ts';
import { comeBack, leavePairing } from './leave/leave.action.ts';
import { quietPage } from './leave/quiet.page.ts';
import { sayWish, unsayWish } from './leave/wish.action.ts';
import { minePage } from './mine/mine.page.ts';
import { offerPage } from './offer/offer.page.ts';
import { saveOffer } from './offer/save-offer.action.ts';
import { finishModule, unfinishModule } from './preparation/finish-module.action.ts';
import { modulePage } from './preparation/module.page.ts';
import { preparationPage } from './preparation/preparation.page.ts';
import { writeNotes } from './preparation/write-notes.action.ts';

/** Kinds, preparation, offers, finding one another, agreeing and ending. */
export const coreRoutes: readonly Route[] = [
  minePage,
  listKindsPage,
  kindPage,
  preparationPage,
  modulePage,
  writeNotes,
  finishModule,
  unfinishModule,
  offerPage,
  saveOffer,
  newPairingPage,
  findPage,
  askPage,
  askSomebody,
  homePage,
  answerPage,
  answerAsking,
  takeBackNo,
  agreementPage,
  agreementHistoryPage,
  writeAgreementPage,
  saveAgreement,
  signAgreement,
  quietPage,
  sayWish,
  unsayWish,
  leavePairing,
  comeBack,
];
