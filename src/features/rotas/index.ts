import { dutiesAreKnownBy } from '#features/programmes/index.ts';
import type { Feature } from '#platform/http/feature.ts';
import { agreeSwap, cannotSwap, endSwap, giveBack, restoreSwap, takeSwap } from './answer-swap.action.ts';
import { askSwap, putForDay } from './ask-swap.action.ts';
import { changeRota, endRota, restoreRota } from './change-rota.action.ts';
import { onDutyIn } from './duties.ts';
import { dutyPage } from './duty.page.ts';
import { fairPage } from './fair.page.ts';
import { takeFill } from './fill.action.ts';
import { fillPage } from './fill.page.ts';
import { makeRota } from './make-rota.action.ts';
import { newRotaPage } from './new-rota.page.ts';
import { rotaPage } from './rota.page.ts';
import { rotasCalendar } from './rotas.calendar.ts';
import { rotaNotices, rotaNoticesInFull } from './rotas.notices.ts';
import { takeAwayRotas } from './rotas.take-away.ts';
import { rotaHandlers, rotasJob } from './settle-rotas.ts';
import { addSlots, endSlot, restoreSlot } from './slots.action.ts';
import { putSomebody, restoreStand, takeOff, undoFill } from './stands.action.ts';
import { swapPage } from './swap.page.ts';
import { sheetPage, weekPage } from './week.page.ts';

export { rotasOnToday } from './on-today.ts';
export { rotasTodayView } from './on-today.view.ts';

// Whoever looks for a time, or for somebody to cover, hears of duties; they cannot ask rotas, which ask who covers.
dutiesAreKnownBy(onDutyIn);

/** Duties of the school, who stands when, and colleagues who take one from another. */
export const rotas: Feature = {
  name: 'rotas',
  place: 'today',
  routes: [
    weekPage,
    sheetPage,
    fairPage,
    newRotaPage,
    makeRota,
    rotaPage,
    changeRota,
    endRota,
    restoreRota,
    addSlots,
    endSlot,
    restoreSlot,
    putSomebody,
    takeOff,
    restoreStand,
    fillPage,
    takeFill,
    undoFill,
    dutyPage,
    askSwap,
    putForDay,
    swapPage,
    takeSwap,
    cannotSwap,
    giveBack,
    agreeSwap,
    endSwap,
    restoreSwap,
  ],
  handlers: rotaHandlers,
  notices: rotaNotices,
  noticesInFull: rotaNoticesInFull,
  recurring: [rotasJob],
  calendar: rotasCalendar,
  takeAway: takeAwayRotas,
};
