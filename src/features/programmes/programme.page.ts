import { audienceNote } from '#platform/access/audience-words.ts';
import { page, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { settle } from '#platform/notices/notices.ts';
import { learningLeaders } from '#features/people/index.ts';
import { groupHref, programmeHref, stepHref } from './addresses.ts';
import { openDesign } from './open-design.ts';
import { programmePolicy } from './programme.policy.ts';
import { programmeView } from './programme.view.ts';
import { statusOf, stepsAhead } from './status.ts';

/** A programme as everybody in it and all staff read it: the braid, what it is for, what comes next. */
export const programmePage = page('/programmes/:programme', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const { opened, design, hasNotice } = await openDesign(visit);
    if (opened.programme.sort === 'group') return see(groupHref(opened.programme));
    // Coming here is all that was asked, so it leaves the reader's list.
    if (hasNotice)
      await settle(
        visit.db,
        {
          personIds: [visit.who.personId],
          fromOwner: visit.organisationId,
          kind: 'person.enrolled',
          subjectKey: opened.programme.id,
        },
        visit.now,
      );
    return { opened, design };
  },
  view({ opened, design }, visit) {
    const { programme } = opened;
    const next = stepsAhead(design.steps, visit.today)[0];
    return {
      title: programme.title,
      audience: audienceNote(opened.item, opened.policy, visit.who),
      status: statusOf(programme, design.steps, visit.today),
      ...mainAction(),
      trail: [{ label: t('Programmes'), href: '/programmes' }],
      wide: true,
      body: programmeView({
        opened,
        design,
        today: visit.today,
        who: visit.who,
        mayCopy: visit.who.hasAny(learningLeaders),
      }),
    };

    function mainAction() {
      if (!programme.published_at && opened.may('design'))
        return { action: { label: t('Go on designing'), href: programmeHref(programme, 'design') } };
      if (next && opened.may('join') && !programme.closed_at)
        return { action: { label: t('Go to the next step'), href: stepHref(programme, next) } };
      return {};
    }
  },
});
