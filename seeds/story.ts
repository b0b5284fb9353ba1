import type { Player } from './player.ts';
import { agreements } from './story/agreements.ts';
import { attendance } from './story/attendance.ts';
import { designs } from './story/designs.ts';
import { evaluationsUnderWay } from './story/evaluation-running.ts';
import { evaluationOfTalk } from './story/evaluation-talk.ts';
import { exercises } from './story/exercises.ts';
import { groups } from './story/groups.ts';
import { giveMaterials } from './story/materials.ts';
import { meetings } from './story/meetings.ts';
import { needs } from './story/needs.ts';
import { needsAnswered } from './story/needs-answered.ts';
import { observations } from './story/observations.ts';
import { peerAssessments } from './story/peer-assessments.ts';
import { comingAndGoing } from './story/people.ts';
import { comeToThePresent } from './story/present.ts';
import { priorities } from './story/priorities.ts';
import { questions } from './story/questions.ts';
import { startingPoints } from './story/starting-points.ts';
import { tryOuts } from './story/try-outs.ts';

/** What happened at Sandhaven Primary, act by act. An act goes through the weeks by itself; the next one begins again. */
export async function story(player: Player): Promise<void> {
  await priorities(player);
  await needs(player);
  await designs(player);
  await needsAnswered(player);
  await startingPoints(player);
  await agreements(player);
  await giveMaterials(player);
  await attendance(player);
  await comingAndGoing(player);
  await meetings(player);
  await exercises(player);
  await questions(player);
  await tryOuts(player);
  await observations(player);
  await peerAssessments(player);
  await evaluationOfTalk(player);
  await evaluationsUnderWay(player);
  await groups(player);
  await comeToThePresent(player);
}
