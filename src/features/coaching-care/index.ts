import type { Feature } from '#platform/http/feature.ts';
import { attributesPage } from './attributes.page.ts';
import { caseloadPage } from './caseload.page.ts';
import { coachesPage } from './coaches.page.ts';
import { countsPage } from './counts.page.ts';
import { bringPairingBack, endPairingOfOthers } from './end-pairing.action.ts';
import { hoursPage } from './hours.page.ts';
import { pairingPage } from './pairing.page.ts';
import { pairingsSheet } from './pairings.sheet.ts';
import { proposeMentor } from './propose.action.ts';
import { proposePage } from './propose.page.ts';
import { saveCareSettings } from './save-settings.action.ts';
import { settingsPage } from './settings.page.ts';
import { openWishAgain, settleWish } from './settle-wish.action.ts';
import { trendPage } from './trend.page.ts';
import { wishPage } from './wish.page.ts';

/**
 * Looking after mentoring and coaching: who waits, who has a place free, hours and cost, five facts, the three
 * questions of many. Activity alone: no statement of this room reads what people say or write to one another, and a
 * test reads every one. Leaders see numbers.
 */
export const coachingCare: Feature = {
  name: 'coaching-care',
  place: 'school',
  routes: [
    caseloadPage,
    pairingsSheet,
    pairingPage,
    endPairingOfOthers,
    bringPairingBack,
    wishPage,
    settleWish,
    openWishAgain,
    coachesPage,
    proposePage,
    proposeMentor,
    hoursPage,
    attributesPage,
    trendPage,
    settingsPage,
    saveCareSettings,
    countsPage,
  ],
};
