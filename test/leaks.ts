import { strFromU8, unzipSync } from 'fflate';
import { mayServe, type Purpose } from '#platform/access/purpose.ts';
import type { Answer } from './site.ts';
import type { GetVisit } from './visit-map.ts';
import type { Persona, World } from './world.ts';

/**
 * What this answer shows that it must not: words that only others may read, and words made for
 * another purpose than the route's. Looks into pages, sheets, feeds and the files of an archive.
 */
export function leaksOf(
  answer: Answer,
  who: Persona,
  world: World,
  route: { purpose: Purpose },
  visit?: GetVisit,
): string[] {
  const text = wordsOf(answer);
  const shown = world.canaries.filter((canary) => text.includes(canary.text));
  return shown.flatMap((canary) => {
    if (!canary.seenBy.includes(who))
      return [`${canary.text} is for ${canary.seenBy.join(', ')} alone, and reached ${who}.`];
    const carried = canary.purpose === 'learning' && visit?.carriesLearning;
    if (!carried && !mayServe(route.purpose, canary.purpose as Purpose))
      return [`${canary.text} was made for ${canary.purpose} and stands on a route for ${route.purpose}.`];
    return [];
  });
}

/** All the text of an answer. */
export function wordsOf(answer: Answer): string {
  const where = `${JSON.stringify(answer.headers)}\n${decodeURIComponent(answer.to.replace(/%(?![0-9a-f]{2})/gi, '%25'))}\n`;
  if (!/zip/.test(answer.headers['content-type'] ?? '')) return unfolded(where + answer.text);
  const files = unzipSync(answer.bytes);
  return (
    where +
    Object.entries(files)
      .map(([name, body]) => `${name}\n${strFromU8(body)}`)
      .join('\n')
  );
}

/** Calendar feeds break long lines, within words too (RFC 5545, 3.1). */
const unfolded = (text: string): string => text.replace(/\r\n[ \t]/g, '');
