import { randomUUID } from 'node:crypto';
import { joinCircle, makeManager, makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { type Browser, testSite } from '#test/site.ts';

/** What a person writes in the form; `more` wins. */
export const written = (more: Record<string, string | readonly string[]> = {}) => ({
  on_date: '2026-11-17',
  pupils: 'Year 5, the blue table',
  tried: 'Answers on boards before anybody speaks',
  why: 'Four pupils never answer',
  'pupils-responded': 'Three of the four wrote something',
  ...more,
});

/** Ann and her partner Tomos in a partnership and a programme with a specialist; Beth manages Ann; Huw is a colleague. */
export async function scene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { db } = site;
  const school = await makeSchool(db);
  const [ann, tomos, beth, huw] = await Promise.all(
    ['Ann Puw', 'Tomos Bevan', 'Beth Rees', 'Huw Parry'].map((name) => makePerson(db, school, { name })),
  );
  const specialist = await makePerson(db, school, { name: 'Dr Amara Obi', kind: 'guest' });
  await makeManager(db, school, beth!, ann!);
  const [programme, partnership] = [randomUUID(), randomUUID()];
  const join = (circle: string, person: TestPerson, part: string, kind: string) =>
    joinCircle(db, school, circle, person, part, {
      kind,
      name: kind === 'programme' ? 'Reading together' : 'Ann and Tomos',
    });
  for (const person of [ann!, tomos!, beth!]) await join(programme, person, 'participant', 'programme');
  await join(programme, specialist, 'specialist', 'programme');
  for (const person of [ann!, tomos!]) await join(partnership, person, 'partner', 'partnership');
  const people = { ann: ann!, tomos: tomos!, beth: beth!, huw: huw!, specialist };
  return {
    site,
    db,
    school,
    programme,
    partnership,
    people,
    toPartners: `circle:${partnership}:partner`,
    toSpecialist: `circle:${programme}:specialist`,
    toEveryone: `circle:${programme}`,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

export async function logged(browser: Browser, more: Parameters<typeof written>[0] = {}): Promise<string> {
  const answer = await browser.post('/my-learning/try-outs/new', written(more));
  if (answer.status !== 303) throw new Error(`not logged: ${answer.status} ${answer.text}`);
  return answer.to;
}
