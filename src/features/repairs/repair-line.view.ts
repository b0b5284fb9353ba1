import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { isClosed, type ListedRepair, repairHref, stateWords } from './repair.ts';

/** One repair in a line: what and where, how it stands, since when. Days are said as they are, and nobody is urged. */
export const repairLine = (each: ListedRepair): Html =>
  html`<a href="${repairHref(each.id)}"><bdi>${each.title}</bdi></a
    >, <bdi>${each.where}</bdi><br />
    <span class="meta"
      >${stateWords[each.state]()}${
        isClosed(each.state)
          ? t(', {day}', { day: formatDate(each.movedAt) })
          : t(', reported on {day}', { day: formatDate(each.createdAt) })
      }${each.after !== null && html`; <bdi>${t('{name} looks after it', { name: each.after })}</bdi>`}${
        each.others > 0 && tn(each.others, '; one other has it too', '; {n} others have it too')
      }</span
    >`;
