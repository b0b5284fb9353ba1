import { t } from '#platform/i18n/i18n.ts';

/** What follows when something went wrong, what mends first. */
export const kinds = ['repair', 'talk', 'detention', 'detention-after', 'other'] as const;
export type Kind = (typeof kinds)[number];

export const kindInWords = (kind: Kind): string =>
  ({
    repair: t('Putting it right together'),
    talk: t('A talk'),
    detention: t('Detention in the school day'),
    'detention-after': t('Detention outside school hours'),
    other: t('Something else'),
  })[kind];

/** How a family was told; '' for not yet. */
export const tellings = ['', 'spoken', 'phone', 'message', 'letter'] as const;
export type Telling = (typeof tellings)[number];

export const tellingInWords = (how: Telling): string =>
  ({
    '': t('Not yet'),
    spoken: t('In person'),
    phone: t('By telephone'),
    message: t('By message'),
    letter: t('By letter'),
  })[how];

export type State = 'planned' | 'happened' | 'not-needed';

/** How it stands, in words. */
export const stateInWords = (state: State, movedFrom: string | null): string =>
  state === 'planned'
    ? movedFrom === null
      ? t('Planned')
      : t('Moved')
    : state === 'happened'
      ? t('Happened')
      : t('Not needed');
