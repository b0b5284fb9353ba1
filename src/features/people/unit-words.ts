import { t } from '#platform/i18n/i18n.ts';
import type { UnitKind, UnitPart } from './units.ts';

export const unitKindInWords: Readonly<Record<UnitKind, () => string>> = {
  class: () => t('Class'),
  form: () => t('Form'),
  department: () => t('Department'),
  team: () => t('Team'),
};

export const partInWords: Readonly<Record<UnitPart, () => string>> = {
  teacher: () => t('Teacher'),
  assistant: () => t('Assistant'),
  pupil: () => t('Pupil'),
  member: () => t('Member'),
};
