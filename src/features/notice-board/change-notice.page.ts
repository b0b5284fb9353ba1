import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { noticeHref } from './addresses.ts';
import type { Audience } from './audience.ts';
import { noticeAudience } from './audience-words.ts';
import { selectChoices } from './choices.queries.ts';
import { noticeTrail } from './new-notice.page.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { noticeForm } from './notice-form.view.ts';
import { openOwnNotice } from './open-notice.ts';
import type { PostedNotice } from './posted-notice.ts';

/** Puts a notice right, prolongs it, or says it to others as well: for its author and the head. */
export const changeNoticePage = page('/notices/:notice/change', {
  purpose: 'administration',
  access: postedNoticePolicy,
  async load(visit) {
    const opened = await openOwnNotice(visit);
    const choices = await selectChoices(visit.db, visit.who, visit.today);
    return { ...opened, choices, draft: await visit.draft(draftOf(opened.notice.id)) };
  },
  view({ notice, audience, unitNames, choices, draft }, visit) {
    const action = noticeHref(notice.id, 'change');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change “{title}”', { title: notice.title }),
      audience: noticeAudience(audience, unitNames),
      trail: [...noticeTrail(), { label: notice.title, href: noticeHref(notice.id) }],
      body: noticeForm({
        action,
        button: t('Save the change'),
        values: { ...fieldsOf(notice, audience, choices), ...draft, ...values },
        errors,
        draft: draftOf(notice.id),
        hidden: { version: notice.version },
        cancel: noticeHref(notice.id),
        choices,
        today: visit.today,
        more: (f) =>
          f.checkbox({
            name: 'again',
            label: t('Those who have read it are asked to read it again'),
            hint: t('For a change that matters. It counts only where they were asked to say so.'),
          }),
      }),
    };
  },
});

const draftOf = (id: string): string => `posted-notice:${id}`;

/** The stored notice as its form shows it. Teams and classes both name units. */
function fieldsOf(
  notice: PostedNotice,
  audience: Audience,
  { units }: { units: readonly { id: string; kind: string }[] },
) {
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  const isTeam = (unitId: string) => ['department', 'team'].includes(kinds.get(unitId) ?? '');
  const ofClasses = audience.units.filter(({ unitId }) => !isTeam(unitId));
  return {
    title: notice.title,
    text: notice.text,
    sort: notice.sort,
    from_on: notice.fromOn,
    until_on: notice.untilOn,
    must_read: notice.mustRead ? 'yes' : '',
    to: audience.wholes,
    roles: audience.roles,
    teams: audience.units.filter(({ unitId }) => isTeam(unitId)).map(({ unitId }) => unitId),
    classes: [...new Set(ofClasses.map(({ unitId }) => unitId))],
    years: [...new Set(audience.years.map(({ label }) => label))],
    people: [...new Set([...ofClasses, ...audience.years].map(({ people }) => people))],
  };
}
