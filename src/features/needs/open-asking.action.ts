import { z } from 'zod';
import { insertItem, principals } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { choice, day, line, optionalProse, ticks } from '#platform/http/input.ts';
import { action, roles, see, type Wrong } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { slug } from '#ui/attributes.ts';
import { selectStaffUnits } from './askings.queries.ts';
import { dayAfter } from './closing.ts';
import { askingPolicy } from './need.policy.ts';
import { needsForm, topicField } from './needs-form.ts';
import { newAskingPage } from './new-asking.page.ts';
import { selectCurrentPriorities } from './priorities.queries.ts';
import { freeSlug, insertAsking } from './write-asking.queries.ts';

const input = z.looseObject({
  title: line('Write what you call it.', 120),
  note: optionalProse(2000),
  closes_on: day('Choose the last day to answer.'),
  whom: choice(['all', 'units']),
  unit: ticks(200),
  priority: ticks(50),
  more_topics: optionalProse(5000),
});

/** Asks the staff: each of them is told, and may answer until the last day. */
export const openAskingAction = action('/school/needs', {
  purpose: 'learning',
  access: roles(role.cpdLeader),
  input,
  page: newAskingPage,
  alsoWrong: ({ today }, sent) => wrongAsking(sent, today),

  async run(change, sent) {
    const { tx, organisationId, now } = change;
    const wrong = wrongAsking(sent, change.today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const units = await selectStaffUnits(tx, organisationId);
    const asked = sent.whom === 'all' ? [] : units.filter((unit) => sent.unit.includes(unit.id));
    if (sent.whom === 'units' && asked.length === 0) throw new Refused({ unit: noGroup() });
    const current = await selectCurrentPriorities(tx, organisationId, change.today);

    const id = await insertItem(
      tx,
      {
        ownerId: organisationId,
        policy: askingPolicy,
        authorId: change.who.personId,
        grants: (sent.whom === 'all'
          ? [principals.kind(organisationId, 'staff')]
          : asked.map((unit) => principals.unit(unit.id))
        ).map((principal) => ({ principal, ability: 'contribute' as const })),
      },
      now,
    );
    const wish = slug(sent.title) || 'needs';
    const asking = {
      id,
      // 'new' is the address of the form.
      slug: await freeSlug(tx, organisationId, wish === 'new' ? 'new-needs' : wish),
      title: sent.title,
      note: sent.note,
      closesOn: sent.closes_on,
      topics: topicsFrom(sent),
      unitIds: asked.map((unit) => unit.id),
      priorityIds: current.map((priority) => priority.id).filter((each) => sent.priority.includes(each)),
    };
    await insertAsking(tx, organisationId, asking, now);
    await change.record({ kind: 'needs.asked', itemId: id, tell: true });
    await change.record({
      kind: 'needs.closing-day',
      itemId: id,
      tell: true,
      dueAt: dayAfter(sent.closes_on, change.who.standing.organisation.zone),
    });
    return see(
      `/school/needs/${asking.slug}`,
      t('The staff are asked. They can answer until {day}.', { day: formatDate(sent.closes_on, 'weekday') }),
    );
  },
});

const noGroup = (): string => t('Tick the groups you ask.');

/** What is wrong with the day and with whom one asks, out of what could be read. */
const wrongAsking = (sent: Partial<z.output<typeof input>>, today: string): Wrong => ({
  ...(sent.closes_on !== undefined && sent.closes_on < today && { closes_on: t('This day has passed.') }),
  ...(sent.whom === 'units' && sent.unit?.length === 0 && { unit: noGroup() }),
});

function topicsFrom(sent: z.output<typeof input>) {
  const ready = (needsForm().topics ?? []).flatMap((group) => {
    const ticked = [sent[topicField(group.id)]].flat();
    return group.topics
      .filter((topic) => ticked.includes(topic.id))
      .map((topic) => ({ heading: group.title, title: topic.label, catalogueId: topic.id }));
  });
  const titles = new Set(ready.map((topic) => topic.title.toLowerCase()));
  const own = sent.more_topics
    .split('\n')
    .map((title) => title.trim().slice(0, 120))
    .filter((title) => title && !titles.has(title.toLowerCase()) && titles.add(title.toLowerCase()))
    .slice(0, 100);
  return [...ready, ...own.map((title) => ({ heading: t('This school’s own'), title, catalogueId: null }))];
}
