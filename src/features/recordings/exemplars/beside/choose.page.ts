import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { openRecording } from '../../open-recording.ts';
import { recordingTrail } from '../../recording-trail.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { recordingHref } from '../../recording.ts';
import { exemplarsPath } from '../exemplar.ts';
import { selectChoices } from './choose.queries.ts';

const perPage = 20;

/** What to lay beside a recording: an example, or another of one's own. */
export const chooseBesidePage = page('/recordings/:recording/beside', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const { recording } = await openRecording(visit);
    const find = visit.query['find']?.trim().slice(0, 100) || undefined;
    const number = visit.pageNumber;
    const rows = await selectChoices(visit, recording, {
      find,
      limit: perPage,
      offset: (number - 1) * perPage,
    });
    return { recording, rows, find, number };
  },
  view({ recording, rows, find, number }) {
    const path = recordingHref(recording, 'beside');
    const total = rows[0]?.total ?? 0;
    return {
      title: t('Side by side with which?'),
      audience: onlyYou(
        t('Nobody sees what you lay beside what. Whose recording you watch sees that you watched it.'),
      ),
      trail: recordingTrail(recording),
      body: html`<p>
          ${t('The two play together, and one bar moves both. What is good in one lesson may be out of place in another: look for what differs, and why.')}
        </p>
        ${
          (rows.length > 0 || find !== undefined) &&
          filters({ action: path, values: { find }, narrowed: find !== undefined }, (f) => [
            f.search({ name: 'find', label: t('A part of the title, of what to look for, or of a name') }),
          ])
        }
        ${countedList({
          says: tn(total, '{n} to choose from', '{n} to choose from'),
          items: rows.map(
            ({ id, title, author, isExemplar, filmedOn, lookFor }) =>
              html`<a href="${recordingHref(recording, `beside/${id}`)}">${title}</a>
                <span class="meta"
                  >${isExemplar ? t('Example, offered by {name}', { name: author }) : t('Yours, {day}', { day: formatDate(filmedOn, 'short') })}</span
                >
                ${lookFor && html`<p class="as-written" dir="auto">${lookFor}</p>`}`,
          ),
          empty:
            find !== undefined
              ? empty({ says: t('None is like that.') })
              : empty({
                  says: t(
                    'There is nothing to lay beside it yet: no example of a colleague, and no other recording of yours.',
                  ),
                  todo: { label: t('How examples come to be'), href: exemplarsPath },
                }),
        })}
        ${pager({ page: number, pages: Math.ceil(total / perPage), path, query: { find } })}`,
    };
  },
});
