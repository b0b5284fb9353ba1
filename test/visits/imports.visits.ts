import { newId } from '#platform/db/ids.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import type { Persona } from '#test/world.ts';

const keepers: Persona[] = ['administrator', 'head'];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: Persona[] = ['other-head'];

export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const words = canary('administration', keepers);
  const run = async (state: string, summary: object): Promise<string> => {
    const id = newId();
    await db
      .insertInto('import_run')
      .values({
        owner_id: school.id,
        id,
        state,
        files: JSON.stringify([{ name: `${words}.csv`, sha256: 'a'.repeat(64), bytes: 2_000_000 }]),
        options: JSON.stringify({ kinds: {}, own: null, samePerson: {}, twoPeople: [], endAbsent: false }),
        summary: JSON.stringify({ ...sums, ...summary }),
        fingerprint: 'f00d',
        progress: 120,
        steps: 400,
        created_by: people.administrator.personId,
        created_at: at,
        changed_at: at,
      })
      .execute();
    return id;
  };
  const facts = {
    name: words,
    kind: 'staff',
    organisations: [],
    emails: ['a@school.example'],
    roles: ['teacher'],
  };
  const where = { file: 'staff.csv', line: 2 };
  const fields = [{ field: 'yearLabel', before: '7', after: '8' }];
  const bodies: Record<string, object> = {
    duplicate: {
      key: 'k',
      id: people.teacher.personId,
      because: ['same name'],
      ...where,
      incoming: facts,
      other: facts,
    },
    problem: {
      code: 'no-name',
      effect: 'row-left-out',
      ...where,
      column: 'Surname',
      value: words,
      message: 'Row 2 has no name.',
      advice: 'Add a name.',
    },
    back: {
      id: people.teacher.personId,
      name: words,
      fields: [{ field: 'ended', before: true, after: false }],
    },
    role: { key: 'k', name: words, roles: ['head', 'administrator'] },
    ended: { id: people.teacher.personId, name: words, reason: 'absent', on: '2026-11-18' },
    changed: { id: people.teacher.personId, name: words, fields },
    added: { ...facts, ...where },
    unit: { change: 'added', name: words, kind: 'class', about: 'Music; 5' },
    join: { unit: words, pupilsIn: 20, staffIn: 1, pupilsOut: 2, staffOut: 0, changed: 1 },
    thing: { what: 'term', change: 'added', name: words, about: '2026-09-01 – 2026-12-18' },
  };
  const ready = await run('ready', {});
  await db
    .insertInto('import_row')
    .values(
      Object.entries(bodies).map(([part, body], position) => ({
        owner_id: school.id,
        run_id: ready,
        position,
        part,
        person_kind: 'staff',
        search: words,
        body: JSON.stringify(body),
      })),
    )
    .execute();
  const question = {
    sort: 'organisation',
    choices: [{ key: 'S', name: words, kind: 'school' }],
    suggested: 'S',
    mayHoldSchools: true,
  };
  const asking = await run('asking', { question, counts: {} });
  const applying = await run('applying', { counts: {} });
  const done = await run('done', { counts: {} });
  const dropped = await run('dropped', { counts: {} });
  const path = `/school/imports/${ready}`;
  const page = (address: string) => ({ path: address, seenBy: keepers });
  const by = keepers;
  return {
    'GET /school/imports': { path: '/school/imports', seenBy: keepers, openTo: elsewhere },
    'GET /school/imports/new': { path: '/school/imports/new', seenBy: keepers, openTo: elsewhere },
    'POST /school/imports': { path: '/school/imports', fields: {}, by: [...by, ...elsewhere] },
    'GET /school/imports/:run': [
      ...Object.keys(bodies).map((part) => page(`${path}?list=${part}`)),
      ...[asking, applying, done, dropped].map((id) => page(`/school/imports/${id}`)),
    ],
    'POST /school/imports/:run/answer': {
      path: `/school/imports/${asking}/answer`,
      fields: { own: 'S' },
      by,
    },
    'POST /school/imports/:run/duplicates': { path: `${path}/duplicates`, fields: { d0: 'same' }, by },
    'POST /school/imports/:run/ask-again': { path: `${path}/ask-again`, fields: {}, by },
    'POST /school/imports/:run/absence': { path: `${path}/absence`, fields: { end: 'yes' }, by },
    'POST /school/imports/:run/drop': { path: `${path}/drop`, fields: {}, by },
    'POST /school/imports/:run/take-up': { path: `/school/imports/${dropped}/take-up`, fields: {}, by },
    'POST /school/imports/:run/apply': {
      path: `${path}/apply`,
      fields: { shown: 'f00d', roles: ['head k'] },
      by,
    },
    'POST /school/imports/:run/carry-on': { path: `/school/imports/${applying}/carry-on`, fields: {}, by },
    'POST /school/imports/:run/undo': { path: `/school/imports/${done}/undo`, fields: {}, by },
  };
};

const sums = {
  counts: {
    duplicate: 1,
    problem: 1,
    back: 1,
    role: 1,
    ended: 1,
    changed: 1,
    added: 1,
    unit: 1,
    join: 1,
    thing: 1,
  },
  added: { staff: 1 },
  unchanged: 3,
  alreadyLeft: 1,
  elsewhere: 2,
  newOrganisations: 1,
  joins: 21,
  leavings: 2,
  relations: 1,
  needs: [
    {
      kind: 'staff',
      ending: 3,
      of: 10,
      message: '3 of 10 staff would end. Check that this is the right, complete file.',
    },
  ],
  leftOut: ['staff.csv: Favourite colour'],
  question: null,
  mayEndAbsent: true,
  nothingToDo: false,
};
