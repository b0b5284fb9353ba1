import type { Feature } from '#platform/http/feature.ts';
import { badgePage } from './badge.page.ts';
import { changeVisitor, endVisitor, restoreVisitor } from './change-visitor.action.ts';
import { dayPage } from './day.page.ts';
import { signIn, signOut, undoSignIn, undoSignOut } from './desk.action.ts';
import { expectVisitor } from './expect.action.ts';
import { expectPage } from './expect.page.ts';
import { herePage } from './here.page.ts';
import { saveCheck } from './save-check.action.ts';
import { addCaution, endCaution, restoreCaution, saveSettings } from './settings.action.ts';
import { settingsPage } from './settings.page.ts';
import { visitorHandlers, visitorsJob } from './settle-visitors.ts';
import { visitorPage } from './visitor.page.ts';
import { visitorNotices, visitorNoticesInFull } from './visitors.notices.ts';

export { visitorsOnToday, visitorsTodayView } from './on-today.ts';

/** Who comes to the school from outside: expected, signed in and out at the desk, and forgotten after a time. */
export const visitors: Feature = {
  name: 'visitors',
  place: 'today',
  routes: [
    dayPage,
    expectPage,
    expectVisitor,
    herePage,
    settingsPage,
    saveSettings,
    addCaution,
    endCaution,
    restoreCaution,
    visitorPage,
    badgePage,
    changeVisitor,
    endVisitor,
    restoreVisitor,
    signIn,
    undoSignIn,
    signOut,
    undoSignOut,
    saveCheck,
  ],
  handlers: visitorHandlers,
  notices: visitorNotices,
  noticesInFull: visitorNoticesInFull,
  recurring: [visitorsJob],
};
