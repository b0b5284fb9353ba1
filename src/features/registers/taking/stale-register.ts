import { sql } from 'kysely';
import { type CurrentText, Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { formatTime, t, tn } from '#platform/i18n/i18n.ts';
import { presentCode, type Session } from '../codes/code.ts';
import type { KeptCode } from '../codes/codes.queries.ts';
import { asItStands, keepField } from './mark-fields.ts';
import { type HeldRegister, selectMarks, type WantedMark } from './save-marks.ts';

type Field = CurrentText['fields'][number];

/** What a form brings that was drawn before somebody else saved. */
interface Late {
  wanted: readonly WantedMark[];
  /** The version of the register that its page showed; 0 where it was not taken yet. */
  shown: number;
  session: Session | null;
  codes: readonly KeptCode[];
  queued: boolean;
}

/** What became of a pupil's mark since a version of the register. */
interface Since {
  pupilId: string;
  name: string;
  changed: boolean;
  /** Who marked it last and when; null where there is no mark and never was. */
  by: string | null;
  byId: string | null;
  at: Date | null;
  /** What it was when the page was drawn, where it was changed since; null for no mark. */
  was: Omit<WantedMark, 'pupilId'> | null;
}

/**
 * Throws `Stale` where the marks that came differ from those that stand: of each pupil whose mark was changed since the
 * page was drawn it says what it was, who made what of it, and offers both. A page's script cannot show both: it is told
 * that this was not taken, and sends the form as a form (src/browser/register-taking.part.ts).
 */
export async function throwWhereDifferent(change: Change, held: HeldRegister, late: Late): Promise<void> {
  const { tx, organisationId } = change;
  const stored = new Map(
    (await selectMarks(tx, organisationId, held.id)).map((mark) => [mark.pupilId, mark]),
  );
  const different = late.wanted.filter((mark) => !isSame(mark, stored.get(mark.pupilId)));
  if (different.length === 0) return;
  if (late.queued) throw new Refused(t('Somebody else has saved this register meanwhile.'));
  const since = await selectSince(
    change,
    held,
    late.shown,
    different.map(({ pupilId }) => pupilId),
  );
  const names = await selectCodeNames(change);
  const inWords = (mark: Omit<WantedMark, 'pupilId'> | null | undefined): string =>
    markInWords(mark ?? null, names);
  const here = presentCode(late.codes, late.session)?.id;
  // What nobody else touched goes along; where that is all in which they differ, it is asked about.
  const changed = different.filter(({ pupilId }) => since.get(pupilId)!.changed);
  const fields = (changed.length > 0 ? changed : different).map((mark): Field => {
    const of = since.get(mark.pupilId)!;
    const there = stored.get(mark.pupilId);
    const untouched = of.was === null ? mark.codeId === here : isSame({ ...mark, ...of.was }, mark);
    return {
      name: keepField(mark.pupilId),
      label: of.name,
      text: inWords(there),
      choice: {
        hint: sinceInWords(of, inWords(of.was), inWords(there), change.who.personId),
        chosen: of.changed && untouched ? asItStands : 'mine',
        options: [
          { value: 'mine', label: t('As I marked it here: {mark}', { mark: inWords(mark) }) },
          { value: asItStands, label: t('As it stands now: {mark}', { mark: inWords(there) }) },
        ],
      },
    };
  });
  throw new Stale({ version: held.version, fields, ...(await selectLast(change, held)) });
}

const isSame = (wanted: WantedMark, there: WantedMark | undefined): boolean =>
  wanted.codeId === (there?.codeId ?? null) &&
  wanted.minutes === (there?.minutes ?? null) &&
  wanted.note === (there?.note ?? '');

/** "Late, 5 minutes, the bus" */
const markInWords = (mark: Omit<WantedMark, 'pupilId'> | null, names: ReadonlyMap<string, string>): string =>
  mark?.codeId == null
    ? t('Not marked')
    : [
        names.get(mark.codeId),
        mark.minutes !== null && tn(mark.minutes, '{n} minute', '{n} minutes'),
        mark.note,
      ]
        .filter(Boolean)
        .join(', ');

function sinceInWords({ changed, by, byId, at, was: before }: Since, was: string, now: string, me: string) {
  if (!changed || by === null || at === null) return t('Nobody else has changed this mark.');
  const words = { name: by, was, now, time: formatTime(at) };
  if (byId === me)
    return before === null
      ? t('You marked “{now}” in another window at {time}.', words)
      : t('It was “{was}”; you made it “{now}” in another window at {time}.', words);
  return before === null
    ? t('{name} marked “{now}” at {time}.', words)
    : t('It was “{was}”; {name} made it “{now}” at {time}.', words);
}

async function selectSince(
  { tx, organisationId: owner }: Change,
  { id }: HeldRegister,
  shown: number,
  pupilIds: readonly string[],
): Promise<Map<string, Since>> {
  const changes = sql`from register_mark_change h where h.owner_id = ${owner} and h.register_id = ${id}
    and h.pupil_id = p.id and h.version > ${shown} order by h.version`;
  const { rows } = await sql<Since>`
    select p.id as "pupilId", p.name, (l.version is not null or coalesce(a.version, 0) > ${shown}) as changed,
      y.name as by, y.id as "byId", coalesce(l.changed_at, a.marked_at) as at,
      case when f.was_code_id is null then null
        else json_build_object('codeId', f.was_code_id, 'minutes', f.was_minutes, 'note', f.was_note) end as was
    from person p
    left join register_mark a on a.owner_id = ${owner} and a.register_id = ${id} and a.pupil_id = p.id
    left join lateral (select h.version, h.changed_by, h.changed_at ${changes} desc limit 1) l on true
    left join lateral (select h.was_code_id, h.was_minutes, h.was_note ${changes} limit 1) f on true
    left join person y on y.id = coalesce(l.changed_by, a.marked_by)
    where p.id = any(${[...pupilIds]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.pupilId, row]));
}

/** Of every code the school ever had: what was marked keeps its name. */
async function selectCodeNames({ tx, organisationId }: Change): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('attendance_code')
    .select(['id', 'name'])
    .where('owner_id', '=', organisationId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const selectLast = ({ tx, organisationId }: Change, held: HeldRegister) =>
  tx
    .selectFrom('register_save as s')
    .innerJoin('person as p', 'p.id', 's.saved_by')
    .select(['s.saved_by as writerId', 'p.name as writtenBy', 's.saved_at as writtenAt'])
    .where('s.owner_id', '=', organisationId)
    .where('s.register_id', '=', held.id)
    .where('s.version', '=', held.version)
    .executeTakeFirstOrThrow();
