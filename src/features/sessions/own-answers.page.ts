import { sql } from 'kysely';
import { onlyYou } from '#platform/access/audience-words.ts';
import type { ItemRow } from '#platform/access/select-item.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import {
  openProgramme,
  type Programme,
  programmeTrail,
  type Step,
  stepHref,
  templateOf,
} from '#features/programmes/index.ts';
import { minutesColumn, minutesOf, stepNumber } from './minutes-item.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { partsNoMore, writingAt } from './step-in-protocol.ts';

interface Earlier {
  section: string;
  text: string;
  writtenAt: string;
}

/** What one wrote at a step oneself, with one's name, before one changed it. Others read what stands now alone. */
export const ownAnswersPage = page('/programmes/:programme/steps/:number/answers', {
  purpose: 'learning',
  access: minutesPolicy,
  async load(visit) {
    const { programme } = await openProgramme(visit);
    const { step, earlier } = await selectEarlier(visit, programme);
    const parts = writingAt(await templateOf(visit.db, programme), step)?.parts ?? [];
    return { programme, step, earlier, parts: [...parts, ...partsNoMore(parts, earlier)] };
  },
  view({ programme, step, earlier, parts }) {
    return {
      title: t('What I wrote before: {step}', { step: step.title }),
      audience: onlyYou(
        t('Others read what you wrote last. What stood there before is shown to nobody else.'),
      ),
      trail: [
        ...programmeTrail(programme),
        { label: step.title, href: `${stepHref(programme, step)}#writing` },
      ],
      body: countedList({
        says: tn(earlier.length, 'One earlier text', '{n} earlier texts, the newest first'),
        items: earlier.map(
          ({ section, text, writtenAt }) =>
            html`<h2>${parts.find(({ id }) => id === section)?.title}</h2>
              <p class="meta">${formatMoment(new Date(writtenAt))}</p>
              <p class="as-written">${text || t('(empty)')}</p>`,
        ),
        empty: t('You have changed nothing of what you wrote here.'),
      }),
    };
  },
});

/** One statement. Throws `NotFound` when there is no such step, `NotAllowed` for those who may not read what is written there. */
async function selectEarlier(
  visit: Visit,
  programme: Programme,
): Promise<{ step: Step; earlier: Earlier[] }> {
  const { rows } = await sql<Step & { item: ItemRow | null; earlier: Earlier[] }>`
    select s.*, ${minutesColumn(visit)} as item,
      coalesce((select json_agg(json_build_object('section', c.section, 'text', v.body ->> 'text',
          'writtenAt', v.written_at) order by v.written_at desc, c.id)
        from contribution c join text_version v on v.owner_id = c.owner_id and v.item_id = c.id
        where c.owner_id = s.owner_id and c.step_id = s.id and c.author_id = ${visit.who.personId}),
        '[]'::json) as earlier
    from programme_step s
    where s.owner_id = ${programme.owner_id} and s.programme_id = ${programme.id}
      and s.number = ${stepNumber(visit)} and s.ended_at is null`.execute(visit.db);
  const [row] = rows;
  if (!row) throw new NotFound('There is no step at this address.');
  const { item, earlier, ...step } = row;
  visit.who.must('read', minutesPolicy, minutesOf(visit, programme, item));
  return { step, earlier };
}
