import { onlyYou } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { type Formal, formalHref, formalTitle, stateOf, whenInWords } from './formal/formal-observation.ts';
import { selectMyFormal } from './formal/formal-observation.queries.ts';
import { orderAddress } from './order.page.ts';
import { agreementInWords, agreementOf, type Target, targetHref } from './targets/target.ts';
import { selectMyTargets } from './targets/target.queries.ts';

/** One's own targets and formal observations, and the ways on for those who manage or lead. */
export const myAppraisalPage = page('/appraisal', {
  purpose: 'appraisal',
  access: members('staff'),
  load: async (visit) => ({
    targets: await selectMyTargets(visit.db, visit.who, visit.today),
    formal: await selectMyFormal(visit.db, visit.who),
  }),
  view: ({ targets, formal }, visit) => ({
    title: t('Appraisal'),
    audience: onlyYou(t('This list is yours. Of each thing in it its page says who can see it.')),
    trail: [{ label: t('Me'), href: '/me' }],
    action: { label: t('Write a target'), href: '/appraisal/targets/new' },
    body: html`<p>
        ${t('What you write in coaching, mentoring and practice cannot be opened from here, by anybody. If you wish, you can copy the wording of a goal into a target yourself; nothing else crosses.')}
      </p>
      <h2>${t('My targets')}</h2>
      ${countedList({
        says: tn(targets.length, '{n} target', '{n} targets'),
        items: targets.map(targetEntry),
        empty: empty({ says: t('You have written no target yet.') }),
      })}
      <h2>${t('Formal observations')}</h2>
      ${countedList({
        says: tn(formal.length, '{n} formal observation', '{n} formal observations'),
        items: formal.map(formalEntry),
        empty: empty({ says: t('None is proposed.') }),
      })}
      ${furtherOn(visit)}`,
  }),
});

const targetEntry = (target: Target): Html =>
  html`<a href="${targetHref(target)}">${target.wording}</a>
    <span class="meta">${target.year}; ${agreementInWords(agreementOf(target), true)}</span>`;

/** The same words for both of them: what waits for whom stands on its page. */
function formalEntry(formal: Formal): Html {
  const words = {
    proposed: t('proposed'),
    confirmed: t('agreed'),
    'called-off': t('called off'),
    done: t('it took place'),
  };
  return html`<a href="${formalHref(formal)}">${formalTitle(formal)}</a>
    <span class="meta">${whenInWords(formal)}; ${words[stateOf(formal)]}</span>`;
}

function furtherOn({ who }: Visit): Html | false {
  const head = who.has(role.head);
  const manages = who.standing.manages.length > 0;
  const links: LinkAction[] = [
    ...(manages
      ? [{ label: t('The people I manage'), href: '/appraisal/people', icon: 'people' as const }]
      : []),
    ...(head || manages
      ? [
          {
            label: t('Propose a formal observation'),
            href: '/appraisal/observations/new',
            icon: 'calendar' as const,
          },
        ]
      : []),
    ...(head
      ? [{ label: t('Coaching before formal observation'), href: orderAddress, icon: 'settings' as const }]
      : []),
  ];
  return links.length > 0 && quietActions(links);
}
