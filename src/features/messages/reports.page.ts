import { onlyYou } from '#platform/access/audience-words.ts';
import { itemOf } from '#platform/access/select-item.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { ownReportsPath, reportHref, watchPath } from './addresses.ts';
import { reportPolicy } from './messages.policy.ts';
import { messagesTrail } from './new.page.ts';
import { selectOwnReports, selectReport } from './report.queries.ts';
import type { Report } from './report.ts';
import { outcomeWords, reportView, stateWords } from './report.view.ts';
import { momentInWords } from './when.view.ts';

/** What one reported oneself. */
export const ownReportsPage = page(ownReportsPath, {
  purpose: 'administration',
  access: members('staff', 'pupil', 'family', 'guest'),
  load: async (visit) => ({ reports: await selectOwnReports(visit.db, visit.who) }),
  view: ({ reports }, visit) => ({
    title: t('What you reported'),
    audience: onlyYou(t('Whoever wrote a message is not told that you reported it.')),
    trail: messagesTrail(),
    body: countedList({
      says: tn(reports.length, '{n} report', '{n} reports'),
      items: reports.map(
        (each) =>
          html`<a href="${reportHref(each.id)}"
              >${t('Reported {when}', {
                when: momentInWords(each.at, {
                  today: visit.today,
                  zone: visit.who.standing.organisation.zone,
                }),
              })}</a
            >: ${each.outcome === null ? stateWords(each.state) : outcomeWords(each.outcome)}`,
      ),
      empty: t('You have reported nothing. Every message has a link by which you can.'),
    }),
  }),
});

/** The report in the address, for whoever made it and those to whom it was brought, never whoever is reported. */
export async function openReport(visit: Visit): Promise<Report> {
  if (!isId(visit.params.report ?? '')) throw new NotFound();
  const { row, report } = await selectReport(visit.db, visit.who, visit.params.report!, visit.now);
  if (!row || !report || row.kind !== reportPolicy.kind) throw new NotFound();
  const item = itemOf(row, visit.who);
  visit.who.must('read', reportPolicy, item);
  if (!report.theirs && item.authorId !== visit.who.personId) throw new NotFound();
  return report;
}

/** One report: what was said, the message, and what becomes of it. */
export const oneReportPage = page('/messages/reports/:report', {
  purpose: 'administration',
  access: reportPolicy,
  load: openReport,
  view: (report, visit) => ({
    title: t('A report about a message'),
    audience: reportAudience(),
    trail: [
      ...messagesTrail(),
      report.theirs
        ? { label: t('What you watch'), href: watchPath }
        : { label: t('What you reported'), href: ownReportsPath },
    ],
    body: reportView(report, visit),
  }),
});

const reportAudience = (): AudienceNote => ({
  icon: 'private',
  words: t('Whoever reported it, and the adults who look at reports'),
  why: t(
    'Those who watch; the safeguarding lead and then the head where somebody is not safe or nobody has looked. Whoever wrote the message cannot open it, whatever their role.',
  ),
});
