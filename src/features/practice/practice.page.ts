import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { myPractice, practiceHref } from './addresses.ts';
import { selectCompanions } from './companions.queries.ts';
import { type Practice, stageOf, waitingLook } from './practice.ts';
import { practicePolicy } from './practice.policy.ts';
import { practiceView } from './practice.view.ts';
import { selectPractice } from './select-practice.ts';
import { settleShared } from './shared.notices.ts';
import { stageSentence } from './stage-words.ts';

/** One practice, for its owner and for those it is shared with. */
export const practicePage = page('/practice/:person/:practice', {
  purpose: 'learning',
  access: practicePolicy,
  async load(visit) {
    const { who, db } = visit;
    const item = await visit.open(practicePolicy, visit.params.practice!, visit.params.person!);
    const mine = who.may('write', practicePolicy, item);
    const practice = await selectPractice(db, who, item.ownerId, item.id);
    if (practice.waits) await settleShared(db, who.personId, practice, visit.now);
    return { item, mine, practice, companions: mine ? await selectCompanions(db, who, visit.today) : [] };
  },
  view({ item, mine, practice, companions }, visit) {
    return {
      title: mine ? practice.words : t('{name}: {words}', { name: practice.author, words: practice.words }),
      audience: audienceNote(
        item,
        practicePolicy,
        visit.who,
        mine ? practiceHref(practice, 'share') : undefined,
      ),
      status: statusOf(practice, visit.today),
      ...(mine && !item.endedAt
        ? {
            action: nextStep(practice),
          }
        : {}),
      trail: mine
        ? [{ label: t('My practice'), href: myPractice }]
        : [{ label: t('Shared with me'), href: `${myPractice}/shared` }],
      body: practiceView({ practice, mine, companions, ended: item.endedAt !== null, visit }),
    };
  },
});

/** What comes next in the order: see it done, rehearse it, try it in class. Whoever tried it already goes on trying. */
function nextStep(practice: Practice): { label: string; href: string } {
  const { id, exampleSeenAt, rehearsals, doings } = practice;
  if (rehearsals.length > 0 || doings.length > 0)
    return { label: t('Log what I tried in class'), href: `/my-learning/try-outs/new?practice=${id}` };
  return exampleSeenAt === null
    ? { label: t('See it done'), href: '#example' }
    : { label: t('Rehearse it'), href: '#rehearse' };
}

/** Where it stands, and when it is met again. */
function statusOf(practice: Practice, today: string): { where: string; next?: string } {
  const where = practice.settledAt
    ? t('It goes by itself since {day}.', { day: formatDate(practice.settledAt, 'short') })
    : stageSentence(
        stageOf({
          rehearsals: practice.rehearsals.length,
          doings: practice.doings.length,
          looksDone: practice.looks.filter(({ lookedAt }) => lookedAt !== null).length,
          settled: false,
        }),
      );
  const look = waitingLook(practice);
  if (!look) return { where };
  return {
    where,
    next:
      look.dueOn <= today
        ? t('Meet it again now')
        : t('Meet it again on {day}', { day: formatDate(look.dueOn, 'weekday') }),
  };
}
