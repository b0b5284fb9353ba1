import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { settle } from '#platform/notices/notices.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { programmeTrail } from '#features/programmes/index.ts';
import { questionHref, questionsHref } from './addresses.ts';
import { questionPolicy } from './question.policy.ts';
import { type Reply, selectThread, type Thread } from './questions.queries.ts';
import { answeredNotice } from './tell-of-questions.handler.ts';

/** One question with its answers and what was asked further. */
export const questionPage = page('/programmes/:programme/questions/:question', {
  purpose: 'learning',
  access: questionPolicy,
  async load(visit) {
    const thread = await selectThread(visit);
    const item = await visit.open(questionPolicy, thread.id);
    if (thread.waits)
      await settle(
        visit.db,
        {
          personIds: [visit.who.personId],
          fromOwner: item.ownerId,
          kind: answeredNotice,
          subjectKey: thread.id,
        },
        visit.now,
      );
    return {
      thread,
      item,
      mayReply: visit.who.may('reply', questionPolicy, item) && !thread.programme.closed_at,
    };
  },
  view({ thread, item, mayReply }, visit) {
    const { programme } = thread;
    const action = questionHref(programme, thread.id, 'replies');
    const state = visit.formAt(action);
    const me = visit.who.personId;
    return {
      title: thread.title,
      audience: audienceNote(item, questionPolicy, visit.who),
      trail: [...programmeTrail(programme), { label: t('Questions'), href: questionsHref(programme) }],
      status: {
        where: thread.waitingSince
          ? t('Waits for an answer since {when}', { when: formatMoment(thread.waitingSince) })
          : t('Answered'),
      },
      body: html`<p class="meta">${personName({ name: thread.asker })}, ${formatMoment(thread.askedAt)}</p>
        <p class="as-written">${thread.text}</p>
        <h2>${t('What was said')}</h2>
        ${countedList({
          says: tn(thread.replies.length, 'One reply', '{n} replies'),
          items: thread.replies.map((reply) => entry(thread, reply, me)),
          empty: t('Nobody has replied yet.'),
        })}
        ${
          mayReply &&
          form(
            {
              ...state,
              values: { ...thread.draft, ...state.values },
              button: me === thread.askerId ? t('Ask further') : t('Reply'),
              draft: `reply:${thread.id}`,
            },
            (f) => f.textarea({ name: 'text', label: t('Your words'), required: true, rows: 4 }),
          )
        }
        ${
          me === thread.askerId &&
          !programme.closed_at &&
          form({
            action: questionHref(programme, thread.id, 'withdraw'),
            button: t('Take the question away'),
            quiet: true,
          })
        }`,
    };
  },
});

const entry = (thread: Thread, reply: Reply, me: string): Html =>
  html`<p class="meta">
      ${personName({ name: reply.author, ...(reply.specialist && { role: t('specialist') }) })},
      ${formatMoment(new Date(reply.at))}
    </p>
    <p class="as-written">${reply.text}</p>
    ${
      reply.authorId === me &&
      !thread.programme.closed_at &&
      form({
        action: questionHref(thread.programme, thread.id, `replies/${reply.id}/take-back`),
        button: t('Take it back'),
        describe: t('Take it back: {words}', { words: reply.text.slice(0, 60) }),
        quiet: true,
      })
    }`;
