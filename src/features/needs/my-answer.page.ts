import { protectCounts } from '#platform/access/small-numbers.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { table } from '#ui/table.ts';
import { selectTopicCounts } from './answer.queries.ts';
import type { Asking, OwnNeed, Side } from './asking.queries.ts';
import { isOpen, whereItStands } from './closing.ts';
import { answerPolicy } from './need.policy.ts';
import { saidInWords } from './needs-form.ts';
import { answerAudience, openOwnAnswer } from './open-asking.ts';

/** One's own answer, what came of each need, and, once released, how many named what. */
export const myAnswerPage = page('/needs/:asking/mine', {
  purpose: 'learning',
  access: answerPolicy,
  async load(visit) {
    const asking = await openOwnAnswer(visit);
    const counts =
      asking.releasedAt && asking.mine
        ? await selectTopicCounts(visit.db, visit.organisationId, asking.id)
        : null;
    return { asking, counts, today: visit.today };
  },
  view: ({ asking, counts, today }) => {
    const open = isOpen(asking, today);
    return {
      title: t('What came of my answer: {title}', { title: asking.title }),
      audience: answerAudience(),
      status: { where: whereItStands(asking, today) },
      ...(open
        ? {
            action: {
              label: asking.mine ? t('Change my answer') : t('Answer'),
              href: `/needs/${asking.slug}`,
            },
          }
        : {}),
      trail: [{ label: t('What I need'), href: '/needs' }],
      body: html`${asking.mine ? ownAnswer(asking) : empty({ says: t('You gave no answer here.') })}
      ${counts && released(asking, counts)}`,
    };
  },
});

function ownAnswer(asking: Asking): Html {
  const { needs, said, updatedAt } = asking.mine!;
  const titleOf = new Map(asking.topics.map((topic) => [topic.id, topic.title]));
  const list = (side: Side) => needs.filter((need) => need.side === side);
  return html`${definitionsOf(t('Most needed'), list('most'), titleOf)}
    ${definitionsOf(t('Least needed'), list('least'), titleOf)}
    ${definitionList(saidInWords(said).map(({ label, text }) => ({ term: label, says: html`<span class="as-written">${text}</span>` })))}
    <p class="meta">${t('Saved on {day}.', { day: formatDate(new Date(updatedAt), 'long') })}</p>`;
}

const definitionsOf = (
  title: string,
  needs: readonly OwnNeed[],
  titleOf: ReadonlyMap<string, string>,
): Html | false =>
  needs.length > 0 &&
  html`<h2>${title}</h2>
    ${definitionList(
      needs.map((need) => ({
        term: (need.topicId && titleOf.get(need.topicId)) || t('In my own words'),
        says: [need.words && html`<span class="as-written">${need.words}</span>`, whatCame(need)],
      })),
    )}`;

/** The visible line from a need to what it led to. */
export function whatCame(need: OwnNeed): string {
  const parts = [
    need.priority ? t('Joined to the school priority “{title}”.', { title: need.priority }) : '',
    need.individual ? t('Seen as a need of your own, to be met for you.') : '',
    need.programme ? t('Answered by the programme “{title}”.', { title: need.programme }) : '',
  ].filter(Boolean);
  return parts.join(' ') || t('Not joined to anything yet.');
}

function released(asking: Asking, counts: Awaited<ReturnType<typeof selectTopicCounts>>): Html {
  const cells = (side: Side) =>
    new Map(
      protectCounts(
        asking.topics.map((topic) => ({
          key: topic.id,
          count: counts.topics.find((each) => each.topicId === topic.id && each.side === side)?.people ?? 0,
        })),
      ).map((cell) => [cell.key, cell.count]),
    );
  const [most, least] = [cells('most'), cells('least')];
  const named = asking.topics.filter((topic) => most.get(topic.id) || least.get(topic.id));
  const says = (count: number | null | undefined) =>
    count === null ? t('Hidden: small number') : formatNumber(count ?? 0);
  return html`<h2>${t('What colleagues named')}</h2>
    <p>
      ${evidenceLabel('self-report')} ${tn(counts.answered, '{n} person answered.', '{n} people answered.')}
      ${t('Nobody is named. A topic is left out where fewer than five people named it, or where its number would give a smaller one away.')}
    </p>
    ${table({
      caption: t('How many named each topic'),
      captionHidden: true,
      columns: [
        { label: t('Topic'), wide: true },
        { label: t('Most needed'), numeric: true },
        { label: t('Least needed'), numeric: true },
      ],
      rows: named.map((topic) => [topic.title, says(most.get(topic.id)), says(least.get(topic.id))]),
      empty: t('No number can be shown: each is below five, or would give one below five away.'),
    })}`;
}
