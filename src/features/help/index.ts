import type { Feature } from '#platform/http/feature.ts';
import { helpRoute } from './help-page.ts';
import { helpGroups, helpListPage } from './help-list.page.ts';

/** Help for whoever uses Staffroom and whoever runs it, without anybody signed in. */
export const help: Feature = {
  name: 'help',
  routes: [helpListPage, ...helpGroups().flatMap(({ pages }) => pages.map(helpRoute))],
};
