import type { Player } from './player.ts';
import { agreements } from './story/agreements.ts';
import { attendance } from './story/attendance.ts';
import { designs } from './story/designs.ts';
import { exercises } from './story/exercises.ts';
import { giveMaterials } from './story/materials.ts';
import { meetings } from './story/meetings.ts';
import { needs } from './story/needs.ts';
import { priorities } from './story/priorities.ts';
import { questions } from './story/questions.ts';
import { startingPoints } from './story/starting-points.ts';
import { tryOuts } from './story/try-outs.ts';

/** What happened at Sandhaven Primary, act by act. */
export async function story(player: Player): Promise<void> {
  await priorities(player);
  await needs(player);
  await designs(player);
  await startingPoints(player);
  await agreements(player);
  await giveMaterials(player);
  await attendance(player);
  await meetings(player);
  await exercises(player);
  await questions(player);
  await tryOuts(player);
}
