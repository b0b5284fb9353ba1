import type { Feature } from '#platform/http/feature.ts';
import { beginYearEnd } from './begin-year-end.action.ts';
import { yearEndClassPage } from './class.page.ts';
import { firstDayJob } from './first-day.job.ts';
import { prepare } from './prepare.action.ts';
import { saveClasses } from './save-classes.action.ts';
import { savePupils } from './save-pupils.action.ts';
import { letGo, pickUp, takeBack } from './take-back.action.ts';
import { yearEndPage } from './year-end.page.ts';
import { yearEndsPage } from './year-ends.page.ts';

/** From one school year to the next: classes move up, leavers leave, the timetable is copied; looked at first, taken back at one go. */
export const yearEnd: Feature = {
  name: 'year-end',
  routes: [
    yearEndsPage,
    beginYearEnd,
    yearEndPage,
    saveClasses,
    yearEndClassPage,
    savePupils,
    prepare,
    takeBack,
    letGo,
    pickUp,
  ],
  recurring: [firstDayJob],
};
