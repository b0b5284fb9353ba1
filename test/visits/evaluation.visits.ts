import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import type { Policy } from '#platform/access/policy.ts';
import { evaluationPolicy, publishedPolicy } from '#features/evaluation/index.ts';
import { evaluationAnswerPolicy, groupPolicy, keyPolicy } from '#features/evaluation/evaluation.policy.ts';
import type { Report } from '#features/evaluation/report.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { signedIn, staff, type Persona } from '#test/world.ts';

const team: readonly Persona[] = ['teacher', 'partner', 'facilitator', 'cpd-leader'];
const readers: readonly Persona[] = [...team, 'head', 'senior-leader'];
const taking: readonly Persona[] = ['teacher', 'partner'];
const entering: readonly Persona[] = ['teacher', 'partner', 'facilitator'];
const askers: readonly Persona[] = ['facilitator', 'cpd-leader'];

/**
 * The evaluation of the programme: a plan, one group of the teacher's with six pupils and a list of who is who,
 * questions that are open at the end and were closed later, and a page that was published.
 */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people, programme } = world;
  const owner_id = school.id;
  const teacher = people.teacher.personId;
  const leader = people['cpd-leader'].personId;
  const words = world.canary('evaluation', [...readers, 'specialist', 'governor']);
  const inTeam = world.canary('evaluation', readers);
  const pupilWords = world.canary('evaluation', ['teacher']);
  const answerWords = world.canary('evaluation', ['partner']);
  const item = (policy: Policy, authorId: string, ownerId = owner_id) =>
    insertItem(db, { ownerId, policy, authorId, circleId: ownerId === owner_id ? programme.id : null }, at);

  const id = await item(evaluationPolicy, teacher);
  await db
    .insertInto('evaluation')
    .values({
      owner_id,
      id,
      programme_id: programme.id,
      pupils: inTeam,
      learning: inTeam,
      noticing: inTeam,
      who_measures: inTeam,
      comparison: 'none',
      comparison_about: '',
      baseline_on: '2026-09-14',
      middle_on: '2027-01-18',
      end_on: '2027-06-21',
      delayed_on: '2027-10-04',
      version: 1,
      updated_by: teacher,
      updated_at: at,
    })
    .execute();
  const measure = newId(at);
  const touched = { version: 1, created_at: at, updated_by: teacher, updated_at: at, ended_at: null };
  await db
    .insertInto('evaluation_measure')
    .values({
      owner_id,
      id: measure,
      evaluation_id: id,
      number: 1,
      title: inTeam,
      how: '',
      kind: 'number',
      unit: 'questions',
      lowest: 0,
      highest: 20,
      better: 'higher',
      levels: '[]',
      minutes: null,
      chosen_by: teacher,
      used_by: [],
      common: true,
      ...touched,
    })
    .execute();

  const group = await item(groupPolicy, teacher);
  await db
    .insertInto('evaluation_group')
    .values({
      owner_id,
      id: group,
      evaluation_id: id,
      number: 1,
      teacher_id: teacher,
      name: 'Focus pupils',
      arm: 'programme',
      keeps: 'pupils',
      created_at: at,
    })
    .execute();
  const pupil = newId(at);
  for (const [index, code] of [pupilWords, 'Birch', 'Cobalt', 'Dune', 'Elder', 'Fern'].entries()) {
    const pupilId = index === 0 ? pupil : newId(at);
    await db
      .insertInto('evaluation_pupil')
      .values({
        owner_id,
        id: pupilId,
        group_id: group,
        code,
        position: index + 1,
        left_on: null,
        ended_at: null,
      })
      .execute();
    for (const moment of ['baseline', 'end'])
      await db
        .insertInto('evaluation_value')
        .values({
          owner_id,
          id: newId(at),
          evaluation_id: id,
          group_id: group,
          measure_id: measure,
          subject_id: pupilId,
          moment,
          value: index + (moment === 'end' ? 3 : 1),
          missing: null,
          pupils: null,
          entered_by: teacher,
          entered_at: at,
          ended_at: null,
        })
        .execute();
  }
  await db
    .insertInto('evaluation_handed_in')
    .values(
      ['baseline', 'end'].map((moment) => ({
        owner_id,
        group_id: group,
        moment,
        handed_in_by: teacher,
        handed_in_at: at,
      })),
    )
    .execute();
  await db
    .insertInto('evaluation_key')
    .values({
      owner_id: teacher,
      id: await item(keyPolicy, teacher, teacher),
      organisation_id: owner_id,
      group_id: group,
      names: JSON.stringify({ [pupil]: pupilWords }),
      version: 1,
      updated_at: at,
    })
    .execute();

  await db
    .insertInto('evaluation_asking')
    .values({ owner_id, evaluation_id: id, moment: 'end', opened_by: leader, opened_at: at, closed_at: null })
    .execute();
  await db
    .insertInto('evaluation_answer')
    .values({
      owner_id,
      id: await item(evaluationAnswerPolicy, people.partner.personId),
      evaluation_id: id,
      moment: 'end',
      side: 'recipient',
      person_id: people.partner.personId,
      said: JSON.stringify({ intended: { chosen: null, words: answerWords } }),
      words_shown: true,
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .execute();

  const [rival, claim] = [newId(at), newId(at)];
  await db
    .insertInto('evaluation_rival')
    .values({
      owner_id,
      id: rival,
      evaluation_id: id,
      common_key: null,
      title: inTeam,
      known: '',
      done: '',
      ...touched,
    })
    .execute();
  await db
    .insertInto('evaluation_claim')
    .values({
      owner_id,
      id: claim,
      evaluation_id: id,
      says: inTeam,
      kind: 'pupils',
      certainty: 'single',
      ...touched,
    })
    .execute();
  await db
    .insertInto('evaluation_summary')
    .values({
      owner_id,
      evaluation_id: id,
      id: newId(at),
      says: 'Ours',
      version: 1,
      updated_by: teacher,
      updated_at: at,
    })
    .execute();
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

  const base = `/programmes/${programme.slug}/evaluation`;
  const mine = `${base}/groups/1`;
  const plan = {
    version: 1,
    pupils: 'Six',
    learning: 'They ask',
    noticing: 'More questions',
    whoMeasures: 'Teachers',
    comparison: 'none',
    comparisonAbout: '',
    baseline: '2026-09-14',
    middle: '2027-01-18',
    end: '2027-06-21',
    delayed: '2027-10-04',
  };
  const measured = {
    version: 1,
    title: 'Questions',
    how: '',
    kind: 'number',
    better: 'higher',
    whose: 'common',
  };
  const own = ['teacher'] as const;
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
    'GET /programmes/:programme/evaluation/plan': { path: `${base}/plan`, seenBy: readers },
    'GET /programmes/:programme/evaluation/plan/change': { path: `${base}/plan/change`, seenBy: team },
    'POST /programmes/:programme/evaluation/plan/change': {
      path: `${base}/plan/change`,
      fields: plan,
      by: team,
    },
    'POST /programmes/:programme/evaluation/plan/agree': {
      path: `${base}/plan/agree`,
      fields: { version: 1 },
      by: taking,
    },
    'GET /programmes/:programme/evaluation/measures/new': { path: `${base}/measures/new`, seenBy: team },
    'POST /programmes/:programme/evaluation/measures': {
      path: `${base}/measures`,
      fields: measured,
      by: team,
    },
    'GET /programmes/:programme/evaluation/measures/:measure': { path: `${base}/measures/1`, seenBy: team },
    'POST /programmes/:programme/evaluation/measures/:measure': {
      path: `${base}/measures/1`,
      fields: measured,
      by: team,
    },
    'POST /programmes/:programme/evaluation/measures/:measure/end': {
      path: `${base}/measures/1/end`,
      fields: {},
      by: team,
    },
    'POST /programmes/:programme/evaluation/measures/:measure/restore': {
      path: `${base}/measures/1/restore`,
      fields: {},
      by: team,
    },
    'GET /programmes/:programme/evaluation/groups': { path: `${base}/groups`, seenBy: team },
    'POST /programmes/:programme/evaluation/groups': {
      path: `${base}/groups`,
      fields: { name: 'Mine', arm: 'programme', keeps: 'pupils', codes: 'Amber' },
      by: entering,
    },
    'GET /programmes/:programme/evaluation/groups/:group': { path: mine, seenBy: own },
    'POST /programmes/:programme/evaluation/groups/:group/pupils': {
      path: `${mine}/pupils`,
      fields: { codes: 'Gull' },
      by: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/left': {
      path: `${mine}/left`,
      fields: { pupil, is: 'left' },
      by: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/share': {
      path: `${mine}/share`,
      fields: { see: people.partner.personId },
      by: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/end': { path: `${mine}/end`, fields: {}, by: own },
    'POST /programmes/:programme/evaluation/groups/:group/restore': {
      path: `${mine}/restore`,
      fields: {},
      by: own,
    },
    'GET /programmes/:programme/evaluation/groups/:group/figures/:moment': {
      path: `${mine}/figures/end`,
      seenBy: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/figures/:moment': {
      path: `${mine}/figures/middle`,
      fields: { version: 0, [`figure-1-${pupil}`]: '7' },
      by: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/figures/:moment/take-back': {
      path: `${mine}/figures/end/take-back`,
      fields: {},
      by: own,
    },
    'GET /programmes/:programme/evaluation/groups/:group/history': { path: `${mine}/history`, seenBy: own },
    'GET /programmes/:programme/evaluation/groups/:group/who-is-who': {
      path: `${mine}/who-is-who`,
      seenBy: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/who-is-who': {
      path: `${mine}/who-is-who`,
      fields: { version: 1, [`name-${pupil}`]: 'Somebody' },
      by: own,
    },
    'GET /programmes/:programme/evaluation/questions': { path: `${base}/questions`, seenBy: readers },
    'GET /programmes/:programme/evaluation/questions/:moment': {
      path: `${base}/questions/end`,
      seenBy: readers,
    },
    'POST /programmes/:programme/evaluation/questions/:moment': {
      path: `${base}/questions/end`,
      fields: { version: 0, 'worth-time': 'a-little' },
      by: readers,
    },
    'POST /programmes/:programme/evaluation/questions/:moment/open': {
      path: `${base}/questions/delayed/open`,
      fields: {},
      by: askers,
    },
    'POST /programmes/:programme/evaluation/questions/:moment/close': {
      path: `${base}/questions/end/close`,
      fields: {},
      by: askers,
    },
    'GET /programmes/:programme/evaluation/sure': { path: `${base}/sure`, seenBy: readers },
    'POST /programmes/:programme/evaluation/sure': {
      path: `${base}/sure`,
      fields: { common: 'chance' },
      by: team,
    },
    'POST /programmes/:programme/evaluation/sure/:rival': {
      path: `${base}/sure/${rival}`,
      fields: { title: 'Chance', version: 1 },
      by: team,
    },
    'POST /programmes/:programme/evaluation/sure/:rival/end': {
      path: `${base}/sure/${rival}/end`,
      fields: {},
      by: team,
    },
    'POST /programmes/:programme/evaluation/sure/:rival/restore': {
      path: `${base}/sure/${rival}/restore`,
      fields: {},
      by: team,
    },
    'GET /programmes/:programme/evaluation/sure/account': { path: `${base}/sure/account`, seenBy: team },
    'POST /programmes/:programme/evaluation/sure/account': {
      path: `${base}/sure/account`,
      fields: { version: 0, meanwhile: 'A library' },
      by: team,
    },
    'GET /programmes/:programme/evaluation/claims': { path: `${base}/claims`, seenBy: readers },
    'POST /programmes/:programme/evaluation/claims': {
      path: `${base}/claims`,
      fields: { says: 'They ask more.', kind: 'pupils', certainty: 'single' },
      by: team,
    },
    'POST /programmes/:programme/evaluation/claims/:claim': {
      path: `${base}/claims/${claim}`,
      fields: { says: 'They ask.', kind: 'pupils', certainty: 'single', version: 1 },
      by: team,
    },
    'POST /programmes/:programme/evaluation/claims/:claim/end': {
      path: `${base}/claims/${claim}/end`,
      fields: {},
      by: team,
    },
    'POST /programmes/:programme/evaluation/claims/:claim/restore': {
      path: `${base}/claims/${claim}/restore`,
      fields: {},
      by: team,
    },
    'GET /programmes/:programme/evaluation/summary': { path: `${base}/summary`, seenBy: readers },
    'POST /programmes/:programme/evaluation/summary': {
      path: `${base}/summary`,
      fields: { says: 'Ours as well', version: 1 },
      by: team,
    },
    'POST /programmes/:programme/evaluation/summary/release': {
      path: `${base}/summary/release`,
      fields: { version: 1 },
      by: taking,
    },
    'POST /programmes/:programme/evaluation/summary/withhold': {
      path: `${base}/summary/withhold`,
      fields: {},
      by: taking,
    },
    'GET /evidence/effect-translator': {
      path: '/evidence/effect-translator',
      seenBy: staff,
      openTo: signedIn.filter((who) => ['specialist', 'other-guest', 'other-head'].includes(who)),
    },
  };
};

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
