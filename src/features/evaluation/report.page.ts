import { audienceNote } from '#platform/access/audience-words.ts';
import { composed, type Given } from '#platform/access/composed.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { evaluationHref } from './addresses.ts';
import { buildReport } from './build-report.ts';
import { evaluationLists, foundItem } from './evaluation.queries.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { itemToBe, type OpenedEvaluation, openFound, orNotFound } from './open-evaluation.ts';
import { notBegunView, ownReportView } from './own-report.view.ts';
import { type ReportFacts, reportFactsList } from './report.queries.ts';
import { whereItStands } from './where-it-stands.ts';

const ask = composed((who, given: Given<{ slug: string; now: Date; today: string }>) => ({
  ...evaluationLists(who, given),
  facts: reportFactsList(who, given),
}));

/** The page a head reads in a minute: what happened, what changed, how sure, what it cost, what next. */
export const reportPage = page('/programmes/:programme/evaluation', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  async load(visit): Promise<See | NotBegun | Loaded> {
    const { now, today, who } = visit;
    const asked = await ask(visit.db, who, { slug: visit.params.programme ?? '', now, today });
    const found = orNotFound(foundItem(asked, who.organisationId));
    const { programme, evaluation } = found;
    const item = itemToBe(programme);
    const mayRead = visit.who.may('read', evaluationPolicy, item);
    // Governors read what was published, and nothing before that.
    if (!mayRead && visit.who.has(role.governor)) return see(evaluationHref(programme, 'published'));
    visit.who.must('read', evaluationPolicy, item);
    if (!evaluation) return { programme, item, mayPlan: visit.who.may('plan', evaluationPolicy, item) };
    const opened = await openFound(visit, { ...found, evaluation });
    return { opened, facts: asked.facts[0]! };
  },
  view: (loaded, visit) => ('opened' in loaded ? begun(loaded, visit) : notBegun(loaded, visit)),
});

type NotBegun = Pick<OpenedEvaluation, 'programme' | 'item'> & { mayPlan: boolean };
interface Loaded {
  opened: OpenedEvaluation;
  facts: ReportFacts;
}

const notBegun = ({ programme, item, mayPlan }: NotBegun, { who }: Visit) => ({
  title: t('Evaluation of “{programme}”', { programme: programme.title }),
  audience: audienceNote(item, evaluationPolicy, who),
  trail: evaluationTrail(programme, false),
  ...(mayPlan && {
    action: { label: t('Plan the evaluation'), href: evaluationHref(programme, 'plan/change') },
  }),
  body: notBegunView(programme, who),
});

function begun({ opened, facts }: Loaded, visit: Visit) {
  const { programme, evaluation, item } = opened;
  const report = buildReport(opened, facts, 'reader');
  const stands = whereItStands(evaluation, visit.today);
  return {
    title: t('What came of “{programme}”', { programme: programme.title }),
    audience: audienceNote(item, evaluationPolicy, visit.who),
    // Once its last day has passed nothing comes next, and the report itself says where it is.
    ...(stands.next && { status: stands }),
    trail: evaluationTrail(programme, false),
    ...(opened.may('enter') && {
      action: { label: t('Write figures down'), href: evaluationHref(programme, 'groups') },
    }),
    body: ownReportView(opened, report, facts, visit),
  };
}
