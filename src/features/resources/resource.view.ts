import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { shownFiles } from '#features/files/index.ts';
import { linkButton, printButton, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { hurdlesIn } from '#ui/text/check-text.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { readingOf } from '#ui/text/reading-age.ts';
import { wordsOf } from '#ui/text/words-of.ts';
import { bankHref, readingsHref, resourceHref } from './addresses.ts';
import type { OpenedResource } from './open-resource.ts';
import { markTitle, type MarkSort } from './marks/marks.ts';
import type { Kin, Resource } from './resource.ts';
import { readingsOfResource } from './readings/readings-of-resource.view.ts';
import { setOfResource } from './steps/set-of-resource.view.ts';

export function resourceView(opened: OpenedResource, visit: Visit): Html {
  const { resource, writes, takesOut, ended } = opened;
  const root = parseText(resource.text);
  const isInBank = resource.sharedAt !== null;
  if (ended)
    return html`${notice('caution', t('You took this page away. Nobody else can open it.'))}
    ${form({ action: resourceHref(resource.id, 'restore'), button: t('Bring it back'), quiet: true })}`;
  return html`${isInBank && mayBeOld(resource, visit.today)} ${readingsOfResource(opened, visit)}
    ${resource.summary !== '' && html`<p dir="auto">${resource.summary}</p>`}
    ${drawText(root, shownFiles(resource.files))}
    <p>
      ${
        writes
          ? linkButton({ label: t('Change it'), href: resourceHref(resource.id, 'change'), icon: 'edit' })
          : null
      }
      ${printButton()}
    </p>
    ${writes && !isInBank && form({ action: resourceHref(resource.id, 'share'), button: t('Put it into the bank') })}
    ${facts(opened)} ${(writes || isInBank) && setOfResource(opened)} ${writes && checked(root, visit)}
    ${form({ action: resourceHref(resource.id, 'adapt'), button: t('Adapt a copy of my own'), quiet: true })}
    ${takesOut && isInBank && form({ action: resourceHref(resource.id, 'take-out'), button: t('Take it out of the bank'), quiet: true })}
    ${writes && form({ action: resourceHref(resource.id, 'end'), button: t('Take this page away'), quiet: true, danger: true })}
    ${quietActions([
      ...(writes
        ? [
            {
              label: t('Pictures, sounds and files'),
              href: resourceHref(resource.id, 'files'),
              icon: 'photo' as const,
            },
            {
              label: t('Ask a colleague to read it'),
              href: readingsHref(resource.id),
              icon: 'peer' as const,
            },
            {
              label: t('Say by what it is found'),
              href: resourceHref(resource.id, 'marks'),
              icon: 'search' as const,
            },
            {
              label: t('Choose points of the curriculum'),
              href: resourceHref(resource.id, 'points'),
              icon: 'check' as const,
            },
          ]
        : []),
      { label: t('As a learning mat'), href: resourceHref(resource.id, 'mat'), icon: 'print' as const },
      { label: t('How it was before'), href: resourceHref(resource.id, 'versions'), icon: 'history' },
    ])}`;
}

/** For a reader to bear in mind; its author is asked on Today. */
const mayBeOld = ({ reviewOn, authorIsHere, author }: Resource, today: string): Html | false =>
  reviewOn !== null && reviewOn < today
    ? notice(
        'caution',
        t('It was to be looked at again on {day}, and may be out of date.', {
          day: formatDate(reviewOn, 'long'),
        }),
      )
    : !authorIsHere &&
      notice(
        'caution',
        t('{name} has left, so nobody keeps this page up to date. Adapt a copy to keep it going.', {
          name: author,
        }),
      );

const marks = (sort: MarkSort, ids: readonly string[]): Value =>
  ids.map((id) => html`${markTitle(sort, id)}`);

const facts = ({ resource, adaptedFrom, adaptedAs, points }: OpenedResource): Html =>
  definitionList([
    { term: t('Written by'), says: html`<bdi>${resource.author}</bdi>` },
    { term: t('Subject'), says: resource.subject && html`<bdi>${resource.subject}</bdi>` },
    { term: t('Year'), says: resource.yearLabel && html`<bdi>${resource.yearLabel}</bdi>` },
    { term: t('Mostly about'), says: marks('knowledge', resource.knowledge) },
    { term: t('Made with in mind'), says: marks('needs', resource.needs) },
    {
      term: t('Helps to teach'),
      says: points.map(
        ({ id, code, words }) =>
          html`<a href="${bankHref({ point: id })}">${[code, words].filter(Boolean).join(' ')}</a>`,
      ),
    },
    { term: t('Last changed'), says: formatDate(resource.changedAt) },
    { term: t('To be looked at again'), says: resource.reviewOn && formatDate(resource.reviewOn) },
    { term: t('Adapted from'), says: adaptedFrom && kin(adaptedFrom) },
    { term: t('Adapted by others'), says: adaptedAs.map(kin) },
  ]);

const kin = ({ id, title, author }: Kin): Value =>
  html`<a href="${resourceHref(id)}"><bdi>${title}</bdi></a
    >, <bdi>${author}</bdi>`;

/** What keeps somebody from reading it, for its author: advice, and nothing is forbidden. */
function checked(root: ReturnType<typeof parseText>, visit: Visit): Html {
  const hurdles = hurdlesIn(root);
  const { words, age } = readingOf(wordsOf(root), visit.who.standing.locale);
  return details(
    hurdles.length === 0
      ? t('For every reader: nothing found')
      : tn(
          hurdles.length,
          'For every reader: one thing to look at',
          'For every reader: {n} things to look at',
        ),
    html`<ul>
        ${hurdles.map(({ line, says }) => html`<li>${t('Line {n}: {what}', { n: formatNumber(line), what: says })}</li>`)}
      </ul>
      <p>
        ${tn(words, '{n} word.', '{n} words.')}
        ${age !== null && t('By the length of its words and sentences most readers of about {age} can read it (Flesch and Kincaid, an estimate).', { age: formatNumber(age) })}
      </p>`,
  );
}
