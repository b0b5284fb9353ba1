import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { sourceLine } from '#features/evidence/index.ts';
import type { Manages } from './management.ts';
import { relationshipOf } from './relationships.ts';
import type { Kind } from './together.ts';

/** What it does to trust when one manages the other, with where that is said. */
export function managerWarning(kind: Kind, management: readonly Manages[]): Value {
  const { managers } = relationshipOf(kind);
  return management.map(
    ({ manager, person }): Html =>
      html`${notice('caution', managers.why, t('{manager} is {person}’s line manager.', { manager, person }))}
      ${sourceLine(managers.source)}`,
  );
}

/** The same where both have said that they know it, folded: nobody need read past it each time. */
export function managerReminder(kind: Kind, management: readonly Manages[]): Value {
  const { managers } = relationshipOf(kind);
  return management.map(({ manager, person }) =>
    details(
      t('{manager} is {person}’s line manager: what to mind', { manager, person }),
      html`<p>${managers.why}</p>
        ${sourceLine(managers.source)}`,
    ),
  );
}

/** Both say that they know it, or there is no pairing. */
export const weKnowThis = (f: Fields): Html =>
  f.checkbox({ name: 'known', label: t('We know this, and want to work together all the same') });
