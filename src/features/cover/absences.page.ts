import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { label } from '#ui/label.ts';
import { personName } from '#ui/person-name.ts';
import { keepersAudience, keepsCover, readsAbsence } from './cover.access.ts';
import {
  absenceHref,
  absencesPath,
  type AbsenceKind,
  type Away,
  awayPath,
  coverPath,
  daysInWords,
  kindInWords,
} from './cover.ts';

/** So many stand on one page. */
const perPage = 40;

interface Line extends Away {
  id: string;
  personId: string;
  name: string;
  kind: AbsenceKind;
  words: string;
}

const ask = composed((who, { skipped }: Given<{ skipped: number }>) => ({
  absences: list<Line>(sql`select a.id, a.person_id as "personId", p.name, a.from_on as "fromOn",
      a.until_on as "untilOn", to_char(a.from_time, 'HH24:MI') as "fromTime",
      to_char(a.until_time, 'HH24:MI') as "untilTime", a.kind, a.words
    from staff_absence a join person p on p.id = a.person_id
    where a.owner_id = ${who.organisationId} and a.ended_at is null and ${readsAbsence(who, 'a')}
    order by a.from_on desc, p.sort_name, a.id limit ${perPage + 1} offset ${skipped}`),
}));

/** Absences that are planned, go on or are over, the latest first: all for those who keep cover, otherwise one's own. */
export const absencesPage = page(absencesPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const skipped = (visit.pageNumber - 1) * perPage;
    const { absences } = await ask(visit.db, visit.who, { skipped });
    return { absences, pageNumber: visit.pageNumber, keeps: keepsCover(visit.who), today: visit.today };
  },
  view: ({ absences, pageNumber, keeps, today }) => ({
    title: keeps ? t('All absences') : t('My absences'),
    audience: keeps
      ? keepersAudience(
          t(
            'They read why somebody is away, to arrange cover. Colleagues see that somebody is away, and each their own.',
          ),
        )
      : onlyYou(
          t(
            'These are your own. Those who keep cover see them as well; colleagues see that you are away and not why.',
          ),
        ),
    trail: [{ label: t('Cover'), href: coverPath }],
    action: { label: keeps ? t('Write an absence down') : t('I cannot be in'), href: awayPath },
    body: html`${countedList({
      says: tn(Math.min(absences.length, perPage), '{n} absence on this page', '{n} absences on this page'),
      dense: true,
      items: absences
        .slice(0, perPage)
        .map((each) => [
          html`<a href="${absenceHref(each.id)}">${daysInWords(each)}</a> `,
          each.fromOn > today ? label(t('planned')) : each.untilOn >= today && label(t('away now')),
          html`<br />`,
          keeps && personName({ name: each.name }),
          html` <span class="meta"
            >${[kindInWords[each.kind](), each.words].filter(Boolean).join('; ')}</span
          >`,
        ]),
      empty: keeps ? t('Nobody has been away yet.') : t('You have not been away.'),
    })}
    ${pager({ page: pageNumber, pages: 0, more: absences.length > perPage, path: absencesPath })}`,
  }),
});
