import { Refused } from '#platform/errors.ts';
import { isId } from '#platform/db/ids.ts';
import { tooLongBy } from '#platform/http/input.ts';
import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { SentNeed } from './answer.queries.ts';
import type { Asking, OwnAnswer, Side } from './asking.queries.ts';
import { pickPart, saidValues } from './needs-form.ts';

/** The most and the least needed: three places each, a topic or own words in each. */
export const sides: readonly Side[] = ['most', 'least'];
const places = [1, 2, 3];
const mostLetters = 1000;

const topicName = (side: Side, place: number) => `${side}-${place}-topic`;
const wordsName = (side: Side, place: number) => `${side}-${place}-words`;

/** The fields of one side: the first place open, the others on asking unless something stands there. */
export function sideFields(
  side: Side,
  asking: Asking,
  f: Fields,
  values: Readonly<Record<string, unknown>>,
): Html {
  const part = pickPart(side);
  const filled = places
    .slice(1)
    .some((place) => values[topicName(side, place)] || values[wordsName(side, place)]);
  return html`<h2>${part.question}</h2>
    ${part.help !== undefined && html`<p>${part.help}</p>`} ${placeFields(side, 1, asking, f)}
    ${details(
      t('A second and a third'),
      places.slice(1).map((place) => placeFields(side, place, asking, f)),
      filled,
    )}`;
}

function placeFields(side: Side, place: number, asking: Asking, f: Fields): Html {
  const options = asking.topics.map((topic) => ({
    value: topic.id,
    label: topic.title,
    group: topic.heading,
  }));
  const first = side === 'most' ? t('First of all') : t('Least of all');
  return f.group(place === 1 ? first : t('Number {place}', { place: formatNumber(place) }), [
    options.length > 0 &&
      f.select({ name: topicName(side, place), label: t('A topic from the list'), options }),
    f.textarea({
      name: wordsName(side, place),
      label: t('In your own words'),
      rows: 2,
      ...(place === 1 ? { hint: t('Enough by itself, or to say more about the topic.') } : {}),
    }),
  ]);
}

/** The needs that the form sent. Throws `Refused` for a topic that is not on the list, and for none at all. */
export function readNeeds(sent: Readonly<Record<string, unknown>>, asking: Asking): SentNeed[] {
  const known = new Set(asking.topics.map((topic) => topic.id));
  const needs: SentNeed[] = [];
  for (const side of sides)
    for (const place of places) {
      const topic = String(sent[topicName(side, place)] ?? '').trim();
      const words = String(sent[wordsName(side, place)] ?? '')
        .replace(/\r\n?/g, '\n')
        .trim();
      if (words.length > mostLetters)
        throw new Refused({
          [wordsName(side, place)]: tooLongBy(mostLetters, words),
        });
      if (topic && !(isId(topic) && known.has(topic)))
        throw new Refused({ [topicName(side, place)]: t('Choose a topic from the list.') });
      if (topic || words) needs.push({ side, place, topicId: topic || null, words });
    }
  refuseTwice(needs, asking);
  if (needs.length === 0)
    throw new Refused({
      [wordsName('most', 1)]: t('Name at least one need, in your own words or from the list.'),
    });
  return needs;
}

/**
 * A topic stands in one place: named again, above all as most and as least needed, it would say nothing to whoever
 * reads it. Throws `Refused` with a sentence beside the later of the two.
 */
function refuseTwice(needs: readonly SentNeed[], asking: Asking): void {
  const wrong: Record<string, string> = {};
  for (const [topicId, [first, ...again]] of Map.groupBy(needs, (need) => need.topicId)) {
    if (topicId === null) continue;
    const topic = asking.topics.find(({ id }) => id === topicId)?.title ?? '';
    for (const { side, place } of again)
      wrong[topicName(side, place)] =
        side === first!.side
          ? t('“{topic}” stands above already. Choose another, or leave this place free.', { topic })
          : t(
              '“{topic}” stands among what you need most. If you need one part of it and not another, leave the topic where it matters more, and say the other in your own words.',
              { topic },
            );
  }
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
}

/** What is stored, as values of the form's fields. */
export const answerValues = (answer: OwnAnswer): Record<string, unknown> => ({
  ...saidValues(answer.said),
  ...Object.fromEntries(
    answer.needs.flatMap((need) => [
      [topicName(need.side, need.place), need.topicId ?? ''],
      [wordsName(need.side, need.place), need.words],
    ]),
  ),
});

/** The needs of an answer as the fields of two texts side by side. */
export const needTexts = (
  answer: OwnAnswer,
  asking: Asking,
): { name: string; label: string; text: string }[] =>
  answer.needs.map((need) => ({
    name: wordsName(need.side, need.place),
    label: `${need.side === 'most' ? t('Most needed') : t('Least needed')} ${formatNumber(need.place)}`,
    text: [asking.topics.find((topic) => topic.id === need.topicId)?.title, need.words]
      .filter(Boolean)
      .join(': '),
  }));
