import { z } from 'zod';
import { onlyYou } from '#platform/access/audience-words.ts';
import { dropDraft, keepDraft } from '#platform/drafts/drafts.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import type { Shown } from '#platform/http/done.ts';
import { action, members, see, show } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { boardPath, noticeHref } from './addresses.ts';
import type { Audience } from './audience.ts';
import { type Choices, mustBeOpenTo, selectChoices } from './choices.queries.ts';
import { insertNotice } from './notice.queries.ts';
import { noticeForm } from './notice-form.view.ts';
import { type NoticeFields, noticeInput, readAudience, wrongNotice } from './notice-input.ts';
import { lookButton, newDraft, newNoticePage, noticeTrail } from './new-notice.page.ts';
import { unitNamesOf } from './posted-notice.ts';
import { totalOf, whoSees } from './preview.view.ts';
import { selectReached } from './reached.queries.ts';

/** Puts a notice up; or, where that is asked, shows first whom it would reach. */
export const putUp = action(boardPath, {
  purpose: 'administration',
  access: members('staff'),
  page: newNoticePage,
  unrecorded: 'looking at who would see it puts nothing up; putting it up records itself',
  input: z.object({ ...noticeInput, do: z.string().default('') }),
  alsoWrong: ({ today }, readable) => wrongNotice(readable, today),
  async run(change, { do: what, ...sent }) {
    const wrong = wrongNotice(sent, change.today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const audience = readAudience(sent);
    const choices = await selectChoices(change.tx, change.who, change.today);
    mustBeOpenTo(choices, audience);
    if (what === 'look') return lookAt(change, sent, audience, choices);
    const by = { ownerId: change.organisationId, authorId: change.who.personId };
    const id = await insertNotice(change.tx, by, sent, audience, change.now);
    // Looking keeps the draft, so the program does not let go of it by itself.
    change.afterCommit(() => dropDraft(change.services.db, change.who, newDraft));
    await change.record({ kind: 'posted-notice.put-up', itemId: id, body: {}, tell: true });
    return see(
      noticeHref(id),
      sent.from_on > change.today
        ? t('It is written, and will be put up on its first day.')
        : t('It is put up.'),
      noticeHref(id, 'end'),
    );
  },
});

async function lookAt(
  change: Change,
  sent: NoticeFields,
  audience: Audience,
  choices: Choices,
): Promise<Shown> {
  const { tx, organisationId, today, who, services, now } = change;
  change.afterCommit(() => keepDraft(services.db, who, newDraft, draftOf(sent), now));
  const reached = await selectReached(tx, organisationId, audience, { today, but: who.personId });
  return show(() => ({
    title: t('Put up a notice'),
    audience: onlyYou(t('Nobody else sees it until you put it up. Then it shows for whom it is.')),
    trail: noticeTrail(),
    body: html`${whoSees(audience, unitNamesOf(choices.units), reached)}
    ${noticeForm({
      action: boardPath,
      button: totalOf(reached.counts) === 0 ? t('Put it up all the same') : t('Put it up'),
      also: [lookButton()],
      values: draftOf(sent),
      draft: newDraft,
      choices,
      today,
    })}`,
  }));
}

/** What was typed, as its form would have kept it. */
const draftOf = ({ must_read: mustRead, ...rest }: NoticeFields) => ({
  ...rest,
  must_read: mustRead ? 'yes' : '',
});
