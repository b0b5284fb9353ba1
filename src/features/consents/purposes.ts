import { byIdOrNone, catalogue, type ConsentPurpose } from '#features/evidence/index.ts';
import { t } from '#platform/i18n/i18n.ts';

/** What families are asked, in the order in which it is asked. */
export const consentPurposes = (): readonly ConsentPurpose[] => catalogue().consentPurposes;

/** The purpose with this id, for an id that came from outside; undefined when there is none. */
export const consentPurpose = (id: string): ConsentPurpose | undefined => byIdOrNone(consentPurposes(), id);

/** What a purpose is called; its id where the catalogue no longer has it. */
export function purposeTitle(id: string): string {
  const found = consentPurpose(id);
  return found ? t(found.title) : id;
}

/** Whether it is asked for lessons that are filmed or recorded here. */
export const isOfRecordings = (id: string): boolean => id.startsWith('recording-');
