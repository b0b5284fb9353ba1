import { sql } from 'kysely';
import { page, roles } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { personName } from '#ui/person-name.ts';
import { pager } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { settingsPath } from '../attendance.ts';
import { office, settlersAudience } from '../attendance.access.ts';

const path = `${settingsPath}/texts`;
const aPage = 50;

interface SentText {
  pupil: string;
  adult: string;
  number: string;
  words: string;
  state: 'waiting' | 'sent' | 'failed' | 'kept-back';
  answer: string;
  attempts: number;
  createdAt: Date;
  total: number;
}

const stateInWords = (state: SentText['state']): string =>
  ({
    waiting: () => t('Waits to be handed over'),
    sent: () => t('Handed over'),
    failed: () => t('Could not be handed over'),
    'kept-back': () => t('Not handed over: it was no longer needed'),
  })[state]();

/** The log of text messages: to whom, what, when and with what answer. */
export const textsPage = page(path, {
  purpose: 'administration',
  access: roles(...office),
  async load(visit) {
    const { rows } =
      await sql<SentText>`select p.name as pupil, a.name as adult, x.number, x.words, x.state, x.answer,
        x.attempts, x.created_at as "createdAt", count(*) over ()::int as total
      from absence_text x join person p on p.id = x.pupil_id join person a on a.id = x.adult_id
      where x.owner_id = ${visit.organisationId}
      order by x.created_at desc, x.id desc limit ${aPage} offset ${(visit.pageNumber - 1) * aPage}`.execute(
        visit.db,
      );
    return rows;
  },
  view: (texts, visit) => ({
    title: t('Text messages that were handed over'),
    audience: settlersAudience(),
    trail: [{ label: t('How attendance is looked after'), href: settingsPath }],
    body: html`<p class="count">${tn(texts[0]?.total ?? 0, '{n} message', '{n} messages')}</p>
      ${table({
        caption: t('Messages, newest first'),
        captionHidden: true,
        columns: [
          { label: t('To') },
          { label: t('About') },
          { label: t('What it said'), wide: true },
          { label: t('How it went') },
        ],
        rows: texts.map((text) => [
          html`${personName({ name: text.adult })}<br /><span class="meta"
              >${text.number.replaceAll(' ', '\u00a0')}</span
            >`,
          personName({ name: text.pupil }),
          text.words,
          html`<div>
            ${stateInWords(text.state)}<br /><span class="meta"
              >${formatMoment(text.createdAt)}${text.attempts > 1 && html`, ${tn(text.attempts, '{n} try', '{n} tries')}`}${text.answer !== '' && html`, ${text.answer}`}</span
            >
          </div>`,
        ]),
        empty: t('None was handed over yet.'),
      })}
      ${pager({ page: visit.pageNumber, pages: Math.ceil((texts[0]?.total ?? 0) / aPage), path })}`,
    wide: true,
  }),
});
