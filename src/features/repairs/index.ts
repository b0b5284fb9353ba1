import type { Feature } from '#platform/http/feature.ts';
import { endRepair, restoreRepair } from './end-repair.action.ts';
import { sayMeToo, sayNotToo } from './me-too.action.ts';
import { moveRepair, takeStepBack } from './move.action.ts';
import { newRepairPage } from './new-repair.page.ts';
import { presentRepair } from './present-repair.ts';
import { repairPage } from './repair.page.ts';
import { repairPolicy } from './repair.policy.ts';
import { repairNotices, repairNoticesInFull } from './repairs.notices.ts';
import { repairsPage } from './repairs.page.ts';
import { takeAwayRepairs } from './repairs.take-away.ts';
import { report } from './report.action.ts';
import { repairHandlers, repairsJob } from './settle-repairs.ts';

/** What is broken at the school, and what is done about it, in words that all staff read. */
export const repairs: Feature = {
  name: 'repairs',
  place: 'today',
  policies: [repairPolicy],
  routes: [
    repairsPage,
    newRepairPage,
    report,
    repairPage,
    moveRepair,
    takeStepBack,
    sayMeToo,
    sayNotToo,
    endRepair,
    restoreRepair,
  ],
  handlers: repairHandlers,
  notices: repairNotices,
  noticesInFull: repairNoticesInFull,
  recurring: [repairsJob],
  present: { repair: presentRepair },
  takeAway: takeAwayRepairs,
};
