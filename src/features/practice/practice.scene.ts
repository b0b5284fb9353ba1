import { randomUUID } from 'node:crypto';
import { joinCircle, makeManager, makePerson, makeSchool } from '#test/factories.ts';
import { type Browser, testSite } from '#test/site.ts';

/** Ann, her partner Tomos, her coach Nia, Beth who manages her, Huw a colleague. */
export async function scene() {
  const site = await testSite();
  const { db } = site;
  const school = await makeSchool(db);
  const [ann, tomos, nia, beth, huw] = await Promise.all(
    ['Ann Puw', 'Tomos Bevan', 'Nia Lloyd', 'Beth Rees', 'Huw Parry'].map((name) =>
      makePerson(db, school, { name }),
    ),
  );
  await makeManager(db, school, beth!, ann!);
  const [partnership, coaching, programme] = [randomUUID(), randomUUID(), randomUUID()];
  for (const person of [ann!, tomos!, beth!])
    await joinCircle(db, school, partnership, person, 'partner', {
      kind: 'partnership',
      name: 'Three of us',
    });
  await joinCircle(db, school, coaching, ann!, 'learner', { kind: 'coaching', name: 'Ann Puw, Nia Lloyd' });
  await joinCircle(db, school, coaching, nia!, 'coach');
  for (const person of [ann!, beth!, huw!])
    await joinCircle(db, school, programme, person, 'participant', { name: 'Reading together' });
  const people = { ann: ann!, tomos: tomos!, nia: nia!, beth: beth!, huw: huw! };
  return {
    site,
    db,
    school,
    people,
    toCoach: `circle:${coaching}:coach`,
    toPartners: `circle:${partnership}:partner`,
    toEveryone: `circle:${programme}`,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

/** Begins a practice; answers its address. */
export async function begun(browser: Browser, more: Record<string, string> = {}): Promise<string> {
  const answer = await browser.post('/my-learning/practice/new', {
    words: 'I wait three seconds after a question',
    ...more,
  });
  if (answer.status !== 303) throw new Error(`not begun: ${answer.status} ${answer.text}`);
  return answer.to;
}

/** Logs a try-out of a practice; answers its address. */
export async function tried(
  browser: Browser,
  practice: string,
  more: Record<string, string | readonly string[]> = {},
): Promise<string> {
  const answer = await browser.post('/my-learning/try-outs/new', {
    on_date: '2026-11-17',
    pupils: 'Year 5',
    tried: 'Waited after three questions',
    why: 'Four pupils never answer',
    'pupils-responded': 'Two of them spoke',
    practice: practice.split('/').at(-1)!,
    ...more,
  });
  if (answer.status !== 303) throw new Error(`not logged: ${answer.status} ${answer.text}`);
  return answer.to;
}
