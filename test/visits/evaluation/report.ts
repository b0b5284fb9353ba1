import { publishedPolicy } from '#features/evaluation/index.ts';
import type { Report } from '#features/evaluation/report.ts';
import type { Visits } from '#test/visit-map.ts';
import { readers, type Stage } from './stage.ts';

/** The page as the leader published it. */
async function insertPublication({ world, id, item }: Stage): Promise<void> {
  const { db, at, school, people } = world;
  const owner_id = school.id;
  const leader = people['cpd-leader'].personId;
  const words = world.canary('evaluation', [...readers, 'specialist', 'governor']);
  await db
    .insertInto('evaluation_publication')
    .values({
      owner_id,
      id: await item(publishedPolicy, leader),
      evaluation_id: id,
      report: JSON.stringify(publishedReport(words)),
      published_by: leader,
      published_at: at,
      ended_at: null,
    })
    .execute();
}

export async function reportVisits(stage: Stage): Promise<Visits> {
  const { base } = stage;
  await insertPublication(stage);
  return {
    'GET /programmes/:programme/evaluation': { path: base, seenBy: readers, openTo: ['governor'] },
    'POST /programmes/:programme/evaluation/publish': {
      path: `${base}/publish`,
      fields: {},
      by: ['cpd-leader'],
    },
    'POST /programmes/:programme/evaluation/unpublish': {
      path: `${base}/unpublish`,
      fields: {},
      by: ['cpd-leader'],
    },
    'GET /programmes/:programme/evaluation/published': {
      path: `${base}/published`,
      seenBy: ['governor', ...readers],
      openTo: ['specialist'],
    },
    'GET /programmes/:programme/evaluation/figures.csv': {
      path: `${base}/figures.csv`,
      seenBy: readers,
      queries: {
        most: 5,
        why: 'the figures of the page, and below them the single ones of one’s own groups',
      },
    },
  };
}

const publishedReport = (words: string): Report => ({
  title: 'reading together',
  startsOn: '2026-09-07',
  endsOn: '2027-07-09',
  pupils: words,
  learning: words,
  dates: { baseline: '2026-09-14', middle: '2027-01-18', end: '2027-06-21', delayed: '2027-10-04' },
  comparison: 'none',
  comparisonAbout: '',
  happened: {
    stepsPlanned: 4,
    stepsPassed: 3,
    minutesIn: 150,
    minutesOut: 60,
    teachers: null,
    tryOuts: null,
  },
  asked: [],
  summary: words,
  measures: [],
  claims: [{ says: words, kind: 'self-report', certainty: 'single' }],
  rivals: [],
  priorExposure: '',
  meanwhile: '',
  whoLeft: '',
  nextSteps: '',
  cost: { total: 0, perTeacher: null, perPupil: null, pupils: null },
});
