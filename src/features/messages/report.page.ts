import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { messageHref, talkHref } from './addresses.ts';
import { talkPolicy } from './messages.policy.ts';
import { messagesTrail } from './new.page.ts';
import { openMessage } from './open-message.ts';
import { titleOf } from './thread.page.ts';

/** Says to the adults who look after it that something is wrong with a message. Everybody can. */
export const reportPage = page('/messages/:talk/:message/report', {
  purpose: 'administration',
  access: talkPolicy,
  load: openMessage,
  view: (opened, visit) => {
    const { talk, message } = opened;
    const action = messageHref(talk.id, message.id, 'report');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Report a message'),
      audience: {
        icon: 'private',
        words: t('You, and the adults who look at reports'),
        why: t('Whoever wrote the message is not told that you reported it, and cannot open your report.'),
      },
      trail: [...messagesTrail(), { label: titleOf(opened, visit), href: talkHref(talk.id) }],
      body: html`<p><bdi>${message.author}</bdi>:</p>
        <blockquote class="as-written" dir="auto">
          ${message.text === '' ? t('Taken back by its author.') : message.text}
        </blockquote>
        ${form(
          { action, button: t('Report it'), values: { ...values }, errors, cancel: talkHref(talk.id) },
          (f) => html`
            ${f.textarea({ name: 'text', label: t('What is wrong'), hint: t('A few words are enough.'), required: true, rows: 3, maxlength: 2000 })}
            ${f.checkbox({
              name: 'unsafe',
              label: t('Somebody is not safe'),
              hint: t(
                'The adult who keeps children safe here hears of it at once. If you need help now, go to an adult near you.',
              ),
            })}
          `,
        )}
        <p>
          ${t('If nobody looks soon, the adult who keeps children safe here is asked, and then the head.')}
        </p>`,
    };
  },
});
