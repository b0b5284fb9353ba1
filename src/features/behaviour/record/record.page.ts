import { members, page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { printButton } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { behaviourPath, pupilHref } from '../addresses.ts';
import { staffOfPupil } from '../behaviour.access.ts';
import { whatInWords, whenInWords } from '../follow-ups/follow-up.view.ts';
import { eventLine } from '../noting/event-line.view.ts';
import type { StaffEvent } from '../noting/event.queries.ts';
import { selectRecord } from './record.queries.ts';
import { spanAsked } from './span.ts';

/** A school year of a busy pupil. */
const most = 1000;

/** All that was noted of a pupil between two days, to print for a conversation with the family. */
export const recordPage = page(pupilHref(':pupil', 'record'), {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const span = spanAsked(visit.query, { today: visit.today, days: 400 });
    const asked = { ...span, today: visit.today, limit: most };
    return { pupil: await selectRecord(visit.db, visit.who, visit.params.pupil!, asked), span };
  },
  view: ({ pupil, span }, visit) => ({
    title: t('Record of {name}', { name: pupil.name }),
    audience: staffOfPupil(),
    trail: [
      { label: t('What went well, what went wrong'), href: behaviourPath },
      { label: pupil.name, href: pupilHref(pupil.personId) },
    ],
    body: html`<p>
        ${t('{school}. From {from} until {until}.', { school: visit.who.standing.organisation.name, from: formatDate(span.from), until: formatDate(span.until) })}
      </p>
      ${printButton()} ${part(t('What went well'), pupil.wentWell)}
      ${
        pupil.given.length > 0 &&
        html`<h2>${t('Rewards')}</h2>
          <ul class="items dense">
            ${pupil.given.map(({ name, on }) => html`<li>${name}, ${formatDate(on)}</li> `)}
          </ul>`
      }
      ${
        pupil.notes.length > 0 &&
        html`<h2>${t('What helps')}</h2>
          ${pupil.notes.map(
            ({ words, writtenBy }) =>
              html`<p class="as-written" dir="auto">${words}</p>
                <p class="meta">${writtenBy}</p>`,
          )}`
      }
      ${
        pupil.followUps.length > 0 &&
        html`<h2>${t('What follows')}</h2>
          <ul class="items dense">
            ${pupil.followUps.map((each) => html`<li>${whatInWords(each)}. ${whenInWords(each)}. <span dir="auto">${each.outcome}</span></li> `)}
          </ul>`
      }
      ${part(t('What went wrong'), pupil.wentWrong)}`,
  }),
});

const part = (title: string, events: readonly StaffEvent[]): Html =>
  html`<h2>${title}</h2>
    ${
      events.length === 0
        ? html`<p>${t('Nothing in these days.')}</p>`
        : html`<ul class="items">
            ${events.map((event) => html`<li>${eventLine(event, { printed: true })}</li> `)}
          </ul>`
    }`;
