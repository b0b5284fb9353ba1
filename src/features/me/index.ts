import type { Policy } from '#platform/access/policy.ts';
import type { Feature } from '#platform/http/route.ts';
import { changePasswordAction } from './change-password.action.ts';
import { displayPage } from './display.page.ts';
import { endOtherSessionsAction } from './end-other-sessions.action.ts';
import { endSessionAction } from './end-session.action.ts';
import { keepDraftAction } from './keep-draft.action.ts';
import { mePage } from './me.page.ts';
import { saveDraftAction } from './save-draft.action.ts';
import { seenPage } from './seen.page.ts';
import { setDisplayAction } from './set-display.action.ts';

/** What is one's own: details, sign-ins, who saw what, drafts, and taking it all away. */
export const me = (features: () => readonly Feature[]): Feature => {
  const policies = (): Policy[] => features().flatMap((feature) => feature.policies ?? []);
  return {
    name: 'me',
    routes: [
      mePage,
      changePasswordAction,
      endSessionAction,
      endOtherSessionsAction,
      displayPage,
      setDisplayAction,
      seenPage(policies),
      saveDraftAction,
      keepDraftAction,
    ],
  };
};
