import type { Player } from './player.ts';
import { designs } from './story/designs.ts';
import { needs } from './story/needs.ts';
import { priorities } from './story/priorities.ts';
import { startingPoints } from './story/starting-points.ts';

/** What happened at Sandhaven Primary, act by act. */
export async function story(player: Player): Promise<void> {
  await priorities(player);
  await needs(player);
  await designs(player);
  await startingPoints(player);
}
