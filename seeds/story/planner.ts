import type { Fields } from '../browser.ts';
import type { Player } from '../player.ts';
import { dayOf } from './coaching-forms.ts';
import { yearsAgo } from './days.ts';
import { addressIn, partnershipOf, programmeId } from './lookups.ts';
import * as cycles from './planner-audit-texts.ts';
import * as collected from './planner-collection-texts.ts';
import * as plans from './planner-plan-texts.ts';

/** How the year is planned and looked back on: mentoring and coaching, cycles of two years, a collection of agreements. */
export async function planner(player: Player): Promise<void> {
  await planOfTwoYears(player);
  await auditOfTwoYears(player);
  await collection(player);
  await player.settle();
}

async function planOfTwoYears(player: Player): Promise<void> {
  const [before, now] = [yearsAgo(player, 1), yearsAgo(player, 0)];
  const planOf = ({ year }: { year: number }): string => `/school/mentoring-planner/${year}`;
  player.at(before.terms[1]!.startsOn, '14:30');
  for (const [relationship, text] of Object.entries(plans.lastYear))
    await player.does('mentors', `${planOf(before)}/${relationship}`, {
      version: 0,
      ...plans.fieldsOf(text),
    });
  player.at(before.terms[2]!.endsOn, '13:40');
  await player.does('mentors', `${planOf(before)}/copy`);
  player.at(dayOf(player, -10, 2), '16:45');
  for (const [relationship, text] of Object.entries(plans.thisYear))
    await player.does('cpd', `${planOf(now)}/${relationship}`, {
      version: relationship in plans.lastYear ? 1 : 0,
      ...plans.fieldsOf(text),
    });
}

/** What goes on was judged in summer and taken into this year; the programmes of each year stand beside it. */
async function auditOfTwoYears(player: Player): Promise<void> {
  const [before, now] = [yearsAgo(player, 1), yearsAgo(player, 0)];
  const auditOf = ({ year }: { year: number }): string => `/school/cycle-audit/${year}`;
  player.at(before.terms[2]!.endsOn, '11:15');
  const takeOver = async (year: { year: number }, slug: string, said: Fields): Promise<void> => {
    const programme = await programmeId(player, slug);
    const { title } = await player.db
      .selectFrom('programme')
      .select('title')
      .where('owner_id', '=', player.school.id)
      .where('id', '=', programme)
      .executeTakeFirstOrThrow();
    const line = addressIn((await player.does('cpd', `${auditOf(year)}/take-over`, { programme })).to);
    await player.does('cpd', `${line}/edit`, { kind: 'programme', title, ...said, version: 1 });
  };
  const marking = addressIn((await player.does('cpd', `${auditOf(before)}/lines`, cycles.marking)).to);
  for (const week of [10, 22])
    await player.does('cpd', `${marking}/points`, {
      strand: 'peer',
      words: 'Books compared in the phase meeting',
      from_week: week,
    });
  await player.does('cpd', `${auditOf(before)}/copy`);
  await takeOver(before, 'talk-that-teaches', cycles.talkLine);

  player.at(dayOf(player, -2, 2), '17:05');
  await takeOver(now, 'reading-together', cycles.readingLine);
  await takeOver(now, 'how-numbers-are-made', cycles.numbersLine);
  const again = `${auditOf(now)}/lines/${await lineCalled(player, now.year, cycles.marking.title)}`;
  const { kind, title } = cycles.marking;
  await player.does('cpd', `${again}/edit`, { kind, title, ...cycles.markingAgain, version: 1 });
  await player.does('cpd', `${again}/points`, {
    strand: 'specialist',
    words: 'Visit to another school',
    from_week: 6,
  });
}

async function lineCalled({ db, school }: Player, year: number, title: string): Promise<string> {
  const { id } = await db
    .selectFrom('cycle_line as l')
    .innerJoin('cycle_audit as a', (join) =>
      join.onRef('a.owner_id', '=', 'l.owner_id').onRef('a.id', '=', 'l.audit_id'),
    )
    .select('l.id')
    .where('l.owner_id', '=', school.id)
    .where('a.owner_id', '=', school.id)
    .where('a.year', '=', year)
    .where('l.title', '=', title)
    .executeTakeFirstOrThrow();
  return id;
}

/** Jakub and Harriet give theirs, with other words for what only they need to know; Priya puts another beside it. */
async function collection(player: Player): Promise<void> {
  const agreement = await partnershipOf(player, 'talk-that-teaches', 'jakub');
  const offer = `/agreements/${agreement}/collection`;
  player.at(dayOf(player, -6, 1), '16:40');
  const parts = Object.entries(collected.givenAway).map(([id, text]) => [`part-${id}`, text]);
  await player.does('harriet', offer, { version: 0, ...Object.fromEntries(parts) });
  await player.settle();
  player.at(dayOf(player, -6, 2), '12:35');
  await player.does('jakub', `${offer}/answer`, { version: 1, says: 'yes' });
  await player.does('jakub', `${offer}/give`, { version: 1 });
  player.at(dayOf(player, -3, 4), '15:10');
  await player.does('cpd', '/school/agreement-collection', collected.otherSchools);
  const { feature, ...said } = collected.noticed;
  await player.does('cpd', `/school/agreement-collection/features/${feature}`, { version: 0, ...said });
}
