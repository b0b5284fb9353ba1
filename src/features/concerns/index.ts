import type { Feature } from '#platform/http/feature.ts';
import { chronologyPage } from './chronology.page.ts';
import { concernPage } from './concern.page.ts';
import { concernPolicy } from './concern.policy.ts';
import { concernHandlers, concernsJob } from './concerns.handlers.ts';
import { concernsPage } from './concerns.page.ts';
import {
  addMore,
  addToConcern,
  closeConcern,
  linkConcerns,
  reopenConcern,
  seeConcern,
} from './handle-concern.actions.ts';
import { newConcernPage } from './new-concern.page.ts';
import { sayChild } from './say-child.action.ts';
import { concernNotices } from './notices.ts';
import { printChronology } from './print-chronology.action.ts';
import { saveConcernSettings } from './settings.action.ts';
import { concernSettingsPage } from './settings.page.ts';
import { writeConcern } from './write-concern.action.ts';

export { insertConcern, type NewConcern } from './insert-concern.ts';

/**
 * What somebody at the school is worried about, for those who are named for safeguarding and nobody else. It stands in
 * no list, feed, archive or letter of anybody; what waits says only that something does.
 */
export const concerns: Feature = {
  name: 'concerns',
  place: 'teaching',
  policies: [concernPolicy],
  routes: [
    concernsPage,
    newConcernPage,
    writeConcern,
    concernSettingsPage,
    saveConcernSettings,
    chronologyPage,
    printChronology,
    concernPage,
    seeConcern,
    addMore,
    addToConcern,
    sayChild,
    linkConcerns,
    closeConcern,
    reopenConcern,
  ],
  handlers: concernHandlers,
  notices: concernNotices,
  recurring: [concernsJob],
};
