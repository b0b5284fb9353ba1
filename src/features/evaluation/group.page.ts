import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref, sheetHref } from './addresses.ts';
import { groupPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { groupView } from './group.view.ts';
import { moments, momentWords } from './moments.ts';
import { openGroup } from './open-group.ts';

/** One group of pupils, one by one: for its teacher and those it is shared with. */
export const groupPage = page('/programmes/:programme/evaluation/groups/:group', {
  purpose: 'evaluation',
  access: groupPolicy,
  load: (visit) => openGroup(visit),
  view(opened, visit) {
    const { programme, group, item } = opened;
    const due = moments.find((moment) => !group.handedIn.includes(moment));
    return {
      title: group.name,
      audience: audienceNote(item, groupPolicy, visit.who, opened.may('keep') ? '#share' : undefined),
      trail: [
        ...evaluationTrail(programme),
        { label: t('Pupils and figures'), href: evaluationHref(programme, 'groups') },
      ],
      ...(due &&
        opened.may('enter') && {
          action: {
            label: t('Write figures down: {moment}', { moment: momentWords(due) }),
            href: sheetHref(programme, group, due),
          },
        }),
      body: groupView(opened, visit),
    };
  },
});
