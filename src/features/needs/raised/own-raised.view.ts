import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { raisedHref } from './addresses.ts';
import type { RaisedNeed } from './raised-need.queries.ts';

/** What one raised by oneself, and what came of each. */
export const ownRaised = (needs: readonly RaisedNeed[]): Html | false =>
  needs.length > 0 &&
  html`<h2>${t('What I said by myself')}</h2>
    ${countedList({
      says: tn(needs.length, '{n} need', '{n} needs'),
      items: needs.map(line),
      empty: '',
    })}`;

const line = (need: RaisedNeed): Html =>
  html`<span dir="auto">${need.words}</span>
    <span class="meta"
      >${formatDate(need.createdAt)}${need.sort === 'subject' && `, ${t('for those who teach {subject}', { subject: need.subject })}`}${
        need.plan &&
        html`, ${t('from the plan')} <a href="/plans/${need.plan.id}"><bdi>${need.plan.title}</bdi></a>`
      }</span
    >
    <p>${whatCameOf(need)}</p>
    ${form({
      action: raisedHref(need.id, 'take-back'),
      button: t('Take it back'),
      describe: need.words.slice(0, 80),
      quiet: true,
      prefix: `need-${need.id}`,
    })}`;

/** What came of a need, in words: where it leads, and what the CPD leader says. */
function whatCameOf({ priority, programme, answer }: RaisedNeed): Html {
  if (!priority && !programme && answer === '') return html`${t('The CPD leader has not answered yet.')}`;
  return html`${priority && html`${t('It is joined to the priority “{title}”.', { title: priority })} `}${
    programme && html`${t('The programme “{title}” answers it.', { title: programme })} `
  }${answer !== '' && html`<q dir="auto">${answer}</q>`}`;
}
