import { t, tn } from '#platform/i18n/i18n.ts';
import { card, cards } from '#ui/card.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { sourceLine } from '#features/evidence/index.ts';
import { type Relationship, rhythmInWords } from '../relationships.ts';

/** The rhythms one can choose, each with where it comes from. */
export const rhythmList = (kind: Relationship, mayAsk: boolean): Html =>
  cards(
    kind.rhythms.map((rhythm) =>
      card({
        title: rhythm.title,
        level: 3,
        meta: [
          t('{rhythm}, over {weeks}.', {
            rhythm: rhythmInWords(rhythm),
            weeks: tn(rhythm.weeks, '{n} teaching week', '{n} teaching weeks'),
          }),
          rhythm.visits && ` ${t('With a visit to a lesson, or a recording of one, each time.')}`,
        ],
        body: html`<p>
            ${rhythm.oneSchool && label(t('One school’s or one programme’s experience'))} ${rhythm.plain}
          </p>
          ${sourceLine(rhythm.source)}`,
        actions: html`${
          mayAsk &&
          html`<a href="/coaching/new?kind=${kind.id}&amp;rhythm=${rhythm.id}"
            >${t('Start with this rhythm')}</a
          >`
        }${
          rhythm.protocol !== undefined &&
          html`<a href="/protocols/${rhythm.protocol}">${t('Step by step, as a protocol')}</a>`
        }`,
      }),
    ),
  );
