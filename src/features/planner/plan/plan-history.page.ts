import { audienceNote } from '#platform/access/audience-words.ts';
import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { card } from '#ui/card.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { planPolicy } from '../planner.policy.ts';
import { openPlan, relationshipOf } from './open-plan.ts';
import { cells, type Cells, planHref } from './plan.ts';
import { cellTitle, cellWords, questionsOf } from './plan-choices.ts';
import { cellText } from './plan.view.ts';

/** All that one part of a plan has said, the latest first. */
export const planHistoryPage = page('/school/mentoring-planner/:year/:relationship/history', {
  purpose: 'administration',
  access: planPolicy,
  async load(visit) {
    const relationship = relationshipOf(visit);
    const opened = await openPlan(visit);
    const part = opened.part(relationship.id);
    const texts = part ? await selectTexts(visit.db, { ownerId: visit.organisationId, id: part.id }) : [];
    return { relationship, opened, texts };
  },
  view({ relationship, opened, texts }, visit) {
    const { year } = opened;
    const questions = questionsOf(relationship, year);
    return {
      title: t('Earlier versions: {relationship}, {year}', {
        relationship: t(relationship.title),
        year: year.name,
      }),
      audience: audienceNote(opened.item, planPolicy, visit.who),
      trail: [
        { label: t('Mentoring and coaching planner'), href: planHref(year.year) },
        { label: t(relationship.title), href: planHref(year.year, relationship.id) },
      ],
      body: countedList({
        says: tn(texts.length, '{n} version', '{n} versions'),
        items: texts.map(({ version, writtenBy, writtenAt, fields }) =>
          card({
            title: t('Version {n}', { n: version }),
            meta: t('{name}, {when}', { name: writtenBy, when: formatMoment(writtenAt) }),
            body: html`${cells.map(
              (cell) =>
                html`<h3>${cellTitle[cell]()}</h3>
                  ${cellText(cellWords(questions, cell, (fields as unknown as Cells)[cell]))}`,
            )}`,
          }),
        ),
        empty: t('Nothing has been written yet.'),
      }),
    };
  },
});
