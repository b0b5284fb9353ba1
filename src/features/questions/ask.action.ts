import { z } from 'zod';
import { type Grant, insertItem, principals } from '#platform/access/items.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import { choice, line, prose } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { mustRun, openProgramme, programmePolicy } from '#features/programmes/index.ts';
import { questionHref } from './addresses.ts';
import { opensOn } from './on-call.ts';
import { questionPolicy } from './question.policy.ts';
import { questionsPage } from './questions.page.ts';
import { type Audience, audiences, selectOnCall } from './questions.queries.ts';
import { recordWaiting } from './record-waiting.ts';
import { notBefore } from './words.ts';

/** A participant asks the specialist, before the whole group or alone. */
export const askAction = action('/programmes/:programme/questions', {
  purpose: 'learning',
  access: programmePolicy,
  page: questionsPage,
  input: z.object({
    title: line('Say in a few words what it is about.', 120),
    text: prose('Write your question.', 10_000),
    audience: choice(audiences, 'Choose who reads it.'),
  }),
  async run(change, { title, text, audience }) {
    const { programme } = await openProgramme(change, 'join');
    if (!change.who.isIn(programme.id, 'participant'))
      throw new NotAllowed('Questions are asked by those who take part.', programmePolicy.ask);
    mustRun(programme);
    const opens = opensOn(await selectOnCall(change.tx, programme), change.today);
    if (opens) throw new Refused(notBefore(opens));
    const id = await insertItem(
      change.tx,
      {
        ownerId: programme.owner_id,
        policy: questionPolicy,
        authorId: change.who.personId,
        circleId: programme.id,
        excludesManagers: true,
        grants: grantsOf(audience, programme.id),
      },
      change.now,
    );
    await change.tx
      .insertInto('question')
      .values({
        owner_id: programme.owner_id,
        id,
        programme_id: programme.id,
        asker_id: change.who.personId,
        audience,
        title,
        text,
        asked_at: change.now,
        waiting_since: change.now,
        moved_at: change.now,
      })
      .execute();
    await recordWaiting(change, id, 'question.asked');
    return see(
      questionHref(programme, id),
      t('It is asked. You hear of the answer here and by mail.'),
      questionHref(programme, id, 'withdraw'),
    );
  },
});

/** Who reads and may speak in a question. */
const grantsOf = (audience: Audience, programmeId: string): Grant[] =>
  (audience === 'group' ? ['participant', 'facilitator', 'specialist'] : ['specialist']).map((part) => ({
    principal: principals.circle(programmeId, part),
    ability: 'contribute' as const,
  }));
