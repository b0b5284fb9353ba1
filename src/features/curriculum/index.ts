import type { Feature } from '#platform/http/feature.ts';
import { bringInFiles, bringInShipped } from './frameworks/bring-in.actions.ts';
import { frameworkPage } from './frameworks/framework.page.ts';
import { frameworksPage } from './frameworks/frameworks.page.ts';
import { endFramework, restoreFramework, useFramework } from './frameworks/keep-framework.actions.ts';
import { newCurriculumPage } from './frameworks/new-curriculum.page.ts';

export { choosePointsView } from './choose/choose-points.view.ts';
export { chosenPoints, chosenPointsInput } from './choose/chosen-points.ts';
export { newestFrameworks } from './choose/plannable.queries.ts';
export type { PointChoice } from './choose/point-choice.ts';
export { selectPointChoice } from './choose/select-point-choice.ts';
export { byAge, yearKey } from './year-key.ts';

/** What is to be taught: curricula as countries, boards and schools write them, each version kept as it was. */
export const curriculum: Feature = {
  name: 'curriculum',
  place: 'teaching',
  routes: [
    frameworksPage,
    newCurriculumPage,
    bringInFiles,
    bringInShipped,
    frameworkPage,
    useFramework,
    endFramework,
    restoreFramework,
  ],
};
