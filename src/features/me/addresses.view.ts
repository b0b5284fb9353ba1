import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import type { EmailRow } from './me.queries.ts';

/** An address that a letter was sent to and that nobody has confirmed yet. */
export interface WaitingAddress {
  address: string;
  until: Date;
}

/** The addresses of a person, what waits to be confirmed, and the form for another. */
export function addressesSection(
  emails: readonly EmailRow[],
  waiting: readonly WaitingAddress[],
  visit: Visit,
): Html {
  const personal = emails.some((each) => each.kind === 'personal');
  const asked = waiting.filter(({ address }) => !emails.some((each) => each.address === address));
  return html`<section id="addresses">
    <h2>${t('E-mail addresses')}</h2>
    ${
      !personal &&
      visit.who.standing.kind !== 'pupil' &&
      notice(
        'info',
        t(
          'Add a personal address as well. When you leave the school its own address stops, and what you wrote about your learning stays yours only if you can still reach it.',
        ),
      )
    }
    ${removalRefused(visit)}
    <ul>
      ${emails.map((each) => html`<li>${addressEntry(each, emails.length)}</li>`)}
      ${asked.map(
        ({ address, until }) =>
          html`<li>
            <bdi>${address}</bdi>,
            ${t('not yours yet: open the link in the letter by {day}', { day: formatDate(until) })}
          </li>`,
      )}
    </ul>
    ${form({ ...visit.formAt('/me/addresses'), button: t('Add this address') }, (f) =>
      f.email({
        name: 'address',
        label: t('Another address of yours'),
        hint: t('We send a letter with a link to it.'),
        autocomplete: 'email',
        required: true,
      }),
    )}
  </section>`;
}

const addressEntry = ({ address, kind, confirmedAt }: EmailRow, all: number): Html =>
  html`<bdi>${address}</bdi>,
    ${kind === 'work' ? t('the school’s') : t('personal')}${
      !confirmedAt &&
      html`, ${t('not confirmed yet')}
      ${form({
        action: '/me/addresses',
        button: t('Send me the link'),
        quiet: true,
        describe: t('Send the link to {address}', { address }),
        hidden: { address },
        prefix: `confirm-${address}`,
      })}`
    }
    ${
      all > 1 &&
      kind === 'personal' &&
      form({
        action: '/me/addresses/remove',
        button: t('Remove'),
        quiet: true,
        describe: t('Remove {address}', { address }),
        hidden: { address },
        prefix: `remove-${address}`,
      })
    }`;

/** Each address has a small form for removing it, so why one could not be removed stands above them all. */
function removalRefused(visit: Visit): Html | false {
  const { errors } = visit.formAt('/me/addresses/remove');
  return errors !== undefined && notice('caution', Object.values(errors).join(' '));
}
