import type { Feature } from '#platform/http/route.ts';
import { keepDraftAction } from './keep-draft.action.ts';
import { saveDraftAction } from './save-draft.action.ts';

/** What is one's own: details, sign-ins, who saw what, drafts, and taking it all away. */
export const me = (): Feature => ({
  name: 'me',
  routes: [saveDraftAction, keepDraftAction],
});
