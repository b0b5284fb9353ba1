import { theseRoles } from '#platform/access/audience-words.ts';
import { NotAllowed } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { selectGroups } from './group.queries.ts';
import { groupsView } from './groups.view.ts';
import { openEvaluation } from './open-evaluation.ts';
import { whereItStands } from './where-it-stands.ts';

/** One's own groups of pupils and those that were shared, and who has handed in what. */
export const groupsPage = page('/programmes/:programme/evaluation/groups', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  async load(visit) {
    const opened = await openEvaluation(visit);
    if (!opened.may('enter') && !opened.may('plan'))
      throw new NotAllowed('This page is for those in the programme.', evaluationPolicy.ask);
    const { programme, evaluation } = opened;
    return { opened, groups: await selectGroups(visit.db, visit.who, programme.ownerId, evaluation.id) };
  },
  view: ({ opened, groups }, visit) => ({
    title: t('Pupils and figures'),
    audience: theseRoles(
      ['part:participant', 'part:facilitator', 'part:leader'],
      t(
        'They see which groups there are and what was handed in. The figures of single pupils are seen by the teacher who keeps them and whom that teacher shares them with.',
      ),
    ),
    status: whereItStands(opened.evaluation, visit.today),
    trail: evaluationTrail(opened.programme),
    body: groupsView(opened, groups, visit),
  }),
});
