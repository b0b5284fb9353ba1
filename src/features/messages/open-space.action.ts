import { z } from 'zod';
import { principals } from '#platform/access/items.ts';
import { dropDraft } from '#platform/drafts/drafts.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, line, optionalDay, ticks } from '#platform/http/input.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { schoolPrincipals } from '#features/people/index.ts';
import { messageHref, newClassPath, newStaffPath, talkHref } from './addresses.ts';
import { classDraft, newClassPage } from './class-space.page.ts';
import { insertTalk, type NewTalk } from './insert-talk.ts';
import { writeMessage } from './insert-message.ts';
import { messageInput } from './message-input.ts';
import { selectSpaceChoices } from './space.queries.ts';
import { isOfStaff, newStaffPage, staffDraft } from './staff-talk.page.ts';
import { modes } from './talk.ts';
import { arrivesInWords } from './when.view.ts';

const title = line('Write what it is about, in a few words.', 120);
const common = { purpose: 'administration', access: members('staff') } as const;

/** Opens a space for classes one teaches, with its first message. Whoever opens it looks after it. */
export const openClassSpace = action(newClassPath, {
  ...common,
  page: newClassPage,
  input: z.object({
    ...messageInput,
    title,
    classes: ticks(60),
    mode: choice(modes).default('discuss'),
    until_on: optionalDay(),
    watchers: ticks(30),
  }),
  async run(change, sent) {
    const choices = await selectSpaceChoices(change.tx, change.who, change.today);
    if (sent.classes.length === 0) throw new Refused({ classes: t('Tick at least one class.') });
    if (!sent.classes.every((id) => choices.units.some((unit) => unit.mine && unit.id === id)))
      throw new Refused({
        classes: t('Spaces are opened by those who teach the class, the head and senior leaders.'),
      });
    if (!sent.watchers.every((id) => choices.staff.some(({ personId }) => personId === id)))
      throw new Refused({ watchers: t('Choose those who watch among the staff.') });
    if (sent.until_on !== null && sent.until_on < change.today)
      throw new Refused({ until_on: t('This day is over. Choose a later one, or none.') });
    return begin(change, classDraft, sent, {
      sort: 'class',
      title: sent.title,
      mode: sent.mode,
      untilOn: sent.until_on,
      keeperId: change.who.personId,
      people: [
        { personId: change.who.personId, part: 'watcher' },
        ...[...new Set(sent.watchers)].map((personId) => ({ personId, part: 'watcher' as const })),
      ],
      groups: sent.classes.flatMap((id) => [
        schoolPrincipals.ofUnit(id, 'pupil'),
        schoolPrincipals.ofUnit(id, 'staff'),
      ]),
    });
  },
});

/** Begins a conversation of a group of staff. */
export const openStaffTalk = action(newStaffPath, {
  ...common,
  page: newStaffPage,
  input: z.object({ ...messageInput, title, units: ticks(100), roles: ticks(60), people: ticks(100) }),
  async run(change, sent) {
    const { units, staff } = await selectSpaceChoices(change.tx, change.who, change.today);
    if (sent.units.length + sent.roles.length + sent.people.length === 0)
      throw new Refused(t('Say for whom of the staff it is.'));
    if (!sent.units.every((id) => units.some((unit) => unit.id === id)))
      throw new Refused({ units: t('One of these classes or departments is not in the list any more.') });
    if (!sent.roles.every(isOfStaff)) throw new Refused({ roles: t('This is not a role of the staff.') });
    if (!sent.people.every((id) => staff.some(({ personId }) => personId === id)))
      throw new Refused({ people: t('One of these does not work at the school any more.') });
    return begin(change, staffDraft, sent, {
      sort: 'staff',
      title: sent.title,
      keeperId: change.who.personId,
      people: [...new Set([change.who.personId, ...sent.people])].map((personId) => ({
        personId,
        part: 'staff' as const,
      })),
      groups: [
        ...sent.units.map((id) => schoolPrincipals.ofUnit(id, 'staff')),
        ...sent.roles.map((role) => principals.role(change.organisationId, role)),
      ],
    });
  },
});

async function begin(
  change: Change,
  draft: string,
  sent: { text: string; urgent: boolean },
  talk: NewTalk,
): Promise<See> {
  const { tx, organisationId: ownerId, who, now, today } = change;
  const id = (await insertTalk(tx, { ownerId, authorId: who.personId }, talk, now))!;
  await change.record({ kind: 'talk.begun', itemId: id });
  const { id: messageId, deliversAt } = await writeMessage(change, { id, sort: talk.sort }, sent);
  change.afterCommit(() => dropDraft(change.services.db, who, draft));
  const clock = { now, today, zone: who.standing.organisation.zone };
  return see(
    talkHref(id),
    t('It is written. {arrives}', { arrives: arrivesInWords(deliversAt, clock) }),
    messageHref(id, messageId, 'undo'),
  );
}
