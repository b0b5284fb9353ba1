import type { SeedVisits } from '#test/visit-map.ts';

export const visits: SeedVisits = async () => ({
  'POST /drafts': { path: '/drafts', fields: { key: 'note:1', body: '{"note":"words"}' }, by: 'signed-in' },
  'POST /drafts/keep': {
    path: '/drafts/keep',
    fields: { draft_key: 'note:1', note: 'words' },
    by: 'signed-in',
  },
});
