import { audienceNote } from '#platform/access/audience-words.ts';
import { selectTexts } from '#platform/audit/text-versions.ts';
import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { programmeTrail, stepHref } from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import { abilityFor } from './open-section.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { sectionsOf } from './step-in-protocol.ts';
import { openStepPage } from './step-page.queries.ts';

/** One part of what was written together, as it was each time somebody saved it: who, when, and taking one up again. */
export const sectionVersionsPage = page('/programmes/:programme/steps/:number/minutes/:section', {
  purpose: 'learning',
  access: minutesPolicy,
  async load(visit) {
    const { opened, protocol, data, minutes } = await openStepPage(visit);
    visit.who.must('read', minutesPolicy, minutes);
    const part = sectionsOf(protocol, data.step).find(({ id }) => id === visit.params.section);
    if (!part) throw new NotFound('There is nothing to read at this address.');
    const now = data.sections.find(({ section }) => section === part.id);
    const kept = now ? await selectTexts(visit.db, { ownerId: opened.programme.owner_id, id: now.id }) : [];
    const writes = !opened.programme.closed_at && visit.who.may(abilityFor(part.id), minutesPolicy, minutes);
    return { programme: opened.programme, step: data.step, part, now, kept, minutes, writes };
  },
  view({ programme, step, part, now, kept, minutes, writes }, visit) {
    const takeUp = (version: number, name: string): Html =>
      form({
        ...visit.formAt(belowStep(programme, step, `minutes/${part.id}/${version}/take-up`)),
        button: t('Take this one up again'),
        describe: t('Take this one up again: {name}, version {n}', { name, n: version }),
        quiet: true,
        hidden: { version: now?.version ?? 0 },
      });
    const standing = now && {
      version: now.version,
      writtenBy: now.writtenBy,
      writtenAt: new Date(now.writtenAt),
      text: now.text,
    };
    const earlier = kept.map(({ fields, ...each }) => ({ ...each, text: String(fields['text'] ?? '') }));
    const all = standing ? [standing, ...earlier] : [];
    return {
      title: t('Versions of “{part}”', { part: part.title }),
      audience: audienceNote(minutes, minutesPolicy, visit.who),
      trail: [
        ...programmeTrail(programme),
        { label: step.title, href: `${stepHref(programme, step)}#${part.id}` },
      ],
      body: countedList({
        says: tn(all.length, 'One version', '{n} versions, the newest first'),
        items: all.map(
          ({ version, writtenBy, writtenAt, text }) =>
            html`<p class="meta">
                ${personName({ name: writtenBy })},
                ${formatMoment(writtenAt)}${
                  version === now?.version && html`. <strong>${t('As it stands now')}</strong>`
                }
              </p>
              <p class="as-written">${text || t('(empty)')}</p>
              ${writes && version !== now?.version && takeUp(version, writtenBy)}`,
        ),
        empty: t('Nothing is written here yet.'),
      }),
    };
  },
});
