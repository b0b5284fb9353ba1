import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Answers } from './answers.ts';
import { type FormPart, shownParts } from './form-parts.ts';

/** One version of an agreement's text. `mine`: this person wrote it. */
interface Text {
  version: number;
  mine: boolean;
  /** ISO 8601. */
  at: string;
  answers: Answers;
}

interface Row {
  title: string;
  form: FormPart[];
  /** The last version this person signed; 0 when none. */
  signed: number;
  /** All versions, the first first. */
  texts: Text[];
  /** Where this person proposed it: what they had in mind. */
  proposal: string | null;
  askedAt: Date;
  reviews: { keep: string; change: string; at: string }[];
}

type Entry = TakeAwaySection['entries'][number];

/**
 * Of the agreements somebody is or was a partner in: the text they signed last, and beside it their own words, in
 * what they proposed, wrote since and reviewed. What partners wrote and they did not sign stays.
 * Pupils named in them stay with the school.
 */
export async function takeAwayAgreements(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select p.title, f.parts as form, q.asked_at as "askedAt",
      case when i.author_id = ${personId} then a.proposal end as proposal,
      coalesce((select max(g.version) from agreement_signature g
        where g.owner_id = q.owner_id and g.agreement_id = q.agreement_id and g.person_id = q.person_id), 0) as signed,
      (select json_agg(each order by each.version) from (
        select v.version, v.written_by = ${personId} as mine, v.written_at as at, v.body as answers
        from text_version v where v.owner_id = q.owner_id and v.item_id = q.agreement_id and v.version < a.version
        union all select a.version, a.written_by = ${personId}, a.written_at, a.answers) each) as texts,
      coalesce((select json_agg(json_build_object('keep', r.keep, 'change', r.change, 'at', r.written_at) order by r.round)
        from agreement_review r
        where r.owner_id = q.owner_id and r.agreement_id = q.agreement_id and r.written_by = ${personId}), '[]'::json)
        as reviews
    from agreement_party q
    join agreement a on a.owner_id = q.owner_id and a.id = q.agreement_id
    join item i on i.owner_id = a.owner_id and i.id = a.id
    join agreement_form f on f.owner_id = a.owner_id and f.version = a.form_version
    join programme p on p.owner_id = a.owner_id and p.id = a.programme_id
    where q.owner_id = any(${organisationIds}::uuid[]) and q.person_id = ${personId}
      and (q.answer = 'accepted' or q.left_at is not null)
    order by a.created_at`.execute(db);
  const entries = rows.flatMap((row) => [...signedText(row), ...ownWords(row)]);
  if (entries.length === 0) return [];
  return [
    {
      title: t('My learning agreements, as I signed them, and my own words'),
      entries,
      stays: t(
        'What your partners wrote and you did not sign stays theirs. The focus of an agreement stays too, because it names pupils.',
      ),
    },
  ];
}

function signedText({ title, form, signed, texts }: Row): Entry[] {
  const text = texts.find(({ version }) => version === signed);
  if (!text || signed === 0) return [];
  const fields = wordsIn(form, text.answers).map(({ heading, words }) => ({ label: heading, text: words }));
  return [{ title: t('{programme}, as I signed it', { programme: title }), at: new Date(text.at), fields }];
}

/** What they proposed, the parts they wrote themselves after the text they signed, and their reviews. */
function ownWords(row: Row): Entry[] {
  const { title, proposal, askedAt, reviews } = row;
  const written = writtenSince(row);
  const fields = [
    ...(proposal ? [{ label: t('What I had in mind at first'), text: proposal }] : []),
    ...written.fields,
    ...reviews.flatMap(({ keep, change }) => [
      { label: t('What has helped, and should stay?'), text: keep },
      { label: t('What would you change?'), text: change },
    ]),
  ].filter(({ text }) => text);
  if (fields.length === 0) return [];
  const at = [askedAt.toISOString(), written.at, ...reviews.map((review) => review.at)];
  const latest = Math.max(...at.filter(Boolean).map((each) => Date.parse(each)));
  return [{ title: t('{programme}: my own words', { programme: title }), at: new Date(latest), fields }];
}

/** The parts as this person wrote them last, where they changed the words of the version before. */
function writtenSince({ form, signed, texts }: Row): { at: string; fields: Entry['fields'] } {
  const own = new Map<string, { label: string; text: string }>();
  let before: Answers = {};
  let at = '';
  for (const text of texts) {
    if (text.mine && text.version > signed)
      for (const { id, heading, words } of wordsIn(form, text.answers))
        if (words !== before[id]?.words) {
          own.set(id, { label: heading, text: words });
          at = text.at;
        }
    before = text.answers;
  }
  return { at, fields: [...own.values()] };
}

/** The parts that hold words, but for the focus. */
const wordsIn = (form: FormPart[], answers: Answers): { id: string; heading: string; words: string }[] =>
  shownParts(form)
    .filter(({ id, kind }) => kind !== 'focus' && answers[id]?.words)
    .map(({ id, heading }) => ({ id, heading, words: answers[id]!.words }));
