import { designs } from './story/designs.ts';
import { priorities } from './story/priorities.ts';
import type { Player } from './player.ts';

/** What happened at Sandhaven Primary, act by act. */
export async function story(player: Player): Promise<void> {
  await priorities(player);
  await designs(player);
}
