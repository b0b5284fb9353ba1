import type { Route } from '#platform/http/route.ts';
import { answerAsk, askColleague, endAsk, restoreAsk } from './ask.action.ts';
import { askPage } from './ask.page.ts';
import { choose, restoreChoice, withdrawChoice } from './choose.action.ts';
import { exchangePage } from './exchange.page.ts';

/** Showing and seeing: what people say of themselves, and a question between two of them. */
export const exchangeRoutes: readonly Route[] = [
  exchangePage,
  choose,
  withdrawChoice,
  restoreChoice,
  askColleague,
  askPage,
  answerAsk,
  endAsk,
  restoreAsk,
];
