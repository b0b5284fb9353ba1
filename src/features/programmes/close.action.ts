import { z } from 'zod';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { setProgramme } from './set-programme.ts';

/** Closes a programme: it stays readable, and nothing more falls due. */
export const closeAction = action('/programmes/:programme/close', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  async run(change) {
    const { programme } = await openLedProgramme(change, 'design');
    await setProgramme(change, programme, { closed_at: change.now });
    await change.record({ kind: 'programme.closed', itemId: programme.id });
    return see(
      programmeHref(programme),
      t('The programme is closed. Everything in it can still be read.'),
      programmeHref(programme, 'reopen'),
    );
  },
});

/** Opens a closed programme again. */
export const reopenAction = action('/programmes/:programme/reopen', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  async run(change) {
    const { programme } = await openLedProgramme(change, 'design');
    await setProgramme(change, programme, { closed_at: null });
    await change.record({ kind: 'programme.reopened', itemId: programme.id });
    return see(
      programmeHref(programme),
      t('The programme is open again.'),
      programmeHref(programme, 'close'),
    );
  },
});
