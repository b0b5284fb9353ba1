import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { agreementHref } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { linesOf, noFocus } from './answers.ts';
import { openRunning } from './open-agreement.ts';
import { ownConcernsPage } from './own-concerns.page.ts';
import { saveVersion } from './versions.ts';

/** Copies the words somebody picked out of their own into the agreement: their own act, and a new version. */
export const bringOwnConcerns = action('/agreements/:agreement/own-concerns', {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.object({ words: ticks(30) }),
  page: ownConcernsPage,

  async run(change, { words }) {
    const { agreement } = await openRunning(change, 'write');
    const part = agreement.form.find(({ kind }) => kind === 'focus');
    const picked = words.map((each) => each.replace(/\s+/g, ' ').trim().slice(0, 300)).filter(Boolean);
    if (!part || picked.length === 0) throw new Refused({ words: t('Tick at least one.') });
    const before = agreement.answers[part.id] ?? { words: '' };
    const focus = before.focus ?? noFocus;
    const own = [...new Set([...linesOf(focus.own), ...picked])].join('\n');
    const answers = { ...agreement.answers, [part.id]: { ...before, focus: { ...focus, own } } };
    const version = await saveVersion(change.tx, agreement, answers, change.who.personId, change.now);
    await change.record({ kind: 'agreement.saved', itemId: agreement.id, body: { version }, tell: true });
    return see(
      agreementHref(agreement, 'write'),
      t('Copied. Your partners can read these words now; the rest of your starting points stays private.'),
    );
  },
});
