import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { tagSetFields } from './tag-set-form.ts';
import { tagSetsHref } from './tag-set.queries.ts';

/** A member of staff makes a set of tags. */
export const newTagSetPage = page('/recordings/tag-sets/new', {
  purpose: 'learning',
  access: members('staff'),
  load: () => Promise.resolve(null),
  view(_data, visit) {
    const action = tagSetsHref('new');
    const { values = {}, errors } = visit.formAt(action);
    return {
      title: t('Make a set of tags'),
      audience: allStaff(visit.who, t('Everybody who works at the school can use it, and change it.')),
      trail: [
        { label: t('Recordings'), href: '/recordings' },
        { label: t('Our own tags for notes'), href: tagSetsHref() },
      ],
      body: form({ action, button: t('Save this set'), values, errors, cancel: tagSetsHref() }, (f) =>
        tagSetFields(f, values),
      ),
    };
  },
});
