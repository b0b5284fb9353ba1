import assert from 'node:assert/strict';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite, type Browser } from '#test/site.ts';
import { role } from '#features/people/index.ts';
import type { Draft } from './draft.ts';
import { selectTemplate } from './template.queries.ts';

/** A school with a CPD leader and a teacher, for the tests of this room. */
export async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const leader = await makePerson(site.db, school, { name: 'Rhian Puw', roles: [role.cpdLeader] });
  const ann = await makePerson(site.db, school, { name: 'Ann Rees' });
  const template = async (protocol: string) => (await selectTemplate(site.db, school.id, protocol))!;
  return {
    site,
    school,
    leader,
    ann,
    asLeader: await site.as(leader),
    asAnn: await site.as(ann),
    template,
    draft: async (protocol: string): Promise<Draft> => (await template(protocol)).draft,
  };
}

/** Begins a protocol of the school's own and answers its address. */
export async function begin(asLeader: Browser, title: string, from = ''): Promise<string> {
  const answer = await asLeader.post('/protocols/mine', { title, from });
  assert.equal(answer.status, 303, answer.text);
  return answer.to;
}

/** What the form of a step sends. */
export const stepFields = {
  kind: 'meeting',
  title: 'First meeting',
  prompt: 'Bring one piece of work.',
  stage: 'begin',
  week: 1,
  minutes: 60,
  in_school_day: 'yes',
  required: 'yes',
  strand: 'peer',
  lead: 'facilitator',
  mode: 'in-person',
} as const;

/** The smallest protocol that can be published: one stage with one step, and words for what it is. */
export async function publishable(asLeader: Browser, title = 'Marking club'): Promise<string> {
  const here = await begin(asLeader, title);
  await asLeader.post(`${here}/stages/new`, { title: 'Begin', plain: 'Meet and look.', cycle: 1 });
  await asLeader.post(`${here}/steps/new`, stepFields);
  await asLeader.post(`${here}/about`, { ...aboutFields, title, version: 3 });
  return here;
}

export const aboutFields = {
  plain: 'We mark together and talk about why.',
  suits: 'Marks differ between classes.',
  limits: 'Nothing is known of it from studies.\nIt takes time.',
  started_by: 'anyone',
  weeks: 6,
  fewest_terms: 1,
  most_terms: 1,
  size_of: 'club',
  size_min: 3,
  size_max: 6,
  from_source: 'Nothing.',
  ours: 'All of it.',
} as const;
