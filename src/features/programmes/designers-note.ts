import { audienceNote } from '#platform/access/audience-words.ts';
import type { Item, Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { policyOf } from './programme.policy.ts';

/** Who can see a page where a programme is designed: its designers, also once all staff read its outline. */
export const designersNote = (item: Item, who: Who): AudienceNote => ({
  ...audienceNote({ ...item, audience: [] }, designPolicyOf(item), who),
  why: t('Only those who plan this can open this page. Its outline says by itself who reads it.'),
});

function designPolicyOf({ kind }: Item) {
  const policy = policyOf(kind);
  return { ...policy, may: { ...policy.may, read: policy.may.design } };
}
