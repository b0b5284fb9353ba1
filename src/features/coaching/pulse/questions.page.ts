import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openTogether } from '../open-together.ts';
import { togetherHref, togetherTrail } from '../together.ts';
import { selectOwnPulse } from './pulse.queries.ts';
import { questionsView } from './questions.view.ts';
import { isOpenOn } from './round.ts';

/** Three questions about a relationship, for whoever learns in it; their own answers, and quiet help. */
export const questionsPage = page('/coaching/:coaching/questions', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit);
    const { answered, school } = await selectOwnPulse(visit.db, visit.who, {
      pairingId: opened.together.pairingId,
    });
    // Whoever left keeps what they answered; whoever was never asked has nothing here.
    if (answered.length === 0) visit.who.must('learn', coachingPolicy, opened.item);
    return { ...opened, answered, ...school[0]! };
  },
  view({ together, answered, round, contact, may }, visit) {
    const action = togetherHref(together, 'questions');
    const open = may('learn') && together.endedAt === null && isOpenOn(round, visit.today) ? round : null;
    return {
      title: t('Three questions about us'),
      audience: onlyYou(
        t(
          'Nobody else can open your answers, whatever their role. Where more than five relationships were asked about, the co-ordinator sees how many of all chose an answer, when the round is over.',
        ),
      ),
      trail: togetherTrail(together, visit.who.personId),
      body: questionsView({ together, answered, open, contact, action, form: visit.formAt(action) }),
    };
  },
});
