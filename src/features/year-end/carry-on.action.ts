import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticks } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { administrators } from '#features/people/index.ts';
import { carryOn, programmeHref, type RanThisYear, selectRanThisYear } from '#features/programmes/index.ts';
import { takeDraftsAway } from './carried-on.queries.ts';
import { isOpen, yearEndProgrammesPage } from './programmes.page.ts';
import { type YearEnd, yearEndHref, yearEndsPath } from './year-end.ts';
import { carriedOnNotice } from './year-end.notices.ts';
import { selectYearEnd } from './year-end.queries.ts';

const common = {
  purpose: 'learning',
  access: roles(...administrators),
  page: yearEndProgrammesPage,
} as const;

/** Copies programmes of the year that ends as drafts for the next; what is ticked and was offered, and nothing else. */
export const carryProgrammesOn = action(`${yearEndsPath}/:yearEnd/programmes`, {
  ...common,
  input: z.object({ programmes: ticks(200) }),
  async run(change, { programmes }) {
    const yearEnd = await lockOpen(change);
    if (programmes.length === 0) throw new Refused({ programmes: t('Tick the programmes that go on.') });
    const offered = await selectRanThisYear(change.tx, change.who, yearEnd);
    const chosen = offered.filter(({ id }) => programmes.includes(id));
    if (chosen.length !== new Set(programmes).size)
      throw new Refused(t('Some of these were copied or changed meanwhile. Look at the list once more.'));
    for (const each of chosen) await copyOne(change, yearEnd, each);
    await change.record({
      kind: 'year-end.programmes-copied',
      itemId: yearEnd.id,
      body: { programmes: chosen.map(({ id }) => id) },
    });
    return see(
      yearEndHref(yearEnd.id, 'programmes'),
      tn(
        chosen.length,
        'Copied as a draft. Those who lead it hear of it.',
        '{n} are copied as drafts. Those who lead them hear of it.',
      ),
      yearEndHref(yearEnd.id, 'programmes', 'take-away'),
    );
  },
});

async function copyOne(change: Change, yearEnd: YearEnd, programme: RanThisYear): Promise<void> {
  const { tx, organisationId: owner, now } = change;
  const made = await carryOn(change, programme, {
    title: titleOf(programme.title, yearEnd.name),
    firstOn: yearEnd.firstOn,
  });
  await tx
    .insertInto('year_end_row')
    .values({
      owner_id: owner,
      year_end_id: yearEnd.id,
      id: newId(now),
      kind: 'programme-copied',
      row_id: made.id,
      before: null,
      after: null,
    })
    .execute();
  await remindOf(
    tx,
    programme.leaders.map(({ id: personId }) => ({
      personId,
      fromOwner: owner,
      itemId: made.id,
      kind: carriedOnNotice,
      subjectKey: made.id,
      href: programmeHref(made, 'design'),
      dueAt: null,
    })),
    now,
  );
}

/** So long a title of a programme may be. */
const longestTitle = 120;

/** The year stands behind the title, once: 'Reading together (2027–28)'. */
function titleOf(title: string, year: string): string {
  const added = ` (${year})`;
  const bare = title.replace(/ \(20\d\d[^()]*\)$/, '');
  return `${bare.slice(0, longestTitle - added.length).trimEnd()}${added}`;
}

/** Takes the drafts away again that nobody worked on since. */
export const takeProgrammesAway = action(`${yearEndsPath}/:yearEnd/programmes/take-away`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const yearEnd = await lockNotBegun(change);
    const { went, stay } = await takeDraftsAway(change, yearEnd.id);
    if (went + stay === 0) throw new Refused(t('There is no draft to take away.'));
    await change.record({ kind: 'year-end.drafts-taken-away', itemId: yearEnd.id, body: { went, stay } });
    return see(
      yearEndHref(yearEnd.id, 'programmes'),
      stay === 0
        ? t('The drafts are taken away.')
        : tn(
            stay,
            'The drafts are taken away, but for one that somebody worked on.',
            'The drafts are taken away, but for {n} that somebody worked on.',
          ),
    );
  },
});

async function lockOpen(change: Change): Promise<YearEnd> {
  const yearEnd = await lockNotBegun(change);
  if (!isOpen(yearEnd)) throw new Refused(t('It was let go of.'));
  return yearEnd;
}

/** Also one that was let go of: its drafts can be taken away still. */
async function lockNotBegun(change: Change): Promise<YearEnd> {
  const yearEnd = await selectYearEnd(change.tx, change.organisationId, change.params.yearEnd!, true);
  if (yearEnd.begunAt !== null)
    throw new Refused(t('The new year has begun. Copy a programme from its own page.'));
  return yearEnd;
}
