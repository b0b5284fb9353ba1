import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { readingHref } from '../addresses.ts';
import type { OpenedResource } from '../open-resource.ts';
import type { Reading } from './reading.ts';

/** Who was asked to read a page: for whoever was asked the way to say it, for whoever asked a line. */
export const readingsOfResource = ({ resource, readings }: OpenedResource, { who }: Visit): Value =>
  readings.map((reading) => {
    const words = html`<a href="${readingHref(resource.id, reading.id)}">${says(reading, who.personId)}</a>`;
    return reading.askedOfId === who.personId && reading.answeredAt === null
      ? notice('info', words)
      : html`<p class="meta">${words}</p>`;
  });

function says({ askedOfId, askedOf, askedBy, byDate, answeredAt }: Reading, me: string): string {
  const isMine = askedOfId === me;
  if (answeredAt !== null)
    return isMine
      ? t('What you said of this page, {day}', { day: formatDate(answeredAt) })
      : t('What {name} says of this page, {day}', { name: askedOf, day: formatDate(answeredAt) });
  if (!isMine) return t('{name} is asked to read this.', { name: askedOf });
  return byDate === null
    ? t('{name} asks you to read this.', { name: askedBy })
    : t('{name} asks you to read this by {day}.', { name: askedBy, day: formatDate(byDate, 'long') });
}
