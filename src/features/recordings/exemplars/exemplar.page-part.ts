import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { pagePart, type PageOf } from '../page-part.ts';
import { isPlayable, type Recording, recordingHref } from '../recording.ts';
import {
  domainInWords,
  type Exemplar,
  exemplarsPath,
  phaseInWords,
  rowOf,
  rowValue,
  rubricHref,
} from './exemplar.ts';
import { exemplarList } from './exemplar.queries.ts';
import { rowNext, rowWords } from './row-words.view.ts';

/** Above the player of an example: what to look for, what it does not show, and the row of the rubric it goes with. */
export const exemplarOnPage = pagePart<Exemplar>({
  asks: (who, { id }) => exemplarList(who.organisationId, id),
  draw: ([exemplar], page) => exemplar && page.recording.state !== 'erased' && about(exemplar, page),
});

function about(exemplar: Exemplar, page: PageOf): Html {
  const { mine, item } = page;
  const named = rowOf(rowValue(exemplar.rubric, exemplar.rubricRow));
  return html`<section aria-labelledby="example">
    <h2 id="example">${t('An example, and of what')}</h2>
    ${mine && !item.endedAt && standing(page)}
    ${definitionList([
      {
        term: t('What it shows'),
        says: html`<a href="${exemplarsPath}?domain=${exemplar.domain}"
          >${domainInWords(exemplar.domain)}</a
        >`,
      },
      { term: t('For whom'), says: `${exemplar.subject}; ${phaseInWords(exemplar.phase)}` },
      { term: t('What to look for'), says: asWritten(exemplar.lookFor) },
      { term: t('What it does not show'), says: asWritten(exemplar.notShown) },
    ])}
    ${
      named &&
      details(
        t('Words to talk with: {row}', { row: t(named.row.title) }),
        html`${rowWords(named.row)} ${rowNext(named.row)}
          <p><a href="${rubricHref(named.rubric.id, named.row.id)}">${t('The whole rubric')}</a></p>`,
      )
    }
  </section>`;
}

const asWritten = (text: string): Html => html`<span class="as-written" dir="auto">${text}</span>`;

/** Why it is not open to others yet, for its author. */
function standing({ recording }: PageOf): Value {
  if (recording.closed || recording.watchedAt) return null;
  return notice(
    'info',
    recording.state === 'ready'
      ? t('The stretch is cut out. Watch it, and say so below: then it opens for all staff.')
      : t('The stretch is being cut out. Nobody else can open it before you have watched it.'),
  );
}

interface MadeOf {
  id: string;
  title: string;
  createdAt: Date;
}

/** Below the notes: what it can be laid beside, and what its author offers of it. */
export const besideOnPage = pagePart<MadeOf>({
  asks: (who, { id }) =>
    list<MadeOf>(
      sql`select r.id, r.title, r.created_at as "createdAt" from recording r
      join item i on i.owner_id = r.owner_id and i.id = r.id
      where r.owner_id = ${who.organisationId} and i.owner_id = ${who.organisationId} and r.copied_from = ${id}
        and i.author_id = ${who.personId} and i.ended_at is null and r.state <> 'erased'
      order by r.created_at, r.id limit 50`,
      { createdAt: 'moment' },
    ),
  draw: (rows, page) => beside(rows, page),
});

function beside(made: readonly MadeOf[], { recording, mine, item, visit }: PageOf): Value {
  const plays = isPlayable(recording);
  if ((!plays && !recording.isExemplar) || item.endedAt || visit.who.standing.kind !== 'staff') return null;
  return html`<section aria-labelledby="beside">
    <h2 id="beside">${t('Beside another')}</h2>
    ${
      made.length > 0 &&
      html`<p>${t('Offered to all staff from this recording:')}</p>
        <ul class="items">
          ${made.map(
            ({ id, title, createdAt }) =>
              html`<li>
                <a href="${recordingHref({ id })}">${title}</a>
                ${t('on {day}', { day: formatMoment(createdAt) })}
              </li>`,
          )}
        </ul>`
    }
    ${quietActions([
      ...(plays ? [besideLink(recording)] : []),
      ...(recording.isExemplar ? ofAnExample(recording, mine) : []),
      ...(mine && plays && !recording.isExemplar
        ? [
            {
              label: t('Offer it, or a stretch of it, as an example'),
              href: recordingHref(recording, 'exemplar'),
              icon: 'learning' as const,
            },
          ]
        : []),
    ])}
  </section>`;
}

const besideLink = (recording: Recording): LinkAction => ({
  label: t('Watch it side by side with another'),
  href: recordingHref(recording, 'beside'),
  icon: 'peer',
});

const ofAnExample = (recording: Recording, mine: boolean): LinkAction[] => [
  ...(mine
    ? [
        {
          label: t('Change what is said of this example'),
          href: recordingHref(recording, 'exemplar/edit'),
          icon: 'edit' as const,
        },
        { label: t('Take it out of the examples'), href: '#keeping', icon: 'undo' as const },
      ]
    : []),
  { label: t('All examples'), href: exemplarsPath, icon: 'learning' },
];
