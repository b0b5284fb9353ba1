import { choice } from '#platform/http/input.ts';
import type { Grant } from '#platform/access/items.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import type { Field } from '#ui/form.ts';
import { pairingPrincipal } from './goal.ts';

const readerChoices = ['me', 'pairing'] as const;
export type ReaderChoice = (typeof readerChoices)[number];

/** What the form sends of who reads a goal. */
export const readersInput = choice(readerChoices, 'Choose who reads it.');

/** Who else is in a pairing, as far as it matters for sharing a goal with them. */
export interface SharingWith {
  others: readonly string[];
  withGuest: boolean;
  withManager: boolean;
}

/**
 * What is chosen beforehand: the people of the pairing among colleagues; nobody where a guest, or somebody who manages
 * another, is in it.
 */
export const usualReaders = ({ withGuest, withManager }: SharingWith): ReaderChoice =>
  withGuest || withManager ? 'me' : 'pairing';

/** "Who reads this", with the people of the pairing by name. */
export function readersField(sharing: SharingWith): Field {
  const names = formatList([...sharing.others]);
  return {
    name: 'readers',
    label: t('Who reads this'),
    hint: readersHint(sharing),
    required: true,
    options: [
      { value: 'me', label: t('Only me') },
      {
        value: 'pairing',
        label: names
          ? t('The people of this pairing: {names} and I', { names })
          : t('The people of this pairing'),
        hint: t(
          'They read the goal with its steps. You alone change it, and you can take it back at any time.',
        ),
      },
    ],
  };
}

const readersHint = ({ withGuest, withManager }: SharingWith): string => {
  if (withManager)
    return t(
      'One of you manages another. Nothing is chosen for you; what you share here never reaches appraisal.',
    );
  return withGuest
    ? t('A guest is in this pairing and sees only what is shared, so nothing is shared unless you say so.')
    : t('Nobody else can open it, whatever their role. Line managers are kept out.');
};

export const grantsFor = (readers: ReaderChoice, coachingId: string): Grant[] =>
  readers === 'pairing' ? [{ principal: pairingPrincipal(coachingId), ability: 'read' }] : [];
