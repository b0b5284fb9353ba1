import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { fileList } from '#features/files/index.ts';
import { yearWords } from '#features/people/index.ts';
import { linkButton, printButton, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { planHref } from '../addresses.ts';
import { lessonsOfPlan } from '../lessons/lessons-of-plan.view.ts';
import { looksOfPlan } from '../looks/looks-of-plan.view.ts';
import { partsOfPlan } from '../parts/parts-of-plan.view.ts';
import type { PlanKin } from '../plan.ts';
import { pointsOfPlan } from '../points/points-of-plan.view.ts';
import { suggestionsOfPlan } from '../suggestions/suggestions-of-plan.view.ts';
import type { OpenedPlan } from './open-plan.ts';

export function planView(opened: OpenedPlan, visit: Visit): Html {
  const { plan, writes, ended, parts, lessons, lessonsAway, points, resources } = opened;
  if (ended)
    return html`${notice('caution', t('This scheme of work was taken away. Nobody else opens it.'))}
    ${writes && form({ action: planHref(plan.id, 'restore'), button: t('Bring it back'), quiet: true })}`;
  return html`${facts(opened)} ${looksOfPlan(opened, visit)} ${writes && keep(opened)}
  ${partsOfPlan({ plan, parts, writes })}
  ${lessonsOfPlan({ plan, lessons, lessonsAway, points, resources, writes })}
  ${pointsOfPlan({ plan, points, lessons, writes })} ${files(opened, visit)}
  ${suggestionsOfPlan(opened, visit)}
  ${quietActions([
    { label: t('Ask somebody to look at it'), href: planHref(plan.id, 'ask'), icon: 'question' },
    { label: t('Use it again for another time'), href: planHref(plan.id, 'copy'), icon: 'history' },
    { label: t('How it was before'), href: planHref(plan.id, 'versions'), icon: 'history' },
  ])}
  ${writes && form({ action: planHref(plan.id, 'end'), button: t('Take this scheme of work away'), quiet: true, danger: true })}`;
}

const facts = ({ plan, teachers, appoints, copiedFrom, copiedAs }: OpenedPlan): Html =>
  definitionList([
    {
      term: t('For'),
      says: html`<bdi>${plan.subject}</bdi>${plan.yearKey !== '' && `, ${yearWords(plan.yearKey)}`}`,
    },
    {
      term: t('When'),
      says: t('{from} to {until}', {
        from: formatDate(plan.startsOn, 'long'),
        until: formatDate(plan.endsOn, 'long'),
      }),
    },
    {
      term: t('Taught by'),
      says: html`<bdi
          >${teachers.length === 0 ? t('Nobody yet') : formatList(teachers.map(({ name }) => name))}</bdi
        >
        ${appoints && html`<a href="${planHref(plan.id, 'teachers')}">${t('Change who teaches by it')}</a>`}`,
    },
    { term: t('Used before as'), says: copiedFrom && kin(copiedFrom) },
    { term: t('Used again as'), says: copiedAs.map(kin) },
  ]);

const kin = ({ id, title, startsOn, author }: PlanKin): Value =>
  html`<a href="${planHref(id)}"><bdi>${title}</bdi></a
    >, ${formatDate(startsOn, 'short')}, <bdi>${author}</bdi>`;

const keep = ({ plan }: OpenedPlan): Html =>
  html`<p>
      ${linkButton({ label: t('Change title and days'), href: planHref(plan.id, 'change'), icon: 'edit' })}
      ${printButton()}
    </p>
    ${
      plan.readyAt === null
        ? form({ action: planHref(plan.id, 'ready'), button: t('Say that it is ready'), quiet: true })
        : form({
            action: planHref(plan.id, 'not-ready'),
            button: t('Say that it is being written again'),
            quiet: true,
          })
    }`;

const files = ({ plan, item, writes }: OpenedPlan, { who }: Visit): Html | false =>
  (plan.files.length > 0 || writes) &&
  html`<h2>${t('Files')}</h2>
    ${fileList(plan.files, (file) => file.createdBy === who.personId || item.authorId === who.personId)}
    ${writes && quietActions([{ label: t('Add a file'), href: planHref(plan.id, 'files'), icon: 'file' }])}`;
