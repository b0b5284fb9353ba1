import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, day, id, optionalProse, optionalTime, ticked, ticks } from '#platform/http/input.ts';
import { action, members, see, type See, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { batchHref, classHref, pupilHref } from '../addresses.ts';
import { mostWords, seens, settings, tones } from '../behaviour.ts';
import { namedWords, namesOfOthersFor, selectNamesNear } from '../names-in.ts';
import { insertEvents } from './event.queries.ts';
import { whomInWords } from './note-form.view.ts';
import { noteClassPage, notePupilPage } from './note.page.ts';
import { type Noting, selectClassToNote, selectPupilToNote } from './note.queries.ts';

const input = z.object({
  tone: choice(tones),
  pupils: ticks(),
  category: id('Choose what it was.'),
  words: optionalProse(mostWords),
  no_name: ticked(),
  on: day(),
  at: optionalTime(),
  place: choice(settings),
  seen: choice(seens),
});
type Sent = z.output<typeof input>;

const common = {
  purpose: 'administration',
  access: members('staff'),
  input,
  alsoWrong: ({ today }: { today: string }, readable: Partial<Sent>) => wrong(readable, today),
} as const;

export const noteClass = action(classHref(':unit'), {
  ...common,
  page: noteClassPage,
  run: async (change, sent) =>
    note(change, sent, await selectClassToNote(change.tx, change.who, change.params.unit!, change.today)),
});

export const notePupil = action(pupilHref(':pupil', 'note'), {
  ...common,
  page: notePupilPage,
  run: async (change, sent) =>
    note(change, sent, await selectPupilToNote(change.tx, change.who, change.params.pupil!, change.today)),
});

function wrong({ on, tone, words, pupils }: Partial<Sent>, today: string): Wrong {
  return {
    ...(on !== undefined && on > today ? { on: t('This day is still to come.') } : {}),
    ...(tone === 'negative' && words === '' ? { words: t('Write what happened.') } : {}),
    ...(pupils?.length === 0 ? { pupils: t('Tick at least one pupil.') } : {}),
  };
}

/** Writes one event for each pupil ticked, under one batch, so that a slip is taken back at one go. */
async function note(change: Change, sent: Sent, noting: Noting): Promise<See> {
  const { tx, organisationId, now, today } = change;
  const amiss = wrong(sent, today);
  if (Object.keys(amiss).length > 0) throw new Refused(amiss);
  const category = noting.categories.find((each) => each.id === sent.category && each.tone === sent.tone);
  if (!category)
    throw new Refused({ category: t('This is no longer on the school’s list. Choose another.') });
  const pupils = noting.pupils.filter(({ personId }) => sent.pupils.includes(personId));
  if (pupils.length !== new Set(sent.pupils).size)
    throw new Refused({ pupils: t('Somebody you ticked is no longer in this class.') });
  const ids = pupils.map(({ personId }) => personId);
  if (sent.seen !== 'kept' && !sent.no_name && sent.words !== '') {
    const names = namesOfOthersFor(sent.words, await selectNamesNear(tx, organisationId, ids, today), ids);
    if (names.length > 0) throw new Refused({ words: namedWords(names) });
  }
  const batchId = newId(now);
  const events = await insertEvents(
    tx,
    organisationId,
    ids.map((pupilId) => ({
      pupilId,
      categoryId: category.id,
      tone: category.tone,
      points: category.points,
      on: sent.on,
      at: sent.at,
      place: sent.place,
      unitId: noting.unit !== null && sent.place === 'lesson' ? noting.unit.id : null,
      words: sent.words,
      seen: sent.seen,
    })),
    { writtenBy: change.who.personId, batchId, now },
  );
  await change.record({
    kind: 'behaviour.noted',
    itemId: batchId,
    body: { pupilIds: ids, eventIds: events, tone: category.tone },
    tell: true,
  });
  const here = noting.unit === null ? pupilHref(ids[0]!, 'note') : classHref(noting.unit.id);
  return see(
    sent.tone === 'positive' ? here : `${here}?tone=negative`,
    t('Noted for {who}: {what}.', {
      who: whomInWords(pupils.map(({ name }) => name)),
      what: category.name,
    }),
    batchHref(batchId, 'undo'),
  );
}
