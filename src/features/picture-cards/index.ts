import type { Feature } from '#platform/http/feature.ts';
import { cardsPage } from './cards/cards.page.ts';
import { endCardSessions, letIn, makeCardAgain, makeCards } from './cards/make-cards.actions.ts';
import { comeIn } from './door/come-in.action.ts';
import { classDoorPage, doorPage, rowPage } from './door/door.pages.ts';

/** How pupils who do not read yet come in: by a card with four pictures. */
export const pictureCards: Feature = {
  name: 'picture-cards',
  routes: [
    cardsPage,
    makeCards,
    makeCardAgain,
    letIn,
    endCardSessions,
    classDoorPage,
    doorPage,
    rowPage,
    comeIn,
  ],
};
