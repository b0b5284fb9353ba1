import type { RoleName } from '#platform/access/policy.ts';
import { administrators, learningLeaders } from '#features/people/index.ts';

/**
 * A curriculum is no item: what a country or a school says is to be taught is for all staff to read. Those who lead
 * learning or look after the school's data bring it in.
 */
export const curriculumKeepers: readonly RoleName[] = [...new Set([...learningLeaders, ...administrators])];
