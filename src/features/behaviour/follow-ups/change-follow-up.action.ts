import { z } from 'zod';
import { keepText, selectText, throwStale } from '#platform/audit/text-versions.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse, ticked, version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { followUpHref } from '../addresses.ts';
import { mustBeAsSeen } from '../as-seen.ts';
import { namedWords, namesOfOthers, selectNamesNear } from '../names-in.ts';
import { followUpInput, wrongFollowUp } from './follow-up-form.ts';
import { followUpPage } from './follow-up.page.ts';
import { type FollowUp, selectFollowUp } from './follow-up.queries.ts';
import type { State } from './follow-up.ts';
import { whenInWords } from './follow-up.view.ts';
import { columnsOf, mustBeFit } from './plan.action.ts';

const common = { purpose: 'administration', access: members('staff') } as const;

/** Moves or changes what is planned. How it was is kept. Throws `Stale`, carrying both texts. */
export const changeFollowUp = action(followUpHref(':followUp', 'change'), {
  ...common,
  page: followUpPage,
  input: z.object({ ...followUpInput, version: version() }),
  async run(change, sent) {
    const { tx, who, today, params } = change;
    const { followUp, staff, settled } = await selectFollowUp(tx, who, params.followUp!, today);
    mustRead(followUp);
    if (followUp.state !== 'planned') throw new Refused(t('It is over. Let it be planned again first.'));
    const moved = sent.on !== followUp.on || sent.at !== followUp.at;
    const wrong = moved ? wrongFollowUp(sent, change, settled) : {};
    await mustBeFit(change, sent, { pupilId: followUp.pupilId, staff, wrong });
    await save(change, followUp, sent.version, {
      ...columnsOf(sent, today, sent.told_how === followUp.toldHow ? followUp.toldOn : null),
      moved_from: sent.on === followUp.on ? followUp.movedFrom : (followUp.movedFrom ?? followUp.on),
    });
    await tell(change, followUp, 'changed');
    return see(followUpHref(followUp.id), moved ? t('It is moved.') : t('The change is saved.'));
  },
});

/** It happened, or how it went is put right: for whoever is with the pupil too. */
export const sayOutcome = action(followUpHref(':followUp', 'outcome'), {
  ...common,
  page: followUpPage,
  input: z.object({
    outcome: optionalProse(1000),
    no_name: ticked(),
    put_right: ticked(),
    version: version(),
  }),
  async run(change, sent) {
    const { tx, today, organisationId } = change;
    const { followUp } = await open(change);
    if (followUp.state === 'not-needed') throw new Refused(t('It was not needed.'));
    if (followUp.on > today) throw new Refused(t('Its day is still to come.'));
    if (!sent.no_name && sent.outcome !== '') {
      const near = await selectNamesNear(tx, organisationId, [followUp.pupilId], today);
      const names = namesOfOthers(sent.outcome, near, followUp.pupilId);
      if (names.length > 0) throw new Refused({ outcome: namedWords(names) });
    }
    await save(change, followUp, sent.version, {
      state: 'happened',
      outcome: sent.outcome,
      put_right: sent.put_right,
    });
    await tell(change, followUp, 'happened');
    return see(followUpHref(followUp.id), t('How it went is saved.'), undoHref(followUp.id, sent.version));
  },
});

export const notNeeded = action(followUpHref(':followUp', 'not-needed'), {
  ...common,
  page: followUpPage,
  input: z.object({ version: version() }),
  async run(change, { version: shown }) {
    const { followUp } = await open(change);
    mustRead(followUp);
    mustBeAsSeen(followUp, shown);
    if (followUp.state !== 'planned') throw new Refused(t('It is over. Let it be planned again first.'));
    await save(change, followUp, shown, { state: 'not-needed' });
    await tell(change, followUp, 'not-needed');
    return see(followUpHref(followUp.id), t('It is not needed.'), undoHref(followUp.id, shown));
  },
});

/** It is planned again; what happened and was then said not to be needed is what happened. */
export const restoreFollowUp = action(followUpHref(':followUp', 'restore'), {
  ...common,
  page: followUpPage,
  input: z.object({ version: version() }),
  async run(change, { version: shown }) {
    const { followUp } = await open(change);
    mustBeAsSeen(followUp, shown);
    if (followUp.state === 'planned') throw new Refused(t('It is planned already.'));
    // Whoever is with the pupil may say that it did not happen yet; whether it is needed is for those who read of them.
    if (followUp.state === 'not-needed') mustRead(followUp);
    const happened = followUp.state === 'not-needed' && (await hadHappened(change, followUp));
    const state = happened ? 'happened' : 'planned';
    await save(change, followUp, shown, { state });
    await tell(change, followUp, state);
    return see(
      followUpHref(followUp.id),
      happened ? t('It happened, as it was said before.') : t('It is planned again.'),
      undoHref(followUp.id, shown),
    );
  },
});

/**
 * Takes back what was said last of how it stands: it is what it was, with the words of then. Refused once somebody has
 * changed it since. Of what was only just planned it says that it is not needed.
 */
export const undoFollowUp = action(followUpHref(':followUp', 'undo/:version'), {
  ...common,
  page: followUpPage,
  input: z.object({}),
  async run(change) {
    const { followUp } = await open(change);
    const undone = Number(change.params.version);
    if (!Number.isInteger(undone)) throw new NotFound();
    if (followUp.version !== undone)
      throw new Refused(t('This was changed again since. Look at it and change it by hand.'));
    const before = undone === 1 ? justPlanned : await stoodAt(change, followUp.id, undone - 1);
    if ([before.state, followUp.state].includes('not-needed')) mustRead(followUp);
    await save(change, followUp, undone, before);
    await tell(change, followUp, before.state);
    return see(
      followUpHref(followUp.id),
      undone === 1 ? t('It is not needed.') : t('It is as it was before.'),
    );
  },
});

const justPlanned = { state: 'not-needed' } as const;

/** How it stood at a version. Throws `NotFound` where that was not kept. */
async function stoodAt(
  { tx, organisationId }: Change,
  id: string,
  at: number,
): Promise<{ state: State; outcome: string; put_right: boolean }> {
  const kept = await selectText(tx, { ownerId: organisationId, id }, at);
  if (kept?.state === undefined) throw new NotFound();
  return { state: kept.state as State, outcome: String(kept.outcome), put_right: kept.putRight === true };
}

/** Whether it had happened before it was said not to be needed; what is older than that note is told by its outcome. */
async function hadHappened({ tx, organisationId }: Change, followUp: FollowUp): Promise<boolean> {
  const kept = await selectText(tx, { ownerId: organisationId, id: followUp.id }, followUp.version - 1);
  return kept?.state === undefined ? followUp.outcome !== '' : kept.state === 'happened';
}

const open = ({ tx, who, params, today }: Change) => selectFollowUp(tx, who, params.followUp!, today);

const undoHref = (id: string, shown: number): string => followUpHref(id, `undo/${shown + 1}`);

function mustRead({ reads }: FollowUp): void {
  if (!reads) throw new NotAllowed(t('Those who teach the pupil change this.'), t('Ask whoever planned it.'));
}

async function save(
  { tx, organisationId, who, now }: Change,
  before: FollowUp,
  shown: number,
  columns: Partial<ReturnType<typeof columnsOf>> & {
    moved_from?: string | null;
    state?: State;
    outcome?: string;
    put_right?: boolean;
  },
): Promise<void> {
  const of = { ownerId: organisationId, id: before.id };
  const { numUpdatedRows } = await tx
    .updateTable('behaviour_follow_up')
    .set({ ...columns, version: shown + 1 })
    .where('owner_id', '=', organisationId)
    .where('id', '=', before.id)
    .where('version', '=', shown)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    await throwStale(
      tx,
      of,
      {
        version: before.version,
        fields: [
          { name: 'words', label: t('What it is for'), text: before.words },
          { name: 'outcome', label: t('How it went'), text: before.outcome },
        ],
      },
      now,
    );
  const { words, outcome, state, putRight } = before;
  const texts = { when: whenInWords(before), words, outcome, state, putRight };
  await keepText(tx, of, before.version, texts, who.personId, now);
}

const tell = (change: Change, { id, pupilId }: FollowUp, what: string): Promise<string> =>
  change.record({ kind: `behaviour-follow-up.${what}`, itemId: id, body: { pupilId }, tell: true });
