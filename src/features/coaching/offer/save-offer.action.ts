import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalLine, prose, ticked, ticks, version, wholeNumber } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { modulesLeft } from '../preparation/modules.ts';
import { isKind } from '../relationships.ts';
import { kindInWords } from '../together.ts';
import { mostPlaces, offerPage } from './offer.page.ts';
import { selectMyOffer } from './offer.queries.ts';

const input = z.object({
  kinds: ticks(3),
  about: prose('Write in a sentence or two what you can help with.', 2000),
  subjects: optionalLine(300),
  phases: optionalLine(300),
  place: optionalLine(300),
  places: wholeNumber(1, mostPlaces),
  open: ticked(),
  version: version(),
});

/**
 * Somebody offers to mentor or coach, or changes what they offer. Throws `Refused` while a kind they tick is not
 * prepared, and `Stale` when they saved it in another window meanwhile.
 */
export const saveOffer = action('/coaching/offer', {
  purpose: 'learning',
  access: members('staff'),
  input,
  page: offerPage,
  async run(change, sent) {
    const { offer, finished } = await selectMyOffer(change.tx, change.who);
    if ((offer?.version ?? 0) !== sent.version) throw staleOffer(change, offer);
    const kinds = sent.kinds.filter(isKind);
    if (kinds.length === 0) throw new Refused({ kinds: t('Tick at least one.') });
    const unready = kinds.filter((kind) => modulesLeft(kind, finished).length > 0);
    if (sent.open && unready.length > 0)
      throw new Refused({
        kinds: t('Finish the preparation first for: {kinds}. Or leave it out for now.', {
          kinds: formatList(unready.map(kindInWords)),
        }),
      });
    const { version: shown, ...words } = sent;
    const row = { ...words, kinds, version: shown + 1, updated_at: change.now };
    if (!(await save(change, offer, row)))
      throw staleOffer(change, (await selectMyOffer(change.tx, change.who)).offer);
    await change.record({
      kind: 'coaching.offered',
      body: { personId: change.who.personId, kinds, open: sent.open },
    });
    return see(
      '/coaching',
      sent.open
        ? t('Colleagues who look for somebody find you now.')
        : t('Saved. You are not suggested just now.'),
    );
  },
});

type Stored = Awaited<ReturnType<typeof selectMyOffer>>['offer'];

async function save(
  change: Change,
  before: Stored,
  row: Omit<NonNullable<Stored>, 'owner_id' | 'person_id' | 'updated_at'> & { updated_at: Date },
): Promise<boolean> {
  const [ownerId, me] = [change.organisationId, change.who.personId];
  if (!before) {
    const made = await change.tx
      .insertInto('coaching_offer')
      .values({ owner_id: ownerId, person_id: me, ...row })
      .onConflict((conflict) => conflict.columns(['owner_id', 'person_id']).doNothing())
      .returning('person_id')
      .executeTakeFirst();
    return made !== undefined;
  }
  const { kinds, about, subjects, phases, place, places, open } = before;
  const kept = { kinds, about, subjects, phases, place, places, open };
  await keepText(change.tx, { ownerId, id: me }, before.version, kept, me, new Date(before.updated_at));
  const { numUpdatedRows } = await change.tx
    .updateTable('coaching_offer')
    .set(row)
    .where('owner_id', '=', ownerId)
    .where('person_id', '=', me)
    .where('version', '=', before.version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const staleOffer = (change: Change, offer: Stored): Stale =>
  new Stale({
    version: offer?.version ?? 0,
    writerId: change.who.personId,
    writtenBy: change.who.standing.name,
    writtenAt: offer ? new Date(offer.updated_at) : change.now,
    fields: [
      {
        name: 'about',
        label: t('What can you help with, and what have you done yourself?'),
        text: offer?.about ?? '',
      },
      { name: 'subjects', label: t('Subjects'), text: offer?.subjects ?? '' },
      { name: 'phases', label: t('Years or phases'), text: offer?.phases ?? '' },
      { name: 'place', label: t('Where?'), text: offer?.place ?? '' },
    ],
    // The safe choice is to be suggested to nobody, of what stands and what was sent.
    ticks: [{ name: 'open', label: t('I can be asked just now'), ticked: offer?.open ?? false }],
  });
