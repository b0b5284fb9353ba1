import type { Feature } from '#platform/http/feature.ts';
import { feedBytes } from './feed.bytes.ts';
import { endFeedLink, makeFeedLink } from './feed-link.action.ts';
import { feedLinkPage } from './feed-link.page.ts';
import { lessonsFeedBytes } from './lessons-feed.bytes.ts';
import { myCalendarPage } from './my-calendar.page.ts';
import { programmeCalendarPage } from './programme-calendar.page.ts';
import { programmeFeedBytes } from './programme-feed.bytes.ts';
import { endProgrammeLink, makeProgrammeLink } from './programme-link.action.ts';

export { type Days, entriesOf, type FoundEntry, inWords } from './entries.ts';
export { entriesByDay, entryList } from './entry-list.view.ts';

/** What is mine in time, out of every feature that gives days, as a page and as a feed; and a programme's steps as a feed. */
export const calendar = (features: () => readonly Feature[]): Feature => ({
  name: 'calendar',
  routes: [
    myCalendarPage(features),
    feedLinkPage,
    makeFeedLink,
    endFeedLink,
    feedBytes(features),
    lessonsFeedBytes,
    programmeCalendarPage,
    makeProgrammeLink,
    endProgrammeLink,
    programmeFeedBytes,
  ],
});
