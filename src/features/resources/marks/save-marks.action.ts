import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourceHref } from '../addresses.ts';
import { openOwnResource } from '../open-resource.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { updateMarks } from '../resource.queries.ts';
import { marksPage } from './marks.page.ts';
import { isMark, type MarkSort } from './marks.ts';

/** Makes the ticked marks those of the page. A mark that the catalogue has no more stays. */
export const saveMarks = action(resourceHref(':resource', 'marks'), {
  purpose: 'administration',
  access: resourcePolicy,
  page: marksPage,
  input: z.object({ knowledge: ticks(20), needs: ticks(20) }),
  async run(change, sent) {
    const { resource, ended } = await openOwnResource(change);
    if (ended) throw new Refused(t('You took this page away. Bring it back first.'));
    const marksOf = (sort: MarkSort): string[] => {
      if (!sent[sort].every((id) => isMark(sort, id))) throw new Refused(t('Choose from the list.'));
      return [...resource[sort].filter((id) => !isMark(sort, id)), ...new Set(sent[sort])];
    };
    const marks = { knowledge: marksOf('knowledge'), needs: marksOf('needs') };
    await updateMarks(change.tx, change.organisationId, resource.id, marks);
    await change.record({ kind: 'resource.marked', itemId: resource.id, body: marks });
    return see(resourceHref(resource.id), t('It is saved. Colleagues find the page by that.'));
  },
});
