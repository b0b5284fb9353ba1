import type { Player } from '../player.ts';
import { begins, teachingWeek } from './days.ts';
import { programmeId } from './lookups.ts';
import { firstAsking } from './needs.ts';

/** Which topics belong to which priority of the school, and the programme that answers them once it is drawn up. */
const lines: readonly { topics: readonly string[]; priority: string; programme: string; week: number }[] = [
  {
    topics: ['Reading and understanding'],
    priority: 'Everybody reads for meaning',
    programme: 'reading-together',
    week: begins.reading - 4,
  },
  {
    topics: ['Number'],
    priority: 'A firm start in number',
    programme: 'how-numbers-are-made',
    week: begins.numbers - 2,
  },
  {
    topics: ['Questioning and discussion', 'Talk and early language'],
    priority: 'Pupils explain their thinking',
    programme: '',
    week: begins.reading - 4,
  },
  {
    topics: ['Practice, and helping pupils remember'],
    priority: '',
    programme: 'remembering-more',
    week: -2,
  },
];

/** The CPD leader reads what was said, joins each need to what answers it, and lets those who answered see the counts. */
export async function needsAnswered(player: Player): Promise<void> {
  const address = `/school/needs/${firstAsking}`;
  player.at(teachingWeek(player, -24), '17:05');
  for (const page of [address, `${address}/said`]) await player.reads('cpd', page);
  await player.does('cpd', `${address}/release`);
  for (const { topics, priority, programme, week } of lines) {
    player.at(teachingWeek(player, week), '09:50');
    await player.does('cpd', `${address}/join`, {
      need: await needsOn(player, topics),
      to: priority ? await priorityCalled(player, priority) : '',
      programme: programme ? await programmeId(player, programme) : '',
    });
  }
  player.at(teachingWeek(player, -2), '10:05');
  await player.does('cpd', `${address}/join`, {
    need: await needsOn(player, ['Writing', 'Pupils new to English', 'Different needs in one class']),
    to: 'individual',
  });
  await player.settle();
}

async function needsOn({ db, school }: Player, topics: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('need as n')
    .innerJoin('needs_topic as t', (join) =>
      join.onRef('t.owner_id', '=', 'n.owner_id').onRef('t.id', '=', 'n.topic_id'),
    )
    .innerJoin('needs_asking as a', (join) =>
      join.onRef('a.owner_id', '=', 'n.owner_id').onRef('a.id', '=', 'n.asking_id'),
    )
    .select('n.id')
    .where('n.owner_id', '=', school.id)
    .where('a.slug', '=', firstAsking)
    .where('t.title', 'in', topics)
    .where('n.side', '=', 'most')
    .execute();
  return rows.map(({ id }) => id);
}

async function priorityCalled({ db, school }: Player, title: string): Promise<string> {
  const { id } = await db
    .selectFrom('school_priority')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
  return id;
}
