import type { Feature } from '#platform/http/feature.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatList, formatMoment, t } from '#platform/i18n/i18n.ts';
import { selectFiles } from '#features/files/index.ts';
import { overriders, roleTitle } from '#features/people/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { type Content, contentView } from './content.view.ts';
import { openByLaw } from './open-override.ts';
import { isOneOfTwo, mayAnswer, type Request, requestHref, stateOf } from './request.ts';
import { selectRequest } from './request.queries.ts';
import { overrideAudience, whatItIs } from './requests.page.ts';
import { whenTold, whereItStands } from './words.ts';

/** One request: why it was asked, what was answered, and, for the two and while it lasts, what was opened. */
export const requestPage = (features: () => readonly Feature[]) =>
  page('/school/override/:override', {
    purpose: 'safeguarding',
    access: roles(...overriders),
    async load(visit) {
      const request = await selectRequest(visit);
      const opens = stateOf(request, visit.now) === 'open' && isOneOfTwo(request, visit.who);
      if (!opens) return { request, content: null };
      const item = await openByLaw(visit, request);
      const present = features().find((feature) => feature.present?.[item.kind])!.present![item.kind]!;
      const content: Content = {
        ...(await present(visit.db, item.ownerId, item.id)),
        endedAt: item.endedAt,
        files: await selectFiles(visit.db, item.ownerId, [item.id]),
      };
      return { request, content };
    },
    view: ({ request, content }, visit) => ({
      title: whatItIs(features(), request),
      audience: overrideAudience(),
      status: { where: whereItStands(request, visit.now) },
      trail: [{ label: t('Opening something by law'), href: '/school/override' }],
      body: html`${content && contentView(content, request)}
      ${content && html`<h2>${t('Why it was opened')}</h2>`}
      ${definitionList([
        {
          term: t('Asked by'),
          says: t('{name} ({roles}), {when}', {
            name: request.asker,
            roles: formatList(request.askedAs.map(roleTitle)),
            when: formatMoment(request.askedAt),
          }),
        },
        { term: t('Reason'), says: html`<span class="as-written">${request.reason}</span>` },
        { term: t('When {name} is told', { name: request.author }), says: whenTold(request) },
        {
          term: t('Answered'),
          says:
            request.answeredAt &&
            t('{name}, {when}', { name: request.answerer ?? '', when: formatMoment(request.answeredAt) }),
        },
      ])}
      ${stateOf(request, visit.now) === 'waiting' && answering(request, mayAnswer(request, visit.who), request.askedBy === visit.who.personId)}`,
    }),
  });

function answering(request: Request, mayDecide: boolean, asked: boolean): Html {
  if (asked)
    return html`<p>${t('You asked, so somebody in another of the roles decides.')}</p>
      ${form({ action: requestHref(request, 'withdraw'), button: t('Take the request back'), quiet: true })}`;
  if (!mayDecide)
    return html`<p>
      ${t('The two must be different people in different roles: the safeguarding lead, the head, the trust officer.')}
    </p>`;
  return html`<h2>${t('Your decision')}</h2>
    <p>
      ${t('If you agree, you and {name} can read it for a time. That you did is written down and {author} is told. If you are not sure, talk with {name} first.', { name: request.asker, author: request.author })}
    </p>
    ${form({ action: requestHref(request, 'agree'), button: t('Agree to open it') })}
    ${form({ action: requestHref(request, 'decline'), button: t('Decline'), quiet: true })}`;
}
