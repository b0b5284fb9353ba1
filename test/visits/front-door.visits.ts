import type { SeedVisits } from '#test/visit-map.ts';

export const visits: SeedVisits = async () => ({
  'GET /': [
    { path: '/', seenBy: ['nobody'], leadsTo: /^\/sign-in$/ },
    { path: '/', seenBy: ['teacher', 'pupil'], leadsTo: /^\/today$/ },
    { path: '/', seenBy: ['nobody'], demo: true },
  ],
  'GET /demo': { path: '/demo', seenBy: ['nobody', 'teacher'], demo: true },
  'GET /demo/going': { path: '/demo/going', seenBy: ['nobody'], demo: true },
  'GET /demo/preparing': { path: '/demo/preparing', seenBy: ['nobody'] },
});
