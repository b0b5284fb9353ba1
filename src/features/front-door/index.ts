import type { Feature } from '#platform/http/feature.ts';
import { demoGoingPage } from './demo-going.page.ts';
import { demoPage } from './demo.page.ts';
import { enterDemoAction } from './enter-demo.action.ts';
import { firstPage } from './first.page.ts';
import { openDemoAction } from './open-demo.action.ts';
import { preparingDemoPage } from './preparing-demo.page.ts';
import { removeDemoAction } from './remove-demo.action.ts';

/** The first page: to one's own start, to the demo, or to setting up a school. */
export const frontDoor: Feature = {
  name: 'front-door',
  routes: [
    firstPage,
    openDemoAction,
    preparingDemoPage,
    demoPage,
    enterDemoAction,
    removeDemoAction,
    demoGoingPage,
  ],
};
