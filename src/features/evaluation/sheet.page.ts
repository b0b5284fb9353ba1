import { audienceNote } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { evaluationHref, groupHref } from './addresses.ts';
import { groupPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { isMoment, type Moment, momentWords } from './moments.ts';
import { openGroup } from './open-group.ts';
import { sheetView } from './sheet.view.ts';

/** Where the figures of one group at one moment are written down. */
export const sheetPage = page('/programmes/:programme/evaluation/groups/:group/figures/:moment', {
  purpose: 'evaluation',
  access: groupPolicy,
  async load(visit) {
    const moment = momentAt(visit);
    return { opened: await openGroup(visit), moment };
  },
  view({ opened, moment }, visit) {
    const { programme, evaluation, group, item } = opened;
    return {
      title: t('{group}: {moment}', { group: group.name, moment: momentWords(moment) }),
      audience: audienceNote(
        item,
        groupPolicy,
        visit.who,
        opened.may('keep') ? `${groupHref(programme, group)}#share` : undefined,
      ),
      status: {
        where: group.handedIn.includes(moment)
          ? t('Handed in. Corrections are kept with what stood there before.')
          : t('Not handed in yet: nothing of it is in the report.'),
        next: t('Planned for {day}.', { day: formatDate(evaluation.dates[moment]) }),
      },
      trail: [
        ...evaluationTrail(programme),
        { label: t('Pupils and figures'), href: evaluationHref(programme, 'groups') },
        { label: group.name, href: groupHref(programme, group) },
      ],
      body: sheetView(opened, moment, visit),
    };
  },
});

/** The moment in the address (`:moment`). */
export function momentAt(visit: Visit): Moment {
  const { moment } = visit.params;
  if (!isMoment(moment)) throw new NotFound();
  return moment;
}
