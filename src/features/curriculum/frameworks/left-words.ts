import { t } from '#platform/i18n/i18n.ts';
import type { LeftReason } from '../read/framework-document.ts';

/** Why something of a file was not carried. */
export const leftWords = (why: LeftReason): string =>
  ({
    'no-words': t('it has no words'),
    placeholder: t('the same words stand for several statements, so they say nothing about any'),
    loop: t('it hangs in a circle of statements that belong to one another'),
    'too-deep': t('it hangs too deep below others'),
    repeated: t('it stands twice; the first is taken'),
    'parent-unknown': t('what it belongs to is not in the file; it stands at the top'),
    'unknown-kind': t('the row could not be read'),
  })[why];
