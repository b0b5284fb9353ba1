import { nextYearIsKnownBy } from '#features/imports/index.ts';
import type { Feature } from '#platform/http/feature.ts';
import { beginYearEnd } from './begin-year-end.action.ts';
import { carryProgrammesOn, takeProgrammesAway } from './carry-on.action.ts';
import { yearEndClassPage } from './class.page.ts';
import { firstDayJob } from './first-day.job.ts';
import { prepare } from './prepare.action.ts';
import { yearEndProgrammesPage } from './programmes.page.ts';
import { saveClasses } from './save-classes.action.ts';
import { savePupils } from './save-pupils.action.ts';
import { isPassedOn, selectPrepared } from './since-prepared.queries.ts';
import { takeAlong } from './take-along.action.ts';
import { letGo, pickUp, takeBack } from './take-back.action.ts';
import { yearEndHandlers, yearEndNotices } from './year-end.notices.ts';
import { yearEndPage } from './year-end.page.ts';
import { yearEndsPage } from './year-ends.page.ts';

// An import leaves alone what is prepared for the next year. It cannot ask: timetables, copied here, read lists there.
nextYearIsKnownBy({ isPassedOn, selectPrepared });

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
    yearEndProgrammesPage,
    carryProgrammesOn,
    takeProgrammesAway,
    prepare,
    takeAlong,
    takeBack,
    letGo,
    pickUp,
  ],
  handlers: yearEndHandlers,
  notices: yearEndNotices,
  recurring: [firstDayJob],
};
