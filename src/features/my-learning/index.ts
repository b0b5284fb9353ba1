import type { Feature } from '#platform/http/feature.ts';
import { myLearningPage } from './my-learning.page.ts';

/** The place "My learning". It stands above the rooms whose sections it shows. */
export const myLearning: Feature = { name: 'my-learning', routes: [myLearningPage] };
