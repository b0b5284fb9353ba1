import type { Feature } from '#platform/http/feature.ts';
import { childPage } from './child.page.ts';
import { childrenPage } from './children.page.ts';

export { type ChildrenToday, childrenOnToday, childrenTodayView } from './on-today.ts';

/** The place "My children": each child of a family in a minute, what went well first. */
export const children: Feature = { name: 'children', routes: [childrenPage, childPage] };
