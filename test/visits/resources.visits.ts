import { insertFiles } from '#features/files/file.queries.ts';
import { insertResource, setShared } from '#features/resources/resource.queries.ts';
import { grantsInBank } from '#features/resources/share-resource.ts';
import { insertReading, updateReply } from '#features/resources/readings/reading.queries.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import { shareItem } from '#platform/access/items.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** One dot, as PNG. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A page of the teacher's that is theirs alone, one in the bank, and one that they took away. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }, { storage }) => {
  const write = (seenBy: readonly Persona[]) =>
    insertResource(
      db,
      { ownerId: school.id, authorId: people.teacher.personId },
      {
        title: canary('administration', seenBy),
        summary: canary('administration', seenBy),
        subject: 'History',
        year: '4',
        text: `## ${canary('administration', seenBy)}\n\nThe Tudors.`,
        review_on: null,
      },
      at,
    );
  const own = await write(['teacher']);
  const inBank = await write(staff);
  await shareItem(db, { ownerId: school.id, id: inBank }, grantsInBank(school.id), at);
  await setShared(db, school.id, inBank, at);
  await db
    .updateTable('resource')
    .set({ version: 2 })
    .where('owner_id', '=', school.id)
    .where('id', '=', inBank)
    .execute();
  const texts = {
    title: 'Tudors',
    summary: '',
    subject: '',
    year: '',
    text: canary('administration', staff),
  };
  await keepText(db, { ownerId: school.id, id: inBank }, 2, texts, people.teacher.personId, at);
  const stored = await storage.put(dot, { maxBytes: 10_000 });
  const [picture] = await insertFiles(
    db,
    { ownerId: school.id, id: inBank },
    [{ ...stored, name: 'road.png', ofPupils: false }],
    { by: people.teacher.personId, now: at },
  );
  const ask = (): Promise<string> =>
    insertReading(
      db,
      { ownerId: school.id, authorId: people.teacher.personId },
      {
        resourceId: inBank,
        askedOf: people.head.personId,
        byDate: null,
        words: canary('learning', ['teacher', 'head']),
      },
      at,
    );
  const asked = await ask();
  const read = await ask();
  const replied = await ask();
  const takenBack = await ask();
  await db
    .updateTable('resource_reading')
    .set({
      answers: JSON.stringify({ true: canary('learning', ['teacher', 'head']) }),
      version: 1,
      answered_at: at,
    })
    .where('owner_id', '=', school.id)
    .where('id', 'in', [read, replied])
    .execute();
  await updateReply(db, school.id, replied, { words: 'Thank you.', at });
  const away = await write(['teacher']);
  await db
    .updateTable('item')
    .set({ ended_at: at })
    .where('owner_id', '=', school.id)
    .where('id', 'in', [away, takenBack])
    .execute();
  const here = `/resources/${inBank}`;
  const sent = {
    title: 'The Romans',
    summary: '',
    subject: 'History',
    year: '3',
    text: '# Roads',
    review_on: '',
  };
  return {
    'GET /resources': [
      { path: '/resources', seenBy: staff, openTo: ['other-head'] },
      { path: '/resources?words=tudors&subject=History', seenBy: staff, openTo: ['other-head'] },
      { path: '/resources?whose=mine', seenBy: ['teacher'], openTo: [...staff, 'other-head'] },
    ],
    'GET /resources/new': { path: '/resources/new', seenBy: staff, openTo: ['other-head'] },
    'GET /resources/new/preview': { path: '/resources/new/preview', seenBy: staff, openTo: ['other-head'] },
    'GET /resources/:resource/preview': { path: `${here}/preview`, seenBy: ['teacher'] },
    'POST /resources': { path: '/resources', fields: sent, by: [...staff, 'other-head'] },
    'GET /resources/:resource': [
      { path: here, seenBy: staff },
      { path: `/resources/${own}`, seenBy: ['teacher'] },
    ],
    'GET /resources/:resource/change': { path: `${here}/change`, seenBy: ['teacher'] },
    'POST /resources/:resource/change': {
      path: `${here}/change`,
      fields: { ...sent, version: 2 },
      by: ['teacher'],
    },
    'POST /resources/:resource/share': { path: `/resources/${own}/share`, fields: {}, by: ['teacher'] },
    'POST /resources/:resource/take-out': { path: `${here}/take-out`, fields: {}, by: ['teacher', 'head'] },
    'POST /resources/:resource/end': { path: `${here}/end`, fields: {}, by: ['teacher'] },
    'POST /resources/:resource/restore': { path: `/resources/${away}/restore`, fields: {}, by: ['teacher'] },
    'GET /resources/:resource/versions': { path: `${here}/versions`, seenBy: staff },
    'POST /resources/:resource/put-back': {
      path: `${here}/put-back`,
      fields: { kept: 1, version: 2 },
      by: ['teacher'],
    },
    'POST /resources/:resource/adapt': { path: `${here}/adapt`, fields: {}, by: staff },
    'GET /resources/:resource/marks': { path: `${here}/marks`, seenBy: ['teacher'] },
    'POST /resources/:resource/marks': {
      path: `${here}/marks`,
      fields: { knowledge: 'ideas', needs: 'hearing' },
      by: ['teacher'],
    },
    'GET /resources/:resource/points': { path: `${here}/points`, seenBy: ['teacher'] },
    'POST /resources/:resource/points': {
      path: `${here}/points`,
      fields: { point: inBank, offered: '' },
      by: ['teacher'],
    },
    'POST /resources/:resource/steps': { path: `${here}/steps`, fields: { step: 'further' }, by: staff },
    'GET /resources/:resource/mat': { path: `${here}/mat`, seenBy: staff },
    'GET /resources/:resource/files': { path: `${here}/files`, seenBy: ['teacher'] },
    'POST /resources/:resource/files': {
      path: `${here}/files`,
      fields: {},
      by: ['teacher'],
      fieldsIncomplete: 'a file must come along, which the room of files sends in its own tests',
    },
    'POST /resources/:resource/files/:file/show': {
      path: `${here}/files/${picture}/show`,
      fields: { words: 'A road', version: 2 },
      by: ['teacher'],
    },
    'GET /resources/:resource/readings': { path: `${here}/readings`, seenBy: ['teacher'] },
    'POST /resources/:resource/readings': {
      path: `${here}/readings`,
      fields: { person: people['cpd-leader'].personId, by: '', words: '' },
      by: ['teacher'],
    },
    'GET /resources/:resource/readings/:reading': {
      path: `${here}/readings/${asked}`,
      seenBy: ['teacher', 'head'],
    },
    'POST /resources/:resource/readings/:reading': {
      path: `${here}/readings/${asked}`,
      fields: { true: 'It is.', version: 0 },
      by: ['head'],
    },
    'POST /resources/:resource/readings/:reading/reply': {
      path: `${here}/readings/${read}/reply`,
      fields: { words: 'Thank you.' },
      by: ['teacher'],
    },
    'POST /resources/:resource/readings/:reading/unread': {
      path: `${here}/readings/${replied}/unread`,
      fields: {},
      by: ['teacher'],
    },
    'POST /resources/:resource/readings/:reading/take-back': {
      path: `${here}/readings/${asked}/take-back`,
      fields: {},
      by: ['teacher'],
    },
    'POST /resources/:resource/readings/:reading/restore': {
      path: `${here}/readings/${takenBack}/restore`,
      fields: {},
      by: ['teacher'],
    },
  };
};
