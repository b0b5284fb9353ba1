import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';

/**
 * Throws `Refused` where something moved since its reader saw it. A button has no words of its own that could be compared:
 * the page comes back as it stands now, and is decided about again.
 */
export function mustBeAsSeen({ version }: { version: number }, shown: number): void {
  if (version !== shown)
    throw new Refused(t('It was changed while you looked at it. Read it as it stands now, then decide.'));
}
