import type { Feature } from '#platform/http/feature.ts';
import { bookTerm } from './book-term.action.ts';
import { bookTime } from './book-time.action.ts';
import { bookWeek } from './book-week.action.ts';
import { meetingsCalendar } from './meetings.calendar.ts';
import { moveTime } from './move-time.action.ts';
import { moveTimePage } from './move-time.page.ts';
import { newTimePage } from './new-time.page.ts';
import { meetingNotices, remindMeetingsJob } from './remind-meetings.job.ts';
import { meetingHandlers } from './settle-meetings.handlers.ts';
import { termPage } from './term.page.ts';
import { timePage } from './time.page.ts';
import { timesPage } from './times.page.ts';
import { callOffTime, putBackTime, timeHeld, timeNotHeld } from './time-state.action.ts';
import { weekPage } from './week.page.ts';

type Part = Required<Pick<Feature, 'routes' | 'handlers' | 'notices' | 'drafts' | 'recurring' | 'calendar'>>;

/** What this part gives to the feature: times together, booked, moved, held, and a coach's week. */
export const meetingsOfCoaching: Part = {
  routes: [
    weekPage,
    bookWeek,
    timesPage,
    newTimePage,
    bookTime,
    termPage,
    bookTerm,
    timePage,
    moveTimePage,
    moveTime,
    callOffTime,
    putBackTime,
    timeHeld,
    timeNotHeld,
  ],
  handlers: meetingHandlers,
  notices: meetingNotices,
  drafts: {},
  recurring: [remindMeetingsJob],
  calendar: meetingsCalendar,
};
