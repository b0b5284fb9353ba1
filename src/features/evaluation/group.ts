import { t } from '#platform/i18n/i18n.ts';
import type { Moment } from './moments.ts';

export const arms = ['programme', 'comparison'] as const;
export type Arm = (typeof arms)[number];
export const keepings = ['pupils', 'group'] as const;
export type Keeps = (typeof keepings)[number];

export const missingReasons = ['absent', 'left', 'not-done', 'other'] as const;
export type Missing = (typeof missingReasons)[number];

export interface Pupil {
  id: string;
  /** The code name; who it is stands nowhere but in the teacher's own list. */
  code: string;
  /** The day on which the pupil left the class, if they did. */
  leftOn: string | null;
}

/** One figure as stored: of a pupil, or of the whole group (then `subjectId` is the group's id). */
export interface StoredValue {
  measureId: string;
  subjectId: string;
  moment: Moment;
  value: number | null;
  missing: Missing | null;
  /** Of a whole group: how many pupils stand behind the figure. */
  pupils: number | null;
}

export interface Group {
  id: string;
  number: number;
  name: string;
  teacherId: string;
  teacher: string;
  arm: Arm;
  keeps: Keeps;
  handedIn: Moment[];
}

const missingSays: Record<Missing, () => string> = {
  absent: () => t('Absent'),
  left: () => t('Left the class'),
  'not-done': () => t('Not done'),
  other: () => t('Another reason'),
};
export const missingWords = (reason: Missing): string => missingSays[reason]();

export const armWords = (arm: Arm): string =>
  arm === 'programme' ? t('In the programme') : t('For comparison');

export const keepsWords = (keeps: Keeps): string =>
  keeps === 'pupils' ? t('A figure for each pupil') : t('One figure for the whole group');
