import { insertItem } from '#platform/access/items.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { catalogue } from '#features/evidence/index.ts';
import { keepVersion } from '#features/protocols/index.ts';
import { copyOf, type Draft } from '#features/protocols/draft.ts';
import { protocolTemplatePolicy } from '#features/protocols/protocol-template.policy.ts';
import { insertTemplate, updateTemplate } from '#features/protocols/template.queries.ts';
import type { PostVisit, SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff, type World } from '#test/world.ts';

/** A protocol that the school wrote from another and published, and changed since. */
export const visits: SeedVisits = async (world) => {
  const writers: readonly Persona[] = ['cpd-leader', 'head', 'senior-leader'];
  const draft = await seedProtocol(world, world.canary('learning', writers));
  const here = `/protocols/mine/${draft.id}`;
  const [stage] = draft.stages;
  const [step] = stage!.steps;
  const [role] = draft.roles;
  const change = (below: string, fields: PostVisit['fields'] = {}): PostVisit => ({
    path: `${here}/${below}`,
    fields,
    by: writers,
  });
  const page = (below: string) => ({ path: here + (below && `/${below}`), seenBy: writers });
  const readers = { seenBy: [...staff, 'specialist', 'other-guest'] as Persona[] };
  const stageWords = { title: 'Begin', plain: 'Meet and look.', cycle: 1 };
  const stepWords = {
    kind: 'meeting',
    title: 'First meeting',
    prompt: 'Bring one piece of work.',
    stage: stage!.id,
    week: 1,
    minutes: 60,
    strand: 'peer',
    lead: 'facilitator',
    mode: 'in-person',
  };
  const roleWords = { title: 'Visitor', plain: 'Looks on.', part: 'specialist', min: 0, per: 'programme' };
  return {
    'GET /protocols': { path: '/protocols', ...readers, openTo: ['other-head'] },
    'GET /protocols/:protocol': { path: `/protocols/${draft.id}`, ...readers },
    'GET /protocols/:protocol/file': { path: `/protocols/${draft.id}/file`, ...readers },
    'GET /protocols/mine': { path: '/protocols/mine', seenBy: writers, openTo: ['other-head'] },
    'GET /protocols/mine/new': { path: '/protocols/mine/new', seenBy: writers, openTo: ['other-head'] },
    'POST /protocols/mine': {
      path: '/protocols/mine',
      fields: { title: 'Marking club', from: '' },
      by: [...writers, 'other-head'],
    },
    'GET /protocols/mine/import': { path: '/protocols/mine/import', seenBy: writers, openTo: ['other-head'] },
    'POST /protocols/mine/import': {
      path: '/protocols/mine/import',
      fields: {},
      by: [...writers, 'other-head'],
      fieldsIncomplete: 'the file itself comes along',
    },
    'GET /protocols/mine/:template': page(''),
    'GET /protocols/mine/:template/about': page('about'),
    'POST /protocols/mine/:template/about': change('about', {
      version: 1,
      title: 'Marking club',
      plain: 'We mark together.',
      started_by: 'anyone',
      weeks: 6,
      fewest_terms: 1,
      most_terms: 1,
      size_of: 'club',
      size_min: 3,
      size_max: 6,
    }),
    'GET /protocols/mine/:template/membership': page('membership'),
    'POST /protocols/mine/:template/membership': change('membership', { version: 1 }),
    'GET /protocols/mine/:template/lists/:list': page('lists/roles'),
    'POST /protocols/mine/:template/lists/:list': change('lists/roles', roleWords),
    'POST /protocols/mine/:template/lists/:list/:entry': change(`lists/roles/${role!.id}`, {
      ...roleWords,
      version: 1,
    }),
    'POST /protocols/mine/:template/lists/:list/:entry/move': change(`lists/roles/${role!.id}/move`, {
      to: 'down',
    }),
    'POST /protocols/mine/:template/lists/:list/:entry/remove': change(`lists/roles/${role!.id}/remove`),
    'GET /protocols/mine/:template/stages/new': page('stages/new'),
    'POST /protocols/mine/:template/stages/new': change('stages/new', stageWords),
    'GET /protocols/mine/:template/stages/:stage': page(`stages/${stage!.id}`),
    'POST /protocols/mine/:template/stages/:stage/save': change(`stages/${stage!.id}/save`, {
      ...stageWords,
      version: 1,
    }),
    'POST /protocols/mine/:template/stages/:stage/move': change(`stages/${stage!.id}/move`, { to: 'down' }),
    'POST /protocols/mine/:template/stages/:stage/remove': change(`stages/${stage!.id}/remove`),
    'GET /protocols/mine/:template/steps/new': [
      page('steps/new'),
      page(`steps/new?stage=${stage!.id}&kind=meeting`),
    ],
    'POST /protocols/mine/:template/steps/new': change('steps/new', stepWords),
    'GET /protocols/mine/:template/steps/:step': page(`steps/${step!.id}`),
    'POST /protocols/mine/:template/steps/:step/save': change(`steps/${step!.id}/save`, {
      ...stepWords,
      version: 1,
    }),
    'POST /protocols/mine/:template/steps/:step/move': change(`steps/${step!.id}/move`, { to: 'down' }),
    'POST /protocols/mine/:template/steps/:step/remove': change(`steps/${step!.id}/remove`),
    'POST /protocols/mine/:template/back/:version': change('back/1'),
    'GET /protocols/mine/:template/try': page('try'),
    'GET /protocols/mine/:template/versions': page('versions'),
    'POST /protocols/mine/:template/publish': change('publish', { version: 2 }),
    'POST /protocols/mine/:template/withdraw': change('withdraw'),
    'POST /protocols/mine/:template/restore': change('restore'),
  };
};

/** Published without the words that only those who write it may read. */
async function seedProtocol({ db, at, school, people }: World, words: string): Promise<Draft> {
  const original = catalogue().protocols.find(({ id }) => id === 'sustained-programme')!;
  const published = copyOf(original, { id: 'together-our-way', title: 'Together, our way' });
  const draft = { ...published, plain: `${published.plain} ${words}` };
  const id = newId(at);
  const author = people['cpd-leader'].personId;
  await insertItem(db, { ownerId: school.id, id, policy: protocolTemplatePolicy, authorId: author }, at);
  const template = { owner_id: school.id, id };
  await insertTemplate(db, {
    ...template,
    protocol: draft.id,
    title: draft.title,
    draft,
    version: 2,
    based_on: original.id,
    based_on_version: original.version,
    imported_from: null,
    created_at: at,
    updated_by: author,
  });
  for (const [version, text] of [published, draft].entries())
    await keepText(db, { ownerId: school.id, id }, version + 1, { ...text }, author, at);
  await keepVersion(db, school.id, published, at);
  await updateTemplate(db, template, { published_version: 1 });
  return draft;
}
