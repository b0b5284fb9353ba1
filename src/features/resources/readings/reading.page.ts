import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readingHref } from '../addresses.ts';
import { resourceTrail } from '../resource-trail.ts';
import { openReading } from './open-reading.ts';
import { draftOf } from './reading.ts';
import { readingPolicy } from './reading.policy.ts';
import { readingView } from './reading.view.ts';

/** A colleague reads a page and says what they see; whoever asked finds it here and answers. */
export const readingPage = page(readingHref(':resource', ':reading'), {
  purpose: 'learning',
  access: readingPolicy,
  async load(visit) {
    const found = await openReading(visit);
    const answers = visit.who.may('answer', readingPolicy, found.item);
    return { ...found, answers, draft: answers ? await visit.draft(draftOf(found.reading.id)) : undefined };
  },
  view: (data, visit) => ({
    title: t('A reading of “{title}”', { title: data.opened.resource.title }),
    audience: audienceNote(data.item, readingPolicy, visit.who),
    trail: resourceTrail(data.opened.resource),
    body: readingView(data, visit),
  }),
});
