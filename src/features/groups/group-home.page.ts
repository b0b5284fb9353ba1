import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { groupPolicy, stepHref } from '#features/programmes/index.ts';
import { openGroup } from './group-home.queries.ts';
import { groupHomeView } from './group-home.view.ts';
import { departures, rhythmOf } from './rhythm.ts';
import { whereWeAre } from './where-we-are.ts';

/** A group's own page: where we are, what is next, what we promised. */
export const groupHomePage = page('/groups/:programme', {
  purpose: 'learning',
  access: groupPolicy,
  async load(visit) {
    const group = await openGroup(visit);
    const { programme } = group.opened;
    const steps = group.steps.filter(({ cycle }) => cycle === programme.cycle);
    return {
      group,
      where: whereWeAre(group.protocol, group.steps, programme.cycle, visit.today),
      rhythm: rhythmOf(steps),
      departs: group.protocol
        ? departures(
            group.protocol,
            steps,
            group.people.filter(({ parts }) => parts.includes('participant')).length,
            group,
          )
        : [],
    };
  },
  view(data, visit) {
    const { group, where } = data;
    const { programme, may } = group.opened;
    // What waits is the group's own to know.
    const [next] = may('takePart') ? [...where.waiting, ...where.next] : where.next;
    const promised = group.promises.length;
    return {
      title: programme.title,
      audience: audienceNote(group.opened.item, groupPolicy, visit.who),
      trail: [{ label: t('Groups'), href: '/groups' }],
      status: {
        where: programme.closed_at
          ? t('Closed on {date}.', { date: formatDate(programme.closed_at) })
          : where.now
            ? t('{stage}, in cycle {cycle}', { stage: where.now.title, cycle: programme.cycle })
            : where.finished
              ? t('Cycle {cycle} is done.', { cycle: programme.cycle })
              : t('Cycle {cycle}', { cycle: programme.cycle }),
        ...(next &&
          !programme.closed_at && {
            next: t('{title}, {day}', { title: next.title, day: formatDate(next.on_date, 'weekday') }),
          }),
        ...(promised > 0 && { promised: tn(promised, 'one thing', '{n} things') }),
      },
      ...(next &&
        may('join') &&
        !programme.closed_at && {
          action: { label: t('Go to the next step'), href: stepHref(programme, next) },
        }),
      wide: true,
      body: groupHomeView({ ...data, visit }),
    };
  },
});
