import { makePerson, makeSchool, type TestPerson, type TestSchool } from './factories.ts';
import { testSite, type Browser, type TestSite } from './site.ts';

/** A school with a draft laid out from the sustained template by its CPD leader. */
export interface DraftSite {
  site: TestSite;
  school: TestSchool;
  leader: TestPerson;
  /** The CPD leader at a browser. */
  lena: Browser;
  here: string;
  programmeId: string;
}

export const newProgramme = {
  template: 'sustained-programme',
  title: 'Reading together',
  starts_on: '2026-11-23',
  terms: '2',
  aim: 'transform',
  change_kind: 'disruptive',
};

export async function draftSite(): Promise<DraftSite> {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const leader = await makePerson(site.db, school, { name: 'Lena Leader', roles: ['cpd-leader'] });
  const lena = await site.as(leader);
  await lena.post('/programmes/new', newProgramme);
  const programme = await site.db
    .selectFrom('programme')
    .select('id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  return { site, school, leader, lena, here: '/programmes/reading-together', programmeId: programme.id };
}

/** The fields of a step's form as its page would send them, with some changed. */
export async function stepFields(
  { site, school, programmeId }: DraftSite,
  number: number,
  changed: Record<string, string> = {},
): Promise<Record<string, string>> {
  const step = await site.db
    .selectFrom('programme_step')
    .selectAll()
    .where('owner_id', '=', school.id)
    .where('programme_id', '=', programmeId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return {
    kind: step.kind,
    title: step.title,
    prompt: step.prompt,
    strand: step.strand,
    lead: step.lead,
    on_date: step.on_date,
    minutes: String(step.minutes),
    ...(step.in_school_day ? { in_school_day: 'yes' } : {}),
    ...(step.required ? { required: 'yes' } : {}),
    mode: step.mode,
    cycle: String(step.cycle),
    form: step.form ?? '',
    version: String(step.version),
    ...changed,
  };
}

/** The number of the first step that came from a step of the template. */
export async function numberOf(
  { site, school, programmeId }: DraftSite,
  templateStep: string,
): Promise<number> {
  const step = await site.db
    .selectFrom('programme_step')
    .select('number')
    .where('owner_id', '=', school.id)
    .where('programme_id', '=', programmeId)
    .where('template_step', '=', templateStep)
    .orderBy('number')
    .executeTakeFirstOrThrow();
  return step.number;
}
