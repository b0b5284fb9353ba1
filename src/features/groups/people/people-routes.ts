import type { Route } from '#platform/http/route.ts';
import { answerAsking, takeBackAskingAnswer } from './answer-asking.action.ts';
import { answerInvitation, takeBackAnswer } from './answer.action.ts';
import { answerPage } from './answer.page.ts';
import { askToJoin, restoreAsking, withdrawAsking } from './ask-to-join.action.ts';
import { askToJoinPage } from './ask-to-join.page.ts';
import { admitGuest, askAgainForGuest } from './guest-admit.action.ts';
import { admitGuestsPage } from './guest-admit.page.ts';
import { askForGuest, restoreRequest, withdrawRequest } from './guest-request.action.ts';
import { guestRequestPage } from './guest-request.page.ts';
import { acceptStage, declineStage, endGuest, letIn, restoreGuest } from './guest.action.ts';
import { guestsPage } from './guest.page.ts';
import { myStagePage } from './guest-stage.page.ts';
import { giveUpPlan, handOver, keepPlan } from './hand-over.action.ts';
import { invite, restoreInvitation, withdrawInvitation } from './invite.action.ts';
import { invitePage } from './invite.page.ts';
import { leaveGroup, returnToGroup } from './leave-group.action.ts';
import { leaveGroupPage } from './leave-group.page.ts';
import { matchPage } from './match.page.ts';
import { saveReplaces } from '../replaces.action.ts';
import { openGroupsPage } from './people-open-groups.page.ts';
import { groupPeoplePage } from './people.page.ts';

/** Everything about who is in a group: asking, coming, matching, guests, handing over, leaving. */
export const peopleRoutes: readonly Route[] = [
  openGroupsPage,
  admitGuestsPage,
  admitGuest,
  askAgainForGuest,
  groupPeoplePage,
  matchPage,
  guestRequestPage,
  askForGuest,
  withdrawRequest,
  restoreRequest,
  invitePage,
  invite,
  withdrawInvitation,
  restoreInvitation,
  answerPage,
  answerInvitation,
  takeBackAnswer,
  askToJoinPage,
  askToJoin,
  withdrawAsking,
  restoreAsking,
  answerAsking,
  takeBackAskingAnswer,
  handOver,
  keepPlan,
  giveUpPlan,
  leaveGroupPage,
  leaveGroup,
  returnToGroup,
  saveReplaces,
  guestsPage,
  letIn,
  endGuest,
  restoreGuest,
  myStagePage,
  declineStage,
  acceptStage,
];
