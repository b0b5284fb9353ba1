import assert from 'node:assert/strict';
import { logged, scene as tryOuts } from '#features/try-outs/try-outs.scene.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { type Browser, type Fields } from '#test/site.ts';

export const secret = 'canary: he told me at break';

/** Ann has logged a try-out for herself alone. The school has its head, safeguarding lead and trust officer. */
export async function scene() {
  const around = await tryOuts();
  const { site, school } = around;
  const holder = (name: string, ...roles: string[]) => makePerson(site.db, school, { name, roles });
  const people = {
    ...around.people,
    head: await holder('Gwen Davies', 'head'),
    lead: await holder('Mari Evans', 'safeguarding-lead'),
    officer: await holder('Idris Pugh', 'trust-officer'),
    senior: await holder('Owain Price', 'senior-leader', 'cpd-leader', 'administrator'),
    otherHead: await makePerson(site.db, await makeSchool(site.db, 'Hill Lane'), {
      name: 'Ruth Bell',
      roles: ['head', 'safeguarding-lead'],
    }),
  };
  const as = (name: keyof typeof people) => site.as(people[name]);
  const ann = await as('ann');
  const address = await logged(ann, { tried: secret });
  return { ...around, people, as, ann, address };
}

export const ask = (browser: Browser, address: string, more: Fields = {}) =>
  browser.post('/school/override', {
    address: `http://school.example${address}`,
    reason: 'A pupil may have said something here that we must know in order to protect him.',
    danger: 'no',
    ...more,
  });

/** Asked by one, agreed to by the other: the address of the request. */
export async function opened(
  asker: Browser,
  second: Browser,
  address: string,
  more: Fields = {},
): Promise<string> {
  const asked = await ask(asker, address, more);
  assert.equal(asked.status, 303, asked.text);
  assert.equal((await second.post(`${asked.to}/agree`)).status, 303);
  return asked.to;
}
