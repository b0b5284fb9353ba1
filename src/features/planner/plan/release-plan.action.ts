import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { id } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { planPolicy } from '../planner.policy.ts';
import type { ToRelease } from '../release/release.ts';
import { releaseTo, takeBack } from '../release/write-release.ts';
import { type OpenedPlan, openPlan } from './open-plan.ts';
import { cells, isEmpty, planHref, relationships } from './plan.ts';
import { cellWords, questionsOf } from './plan-choices.ts';
import { plannerPage } from './plan.page.ts';

/** Lets an organisation above read the year's plan as it stands. */
export const releasePlan = action('/school/mentoring-planner/:year/release', {
  purpose: 'administration',
  access: planPolicy,
  page: plannerPage,
  input: z.object({ to: id('Choose who may read it.') }),
  async run(change, { to }) {
    const opened = await openPlan(change, 'release');
    if (!opened.begun) throw new Refused(t('There is nothing in this plan to read yet.'));
    await releaseTo(change, to, opened, planToRelease(opened));
    return see(planHref(opened.year.year), t('They can read it as it stands today.'));
  },
});

/** Takes the copy back. */
export const takePlanBack = action('/school/mentoring-planner/:year/take-back', {
  purpose: 'administration',
  access: planPolicy,
  page: plannerPage,
  input: z.object({ release: id() }),
  async run(change, { release }) {
    const opened = await openPlan(change, 'release');
    const { year } = opened.year;
    await takeBack(change, release, opened.releases, { tool: 'plan', year });
    return see(planHref(year), t('The copy is taken back.'));
  },
});

const planToRelease = (opened: OpenedPlan): ToRelease => {
  const said = relationships().flatMap((relationship) => {
    const part = opened.part(relationship.id);
    return part && !isEmpty(part.cells) ? [{ relationship, part }] : [];
  });
  return {
    tool: 'plan',
    year: opened.year.year,
    body: {
      parts: said.map(({ relationship, part }) => ({
        relationship: relationship.id,
        cells: cells.map((cell) => ({
          cell,
          said: cellWords(questionsOf(relationship, opened.year), cell, part.cells[cell]),
        })),
      })),
    },
    gaps: relationships()
      .map(({ id: relationship }) => relationship)
      .filter((each) => !said.some(({ relationship }) => relationship.id === each)),
  };
};
