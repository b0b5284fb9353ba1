import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { shownFiles } from '#features/files/index.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openPlan } from '../scheme/open-plan.ts';

interface EarlierText {
  /** The heading's key, or null for a lesson. */
  key: string | null;
  lesson: string | null;
  text: string;
  by: string;
  at: Date;
}

/** How a plan's texts were before: every version that was kept, under its heading or lesson, the newest first. */
export const versionsPage = page(planHref(':plan', 'versions'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const { plan } = await openPlan(visit);
    return { plan, texts: await selectTexts(visit.db, visit.organisationId, plan.id) };
  },
  view: ({ plan, texts }, visit) => {
    const titles = new Map(plan.parts.map(({ key, title }) => [key, title]));
    const groups = Map.groupBy(texts, ({ key, lesson }) =>
      key === null ? lesson! : (titles.get(key) ?? key),
    );
    return {
      title: t('How “{title}” was before', { title: plan.title }),
      audience: planAudience(visit.who),
      trail: planTrail(plan),
      body:
        groups.size === 0
          ? empty({ says: t('Nothing was written over so far.') })
          : html`${[...groups].map(
              ([title, of]) =>
                html`<h2><bdi>${title}</bdi></h2>
                  <p class="count">${tn(of.length, '{n} version', '{n} versions')}</p>
                  ${of.map((each) => details(t('{name}, {when}', { name: each.by, when: formatMoment(each.at) }), each.text === '' ? t('Nothing stood there.') : drawText(parseText(each.text), shownFiles(plan.files))))}`,
            )}`,
    };
  },
});

async function selectTexts(db: Db, owner: string, planId: string): Promise<EarlierText[]> {
  const { rows } =
    await sql<EarlierText>`select o.key, o.lesson, v.body->>'text' as text, p.name as by, v.written_at as at
    from (select s.id, s.key, null as lesson from scheme_part s where s.owner_id = ${owner} and s.scheme_id = ${planId}
      union all select l.id, null, l.title from planned_lesson l where l.owner_id = ${owner} and l.scheme_id = ${planId}) o
    join text_version v on v.owner_id = ${owner} and v.item_id = o.id
    join person p on p.id = v.written_by
    order by v.written_at desc limit 300`.execute(db);
  return rows;
}
