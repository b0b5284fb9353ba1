import { insertFramework, updateFramework } from '#features/curriculum/frameworks/framework.queries.ts';
import type { FrameworkDocument } from '#features/curriculum/read/framework-document.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

const keepers: readonly Persona[] = ['cpd-leader', 'head', 'senior-leader', 'administrator'];

/** One curriculum in use, one that is looked over, and one that was taken away. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const bring = (title: string, words: string) => {
    const read: FrameworkDocument = {
      address: `list:${title}`,
      title,
      version: '1',
      publisher: '',
      licence: '',
      source: '',
      format: 'list',
      statements: [
        {
          address: 'H1',
          parent: null,
          code: 'H1',
          kind: 'Point',
          words,
          note: '',
          subject: 'History',
          stages: [],
          years: ['4'],
          depth: 0,
          isLeaf: true,
        },
      ],
      left: [],
    };
    return insertFramework(db, { ownerId: school.id, broughtBy: people['cpd-leader'].personId }, read, at);
  };
  const used = await bring('In use', canary('administration', staff));
  await updateFramework(db, school.id, used, { published_at: at });
  const draft = await bring('Looked over', canary('administration', keepers));
  const away = await bring('Taken away', canary('administration', keepers));
  await updateFramework(db, school.id, away, { ended_at: at });
  const file = 'a curriculum comes as files, which the room’s own tests send';
  return {
    'GET /curriculum': { path: '/curriculum', seenBy: staff, openTo: ['other-head'] },
    'GET /curriculum/new': { path: '/curriculum/new', seenBy: keepers, openTo: ['other-head'] },
    'POST /curriculum/new': {
      path: '/curriculum/new',
      fields: { title: '' },
      by: [...keepers, 'other-head'],
      fieldsIncomplete: file,
    },
    'POST /curriculum/ships': {
      path: '/curriculum/ships',
      fields: { curriculum: 'england-0.1.0' },
      by: [...keepers, 'other-head'],
    },
    'GET /curriculum/:framework': [
      { path: `/curriculum/${used}?words=a&subject=History`, seenBy: staff },
      { path: `/curriculum/${draft}`, seenBy: keepers },
    ],
    'POST /curriculum/:framework/use': { path: `/curriculum/${draft}/use`, fields: {}, by: keepers },
    'POST /curriculum/:framework/end': { path: `/curriculum/${used}/end`, fields: {}, by: keepers },
    'POST /curriculum/:framework/restore': { path: `/curriculum/${away}/restore`, fields: {}, by: keepers },
  };
};
