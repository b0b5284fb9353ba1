import assert from 'node:assert/strict';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { type Browser, testSite } from '#test/site.ts';

/** A school of a trust, with somebody who leads its professional learning, for the tests of this room. */
export async function scene() {
  const site = await testSite();
  const trust = await makeSchool(site.db, 'The Valley Trust');
  await site.db.updateTable('organisation').set({ kind: 'trust' }).where('id', '=', trust.id).execute();
  const school = await makeSchool(site.db, 'Ysgol Bryn Coch');
  await under(trust.id, school.id);
  const leader = await makePerson(site.db, school, { name: 'Carys Morgan', roles: ['cpd-leader'] });
  const asLeader = await site.as(leader);

  /** Puts a school below the trust. */
  async function under(parent: string, id: string): Promise<void> {
    await site.db
      .updateTable('organisation')
      .set({ parent_id: parent, path: `/${parent}/${id}/` })
      .where('id', '=', id)
      .execute();
  }
  const as = async (role: string, where = school): Promise<Browser> =>
    site.as(await makePerson(site.db, where, { roles: role === '' ? [] : [role] }));

  return { site, trust, school, leader, asLeader, as, under, deliver: () => deliver(site) };
}

export const plan2026 = '/school/mentoring-planner/2026';
export const audit2026 = '/school/cycle-audit/2026';

/** Writes a line into the audit of 2026; answers its address. */
export async function lineOf(browser: Browser, fields: Record<string, string> = {}): Promise<string> {
  const answer = await browser.post(`${audit2026}/lines`, {
    kind: 'policy',
    title: 'Courses come with a partner',
    specialist: 'A workshop each term',
    criterion_tailor: 'We ask what people need first.',
    change: 'Begin earlier.',
    ...fields,
  });
  assert.equal(answer.status, 303, answer.text);
  return answer.to;
}
