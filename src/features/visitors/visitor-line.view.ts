import { formatTime, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { personName } from '#ui/person-name.ts';
import type { ListedVisitor } from './visitors.queries.ts';
import { checkInWords, visitorHref } from './visitors.ts';

export const nameOrForgotten = (name: string): Html =>
  name === '' ? html`${t('Name no longer kept')}` : personName({ name });

/** Somebody in a line: who, from where, to whom; at the desk also what was checked, and one press. */
export const visitorLine = (visitor: ListedVisitor, isDesk: boolean): Html => {
  const { id, from, name, organisation, purpose, place, host, check, asks } = visitor;
  return html`<div class="visitor">
    <p>
      <a href="${visitorHref(id)}">${nameOrForgotten(name)}</a
      >${organisation !== '' && html` <bdi class="meta">${organisation}</bdi>`}
    </p>
    <p class="meta">
      ${[from, t('to {name}', { name: host }), purpose, place, stands(visitor), isDesk && check !== null && checkInWords(check, visitor.on)].filter(Boolean).join('; ')}
    </p>
    ${isDesk && asks && visitor.arrivedAt === null ? askFirst(name) : null} ${isDesk && desk(visitor)}
  </div>`;
};

const stands = ({ arrivedAt, leftAt }: ListedVisitor): string | false =>
  leftAt !== null && arrivedAt !== null
    ? t('here from {from} to {until}', { from: formatTime(arrivedAt), until: formatTime(leftAt) })
    : arrivedAt !== null && t('here since {time}', { time: formatTime(arrivedAt) });

/** Said as a question: a name can be that of somebody else. */
export const askFirst = (name: string): Html =>
  html`<p class="visitor-ask">
    ${icon('question')}
    ${t('Before {name} comes in, please speak with the head or the safeguarding lead. Their name is like one on a list; it may be somebody else.', { name })}
  </p>`;

/** The one thing to press at the desk. */
export function desk({ id, name, arrivedAt, leftAt, asks }: ListedVisitor): Value {
  if (leftAt !== null) return null;
  if (arrivedAt !== null)
    return html`<div class="visitor-desk">
      ${form({ action: visitorHref(id, 'leave'), button: t('Sign out'), describe: t('Sign out {name}', { name }), prefix: `leave-${id}`, quiet: true })}
      <a
        class="button secondary"
        href="${visitorHref(id, 'badge')}"
        aria-label="${t('Badge of {name}', { name })}"
        >${icon('print')}${t('Badge')}</a
      >
    </div>`;
  return form(
    {
      action: visitorHref(id, 'arrive'),
      button: t('Sign in'),
      describe: t('Sign in {name}', { name }),
      prefix: `arrive-${id}`,
      quiet: true,
    },
    (f) => asks && f.checkbox({ name: 'spoken', label: t('I have spoken with one of them'), unmarked: true }),
  );
}
