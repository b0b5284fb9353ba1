import { insertItem, principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { questionPolicy } from '#features/questions/question.policy.ts';
import type { PostVisit, SeedVisits } from '#test/visit-map.ts';
import type { Persona, World } from '#test/world.ts';

const inside: readonly Persona[] = ['teacher', 'partner', 'facilitator', 'specialist'];
const alone: readonly Persona[] = ['teacher', 'specialist'];

/** Two questions of the teacher: one before the group, one to the specialist alone, with a reply. */
export const visits: SeedVisits = async (world) => {
  const here = `/programmes/${world.programme.slug}/questions`;
  const group = await seedQuestion(world, 'group', inside);
  const question = await seedQuestion(world, 'specialist', alone);
  const post = (below: string, by: readonly Persona[], fields: PostVisit['fields'] = {}): PostVisit => ({
    path: `${here}/${below}`,
    fields,
    by,
  });
  const reply = `${question.id}/replies/${question.reply}`;
  return {
    'GET /programmes/:programme/questions': { path: here, seenBy: inside },
    'POST /programmes/:programme/questions': {
      path: here,
      fields: { title: 'A question', text: 'What now?', audience: 'group' },
      by: ['teacher', 'partner'],
    },
    'GET /programmes/:programme/questions/:question': [
      { path: `${here}/${group.id}`, seenBy: inside },
      { path: `${here}/${question.id}`, seenBy: alone },
    ],
    'POST /programmes/:programme/questions/:question/replies': post(`${question.id}/replies`, alone, {
      text: 'Yes',
    }),
    'POST /programmes/:programme/questions/:question/replies/:reply/take-back': post(`${reply}/take-back`, [
      'specialist',
    ]),
    'POST /programmes/:programme/questions/:question/replies/:reply/restore': post(`${reply}/restore`, [
      'specialist',
    ]),
    'POST /programmes/:programme/questions/:question/withdraw': post(`${question.id}/withdraw`, ['teacher']),
    'POST /programmes/:programme/questions/:question/ask-again': post(`${question.id}/ask-again`, [
      'teacher',
    ]),
  };
};

async function seedQuestion(
  { db, at, school, people, programme, canary }: World,
  audience: 'group' | 'specialist',
  readers: readonly Persona[],
): Promise<{ id: string; reply: string }> {
  const parts = audience === 'group' ? ['participant', 'facilitator', 'specialist'] : ['specialist'];
  const words = canary('learning', readers);
  const id = await insertItem(
    db,
    {
      ownerId: school.id,
      policy: questionPolicy,
      authorId: people.teacher.personId,
      circleId: programme.id,
      excludesManagers: true,
      grants: parts.map((part) => ({
        principal: principals.circle(programme.id, part),
        ability: 'contribute',
      })),
    },
    at,
  );
  await db
    .insertInto('question')
    .values({
      owner_id: school.id,
      id,
      programme_id: programme.id,
      asker_id: people.teacher.personId,
      audience,
      title: words,
      text: words,
      asked_at: at,
      waiting_since: at,
      moved_at: at,
    })
    .execute();
  const reply = newId(at);
  await db
    .insertInto('question_reply')
    .values({
      owner_id: school.id,
      id: reply,
      question_id: id,
      author_id: people.specialist.personId,
      text: words,
      created_at: at,
    })
    .execute();
  return { id, reply };
}
