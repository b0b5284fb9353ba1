import { chooseInstrument } from './choose-instrument.action.ts';
import { chooseInstrumentPage } from './choose-instrument.page.ts';
import { sayPrepared } from './prepared.action.ts';
import { setUp } from './set-up.action.ts';
import { setUpPage } from './set-up.page.ts';

/** What this part gives to the feature: choosing what a visit is recorded with, and preparing for it. */
export const instrumentsOfObservation = {
  routes: [chooseInstrumentPage, chooseInstrument, setUpPage, setUp, sayPrepared],
};
