import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import {
  choice,
  day,
  optionalId,
  optionalLine,
  optionalProse,
  optionalTime,
  prose,
} from '#platform/http/input.ts';
import { action, members, see, type Wrong } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { concernHref, concernsPath } from './addresses.ts';
import { onlyPupilNamed, pupilWithId } from './find-pupil.ts';
import { insertConcern } from './insert-concern.ts';
import { newConcernPage, namesOf } from './new-concern.page.ts';
import { selectNamed, whoLooks } from './settings.ts';

const input = z.object({
  pupil: optionalId(),
  about: optionalLine(200),
  saw: prose('Write what you saw or heard.', 8000),
  said: optionalProse(8000),
  on: day(),
  at: optionalTime(),
  place: optionalLine(200),
  danger: choice(['yes', 'no'], 'Say whether the child could be in danger today.'),
  told: optionalLine(200),
});

/** Sends it to those who are named, and starts the clock within which one of them must have looked. */
export const writeConcern = action(concernsPath, {
  purpose: 'safeguarding',
  access: members('staff'),
  page: newConcernPage,
  input,
  alsoWrong: ({ today }, readable) => wrongIn(readable, today),
  async run(change, sent) {
    const wrong = wrongIn(sent, change.today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const { tx, organisationId: owner, now, today, who } = change;
    const chosen = sent.pupil === null ? undefined : await pupilWithId(tx, owner, sent.pupil, today);
    if (sent.pupil !== null && !chosen)
      throw new Refused({ pupil: t('No pupil of this school is meant by this.') });
    const { id, lookBy } = await insertConcern(
      tx,
      owner,
      {
        authorId: who.personId,
        pupilId: chosen?.personId ?? (await onlyPupilNamed(tx, owner, sent.about, today)),
        about: chosen?.name ?? sent.about,
        saw: sent.saw,
        said: sent.said,
        place: sent.place,
        happenedOn: sent.on,
        happenedAt: sent.at,
        danger: sent.danger === 'yes',
        toldWhom: sent.told,
      },
      { now, today, zone: who.standing.organisation.zone },
    );
    await change.record({ kind: 'concern.written', itemId: id, body: {}, tell: true });
    await change.record({ kind: 'concern.look-by', itemId: id, body: {}, tell: true, dueAt: lookBy });
    const named = await selectNamed(tx, owner, today);
    if (named.length === 0)
      return see(
        concernHref(id),
        t('It is kept, and nobody is named to read it yet. Tell whoever runs the school in person.'),
      );
    const isDanger = sent.danger === 'yes';
    const first = whoLooks(named, { passedOnAt: isDanger ? now : null });
    const later = named.filter((each) => !first.includes(each));
    const names = namesOf(first);
    return see(
      concernHref(id),
      isDanger
        ? t('It is sent. Now go and tell one of them in person: {names}.', { names })
        : later.length === 0
          ? t('It is sent to {names}.', { names })
          : t('It is sent to {names}. If nobody has looked by {when}, it goes to {others} as well.', {
              names,
              when: formatMoment(lookBy),
              others: namesOf(later),
            }),
    );
  },
});

function wrongIn(
  {
    pupil,
    about,
    on,
  }: { pupil?: string | null | undefined; about?: string | undefined; on?: string | undefined },
  today: string,
): Wrong {
  const wrong: Wrong = {};
  if (!pupil && about === '') wrong.about = t('Say which child you mean, as well as you can.');
  if (on !== undefined && on > today) wrong.on = t('This day is still to come.');
  return wrong;
}
