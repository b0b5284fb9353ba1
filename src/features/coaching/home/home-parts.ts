import type { HomePart } from '../home-part.ts';
import { conversationsOnHome } from '../cycles/home/conversations.home.ts';
import { goalsOnHome } from '../cycles/home/goals.home.ts';
import { supportOnHome } from '../cycles/home/support.home.ts';
import { termOnHome } from '../cycles/home/term.home.ts';
import { meetingsOnHome } from '../meetings/meetings.home.ts';
import { observationsOnHome } from './observations.home.ts';
import { recordingsOnHome } from './recordings.home.ts';

/**
 * What the home of a pairing shows before the agreement, in this order: goal and steps, times together, visits, conversations.
 * The parts of other folders are listed here, one line each.
 */
export const mainParts: readonly HomePart[] = [
  goalsOnHome,
  termOnHome,
  meetingsOnHome,
  observationsOnHome,
  recordingsOnHome,
  conversationsOnHome,
];

/** What it shows after the agreement: other support. */
export const laterParts: readonly HomePart[] = [supportOnHome];
