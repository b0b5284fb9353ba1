import { theseRoles } from '#platform/access/audience-words.ts';
import { addDays } from '#platform/calendar/dates.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Feature } from '#platform/http/feature.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { overriders } from '#features/people/index.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { longestHiddenDays, readableHours, type Request, requestHref } from './request.ts';
import { selectRequests } from './request.queries.ts';
import { whereItStands } from './words.ts';

const perPage = 30;

export const overrideAudience = (): AudienceNote =>
  theseRoles(
    overriders,
    t(
      'They alone see what was asked, by whom and why. The person whose writing it is about does not see this page; they are told in their own list, and see each opening there.',
    ),
  );

/** Whose it is and of what kind: "Ffion Puw: try-out". */
export function whatItIs(
  features: readonly Feature[],
  request: Pick<Request, 'author' | 'itemKind'>,
): string {
  const policies = features.flatMap(({ policies: of = [] }) => of);
  const noun = policies.find(({ kind }) => kind === request.itemKind)?.noun ?? request.itemKind;
  return t('{name}: {noun}', { name: request.author, noun: t(noun) });
}

/** What was asked to be opened by law, and the form to ask. */
export const requestsPage = (features: () => readonly Feature[]) =>
  page('/school/override', {
    purpose: 'safeguarding',
    access: roles(...overriders),
    async load(visit) {
      const number = visit.pageNumber;
      return {
        number,
        requests: await selectRequests(visit, { limit: perPage, offset: (number - 1) * perPage }),
      };
    },
    view: ({ number, requests }, visit) => {
      const total = requests[0]?.total ?? 0;
      return {
        title: t('Opening something by law'),
        audience: overrideAudience(),
        trail: [{ label: t('School'), href: '/school' }],
        body: html`<p>
            ${t('What people write about their own learning is closed to everybody they have not shared it with, whatever their role. The law can ask otherwise: to protect a child or an adult. Then two people in different roles open one thing together, with a reason.')}
          </p>
          <p>
            ${t('The two can read it for {n} hours and cannot change it. Every opening is written where its author sees it.', { n: readableHours })}
          </p>
          ${countedList({
            says: tn(total, '{n} request', '{n} requests'),
            items: requests.map(
              (request) =>
                html`<a href="${requestHref(request)}">${whatItIs(features(), request)}</a>
                  <span class="meta"
                    >${t('{name} asked, {when}', { name: request.asker, when: formatMoment(request.askedAt) })}.
                    ${whereItStands(request, visit.now)}</span
                  >`,
            ),
            empty: empty({ says: t('Nothing has been asked for. Most schools never need to.') }),
          })}
          ${pager({ page: number, pages: Math.ceil(total / perPage), path: '/school/override' })}
          <h2>${t('Ask')}</h2>
          ${askForm(visit)}`,
      };
    },
  });

const askForm = (visit: Visit): Html =>
  html`${notice('caution', t('Ask only when there is no other way: first ask the person themselves, unless asking would endanger someone.'))}
  ${form({ ...visit.formAt('/school/override'), button: t('Ask the other to agree') }, (f) => [
    f.text({
      name: 'address',
      label: t('What is to be opened'),
      hint: t('The whole address of its page, or its id.'),
      required: true,
      maxlength: 500,
    }),
    f.textarea({
      name: 'reason',
      label: t('Why it must be opened'),
      hint: t('At least 40 characters. The other of the two decides by it, and it is kept.'),
      required: true,
      rows: 4,
    }),
    f.radios({
      name: 'danger',
      label: t('Would telling the person at once endanger someone?'),
      required: true,
      options: [
        { value: 'no', label: t('No: tell them as soon as it is agreed') },
        { value: 'yes', label: t('Yes: tell them later') },
      ],
    }),
    f.date({
      name: 'hidden_until',
      label: t('Tell them on'),
      hint: t('Only if it would endanger someone; within {n} days.', { n: longestHiddenDays }),
      min: addDays(visit.today, 1),
      max: addDays(visit.today, longestHiddenDays),
    }),
  ])}`;
