import { allStaff } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { tagIds, tagSetFields, tagValues } from './tag-set-form.ts';
import { selectOwnSet, tagSetsHref } from './tag-set.queries.ts';

/** A member of staff changes a set of tags of the school's own. */
export const editTagSetPage = page('/recordings/tag-sets/:set/edit', {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const id = visit.params.set ?? '';
    const set = isId(id) ? await selectOwnSet(visit.db, visit.organisationId, id) : undefined;
    if (!set || set.endedAt) throw new NotFound('There is no set of tags at this address.');
    return set;
  },
  view(set, visit) {
    const action = tagSetsHref(`${set.id}/edit`);
    const { values, errors } = visit.formAt(action);
    const shown = { title: set.title, plain: set.plain, ...tagValues(set.tags), ...values };
    return {
      title: set.title,
      audience: allStaff(visit.who, t('Everybody who works at the school can use it, and change it.')),
      trail: [
        { label: t('Recordings'), href: '/recordings' },
        { label: t('Our own tags for notes'), href: tagSetsHref() },
      ],
      body: html`<p>${t('A tag that is renamed is renamed on every note that has it.')}</p>
        ${form(
          {
            action,
            button: t('Save this set'),
            values: shown,
            errors,
            hidden: { version: set.version, ...tagIds(set.tags) },
            cancel: tagSetsHref(),
          },
          (f) => tagSetFields(f, shown),
        )}
        ${form({ action: tagSetsHref(`${set.id}/end`), button: t('Take this set away'), quiet: true })}`,
    };
  },
});
