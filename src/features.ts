import type { Services } from '#platform/http/context.ts';
import type { Feature } from '#platform/http/route.ts';
import { evidence } from '#features/evidence/index.ts';
import { files } from '#features/files/index.ts';
import { frontDoor } from '#features/front-door/index.ts';
import { me } from '#features/me/index.ts';
import { myLearning } from '#features/my-learning/index.ts';
import { needs } from '#features/needs/index.ts';
import { programmes } from '#features/programmes/index.ts';
import { signIn } from '#features/sign-in/index.ts';
import { startingPoints } from '#features/starting-points/index.ts';
import { today } from '#features/today/index.ts';
import { tryOuts } from '#features/try-outs/index.ts';

/** Every feature of the site, one line each. */
export function features(_services: Services): Feature[] {
  // Some features show or gather what all of them have: the log, the calendar, files.
  const every = (): readonly Feature[] => all;
  const all: Feature[] = [
    evidence,
    myLearning,
    needs,
    programmes,
    frontDoor,
    signIn,
    startingPoints,
    today,
    tryOuts,
    files(every),
    me(every),
  ];
  return all;
}
