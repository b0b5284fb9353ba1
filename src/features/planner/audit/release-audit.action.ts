import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { id } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { auditPolicy } from '../planner.policy.ts';
import type { ToRelease } from '../release/release.ts';
import { releaseTo, takeBack } from '../release/write-release.ts';
import { auditPage } from './audit.page.ts';
import { auditHref, criteriaIds } from './audit.ts';
import { type OpenedAudit, openAudit } from './open-audit.ts';

/** Lets an organisation above read the year's audit as it stands. */
export const releaseAudit = action('/school/cycle-audit/:year/release', {
  purpose: 'learning',
  access: auditPolicy,
  page: auditPage,
  input: z.object({ to: id('Choose who may read it.') }),
  async run(change, { to }) {
    const opened = await openAudit(change, 'release');
    if (opened.lines.length === 0) throw new Refused(t('There is nothing in this audit to read yet.'));
    await releaseTo(change, to, opened, auditToRelease(opened));
    return see(auditHref(opened.year.year), t('They can read it as it stands today.'));
  },
});

/** Takes the copy back. */
export const takeAuditBack = action('/school/cycle-audit/:year/take-back', {
  purpose: 'learning',
  access: auditPolicy,
  page: auditPage,
  input: z.object({ release: id() }),
  async run(change, { release }) {
    const opened = await openAudit(change, 'release');
    const { year } = opened.year;
    await takeBack(change, release, opened.releases, { tool: 'audit', year });
    return see(auditHref(year), t('The copy is taken back.'));
  },
});

const auditToRelease = ({ lines, year }: OpenedAudit): ToRelease => ({
  tool: 'audit',
  year: year.year,
  body: {
    lines: lines.map(({ kind, title, specialist, peer, criteria, keep, change, points }) => ({
      kind,
      title,
      specialist,
      peer,
      criteria,
      keep,
      change,
      points: points.map(({ strand, fromWeek, untilWeek, words }) => ({
        strand,
        fromWeek,
        untilWeek,
        words,
      })),
    })),
    weeks: year.weeks,
    terms: year.terms,
  },
  gaps: criteriaIds.filter((id) => lines.every((line) => !line.criteria[id])),
});
