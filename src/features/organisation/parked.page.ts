import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { administrators, withoutMailServer } from '#features/people/index.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { type ParkedMessage, selectParked } from './parked.queries.ts';
import { whatItWas, whyNot } from './parked-words.ts';

/** What was to be done after a change or at a time, and was given up after many attempts. */
export const parkedPage = page('/school/messages', {
  purpose: 'administration',
  access: roles(...administrators),
  load: (visit) => selectParked(visit.db, visit.organisationId),
  view: (messages, { services: { mailer } }) => {
    const total = messages[0]?.total ?? 0;
    return {
      title: t('Messages that did not get through'),
      audience: theseRoles(
        administrators,
        t(
          'Those who look after people, imports and settings. They see that a letter waits, not what is in it.',
        ),
      ),
      trail: [{ label: t('School'), href: '/school' }],
      body: html`<p>
          ${t('Letters, and what Staffroom does by itself, are tried eight times over a day and a half. What failed each time waits here until somebody decides.')}
        </p>
        ${withoutMailServer(mailer)}
        ${countedList({
          says: tn(total, '{n} message', '{n} messages'),
          items: messages.map(entry),
          empty: empty({
            says: mailer.hasServer
              ? t('None. Everything got through.')
              : t('None. Nothing that Staffroom does by itself failed.'),
          }),
        })}
        ${total > messages.length && html`<p>${t('The oldest {n} are shown.', { n: messages.length })}</p>`}
        ${total > 1 && form({ action: '/school/messages/try-again', button: t('Try them all again'), quiet: true })}`,
    };
  },
});

const entry = (message: ParkedMessage): Html => {
  const what = message.to
    ? t('{what} to {name}', { what: whatItWas(message), name: message.to })
    : whatItWas(message);
  const at = `/school/messages/${message.id}`;
  const button = (does: string, label: string): Html =>
    form({
      action: `${at}/${does}`,
      button: label,
      describe: `${label}: ${what}`,
      quiet: true,
      prefix: `${does}-${message.id}`,
    });
  return html`${what}<br />
    <span class="meta">${t('Since {when}', { when: formatMoment(message.since) })}. ${whyNot(message)}</span>
    <div class="actions">${button('try-again', t('Try again'))} ${button('leave', t('Leave it'))}</div>`;
};
