import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse, ticked, version } from '#platform/http/input.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { followUpHref } from '../addresses.ts';
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
    const { tx, who, today, params, organisationId } = change;
    const { followUp } = await selectFollowUp(tx, who, params.followUp!, today);
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
    return see(
      followUpHref(followUp.id),
      t('How it went is saved.'),
      followUp.state === 'planned' ? followUpHref(followUp.id, 'restore') : undefined,
    );
  },
});

export const notNeeded = action(followUpHref(':followUp', 'not-needed'), {
  ...common,
  page: followUpPage,
  input: z.object({}),
  run: (change) => setState(change, 'not-needed'),
});

/** It is planned as it was. */
export const restoreFollowUp = action(followUpHref(':followUp', 'restore'), {
  ...common,
  page: followUpPage,
  input: z.object({}),
  run: (change) => setState(change, 'planned'),
});

async function setState(change: Change, state: State): Promise<See> {
  const { followUp } = await selectFollowUp(change.tx, change.who, change.params.followUp!, change.today);
  // Whoever is with the pupil may say that it did not happen yet; whether it is needed is for those who read of them.
  if (state === 'not-needed' || followUp.state === 'not-needed') mustRead(followUp);
  await save(change, followUp, followUp.version, { state });
  await tell(change, followUp, state);
  return state === 'planned'
    ? see(followUpHref(followUp.id), t('It is planned again.'))
    : see(followUpHref(followUp.id), t('It is not needed.'), followUpHref(followUp.id, 'restore'));
}

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
  const texts = { when: whenInWords(before), words: before.words, outcome: before.outcome };
  await keepText(tx, of, before.version, texts, who.personId, now);
}

const tell = (change: Change, { id, pupilId }: FollowUp, what: string): Promise<string> =>
  change.record({ kind: `behaviour-follow-up.${what}`, itemId: id, body: { pupilId }, tell: true });
