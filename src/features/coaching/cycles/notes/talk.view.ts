import { t, tn } from '#platform/i18n/i18n.ts';
import { barPlot } from '#ui/chart/bar-plot.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { type Together, togetherHref } from '../../together.ts';
import { chosenDimensions, type Counted, dimension, optionInWords, type Talk } from './note.ts';

export const talkView = ({
  together,
  conversationId,
  talk,
}: {
  together: Together;
  conversationId: string | null;
  talk: Talk;
}): Html => {
  const { counts, stretches } = talk;
  const back = conversationId
    ? [{ label: t('All our conversations'), href: togetherHref(together, 'talk') }]
    : [];
  if (stretches === 0)
    return html`${empty({
      says: t('No stretch of the talk is noted yet. A few notes on a conversation are enough to begin with.'),
      todo: { label: t('To our conversations'), href: togetherHref(together, 'conversations') },
    })}
    ${quietActions(back)}`;
  return html`<p>
      ${tn(stretches, '{n} stretch noted', '{n} stretches noted')}${
        !conversationId && html`, ${tn(talk.conversations, 'in one conversation', 'in {n} conversations')}`
      }.
      ${evidenceLabel('self-report')}
    </p>
    <p>
      ${t('It tells what you noted of the talk: what it was about and who brought it up. It cannot tell how good the talk was, or anything about either person. Only stretches that somebody noted are counted, and two may have noted the same one.')}
    </p>
    ${barPlot({
      title: t('Who began it'),
      note: noteOf(counts, 'initiator', stretches),
      of: stretches,
      bars: barsOf(counts, 'initiator', (value) => nameOf(together, value)),
    })}
    ${chosenDimensions.map((name) =>
      barPlot({
        title: dimension(name).title,
        note: noteOf(counts, name, stretches),
        of: stretches,
        bars: barsOf(counts, name, (value) => optionInWords(name, value)),
      }),
    )}
    ${quietActions(back)}`;
};

const nameOf = ({ people }: Together, id: string): string =>
  people.find(({ personId }) => personId === id)?.name ?? t('Somebody who left');

const barsOf = (
  counts: readonly Counted[],
  of: Counted['dimension'],
  inWords: (value: string) => string,
): { label: string; count: number }[] =>
  counts
    .filter((each) => each.dimension === of)
    .toSorted((a, b) => Number(a.value === null) - Number(b.value === null))
    .map(({ value, n }) => ({ label: value === null ? t('Left open') : inWords(value), count: n }));

/** "Of 14 stretches noted; 3 left it open." */
function noteOf(counts: readonly Counted[], of: Counted['dimension'], stretches: number): string {
  const open = counts.find((each) => each.dimension === of && each.value === null)?.n ?? 0;
  const all = tn(stretches, 'Of {n} stretch noted.', 'Of {n} stretches noted.');
  return open === 0 ? all : `${all} ${tn(open, 'One left it open.', '{n} left it open.')}`;
}
