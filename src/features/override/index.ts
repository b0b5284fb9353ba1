import type { Feature } from '#platform/http/feature.ts';
import { agreeAction, askAgainAction, declineAction, withdrawAction } from './answer.action.ts';
import { askAction } from './ask.action.ts';
import { openedFile } from './file.bytes.ts';
import { openedMedia } from './media.bytes.ts';
import { requestPage } from './request.page.ts';
import { requestsPage } from './requests.page.ts';
import { overrideHandlers, overrideNotices } from './tell.handlers.ts';

/**
 * The one lawful override: two people in different roles open one item together, for a time and with a
 * reason. Nothing else opens what its owner has not shared, and this never leads to the item's own page.
 */
export const override = (features: () => readonly Feature[]): Feature => ({
  name: 'override',
  routes: [
    requestsPage(features),
    askAction(features),
    requestPage(features),
    agreeAction,
    declineAction,
    withdrawAction,
    askAgainAction,
    openedFile,
    openedMedia(features),
  ],
  handlers: overrideHandlers,
  notices: overrideNotices,
});
