import { audienceNote } from '#platform/access/audience-words.ts';
import type { Item, Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmePolicy } from './programme.policy.ts';

const { design } = programmePolicy.may;
const designPolicy = { ...programmePolicy, may: { ...programmePolicy.may, read: design } };

/** Who can see a page where a programme is designed: its designers, also once all staff read its outline. */
export const designersNote = (item: Item, who: Who): AudienceNote => ({
  ...audienceNote({ ...item, audience: [] }, designPolicy, who),
  why: t('Only those who design this programme can open this page. Its outline says by itself who reads it.'),
});
