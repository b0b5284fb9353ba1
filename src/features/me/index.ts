import type { Feature } from '#platform/http/feature.ts';
import { addAddressAction } from './add-address.action.ts';
import { changePasswordAction } from './change-password.action.ts';
import { displayPage } from './display.page.ts';
import { endOtherSessionsAction } from './end-other-sessions.action.ts';
import { endSessionAction } from './end-session.action.ts';
import { endedPage } from './ended.page.ts';
import { dropDraftAction } from './drop-draft.action.ts';
import { keepDraftAction } from './keep-draft.action.ts';
import { mePage } from './me.page.ts';
import { bringAddressBackAction, removeAddressAction } from './remove-address.action.ts';
import { saveDraftAction } from './save-draft.action.ts';
import { seenPage } from './seen.page.ts';
import { setDisplayAction } from './set-display.action.ts';
import { sharedPage } from './shared.page.ts';
import { shareAgainAction, stopSharingAction } from './stop-sharing.action.ts';
import { makeArchiveAction } from './take-away/make-archive.action.ts';
import { takeAwayPage } from './take-away/take-away.page.ts';

/** What is one's own: details, sign-ins, who saw what, what one shares, drafts, and taking it all away. */
export const me = (features: () => readonly Feature[]): Feature => {
  return {
    name: 'me',
    routes: [
      mePage,
      addAddressAction,
      removeAddressAction,
      bringAddressBackAction,
      changePasswordAction,
      endSessionAction,
      endOtherSessionsAction,
      displayPage,
      setDisplayAction,
      seenPage(features),
      sharedPage(features),
      stopSharingAction(features),
      shareAgainAction(features),
      endedPage(features),
      takeAwayPage(features),
      makeArchiveAction(features),
      saveDraftAction,
      keepDraftAction,
      dropDraftAction,
    ],
  };
};
