import { togetherAudience } from '../audience.ts';
import { page, see } from '#platform/http/route.ts';
import { formatDate, formatList, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { printButton, quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import type { Visit } from '#platform/http/context.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openTogether } from '../open-together.ts';
import { stateOf, type Together, togetherHref, togetherTrail } from '../together.ts';
import { readsUntil, signedBefore } from '../what-leavers-read.ts';
import { agreementState, missingIn, type Signature, unsignedBy } from './agreement-parts.ts';
import { agreementText } from './agreement-text.view.ts';
import { selectSignatures } from './agreement.queries.ts';

/** What the people of a pairing have agreed, to read, sign and print. */
export const agreementPage = page('/coaching/:coaching/agreement', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit);
    // Who left finds the text that stood while they were there among its versions.
    const until = readsUntil(opened.together, visit.who.personId);
    if (until && opened.together.writtenAt > until)
      return see(togetherHref(opened.together, 'agreement/history'));
    return {
      ...opened,
      signatures: signedBefore(until, await selectSignatures(visit.db, opened.together)),
      until,
    };
  },
  view({ item, together, signatures, may, until }, visit) {
    const mayWrite = may('write') && stateOf(together) === 'agreed';
    const state = agreementState(together);
    const href = togetherHref(together, 'agreement/write');
    return {
      title: t('What we agree'),
      audience: togetherAudience(item, together, visit.who),
      trail: togetherTrail(together, visit.who.personId),
      status: {
        where: until ? t('As it stood when you left.') : agreementInWords(together, signatures),
      },
      ...(mayWrite &&
        (state === 'none' || state === 'writing') && {
          action: { label: state === 'none' ? t('Write the agreement') : t('Write what is missing'), href },
        }),
      body: html`${
        together.textVersion === 0
          ? empty({ says: t('Nothing is written yet. One of you begins; then each of you reads and signs.') })
          : agreementText(together, together.answers, together.lookAgainOn, 2)
      }
      ${signedBy(together, signatures)} ${mayWrite && signForm(together, signatures, visit)}
      ${
        together.textVersion > 0 &&
        html`${quietActions([
          ...(mayWrite ? [{ label: t('Change the agreement'), href, icon: 'edit' as const }] : []),
          {
            label: t('Every version, and who signed it'),
            href: togetherHref(together, 'agreement/history'),
            icon: 'history' as const,
          },
        ])}
        ${printButton()}`
      }`,
    };
  },
});

/** How it stands with the agreement, in a line. */
export function agreementInWords(together: Together, signatures: readonly Signature[]): string {
  switch (agreementState(together)) {
    case 'none':
      return t('Nothing is written down yet.');
    case 'writing': {
      const missing = missingIn(together);
      return tn(
        missing.length,
        'One part has no words yet: {parts}.',
        '{n} parts have no words yet: {parts}.',
        { parts: missing.map(({ title }) => title).join(', ') },
      );
    }
    case 'signing': {
      const waiting = unsignedBy(together, signatures).map(({ name }) => name);
      const holds =
        together.inForceVersion !== null &&
        t('Until then version {n} holds.', { n: together.inForceVersion });
      return [
        waiting.length > 0
          ? t('Version {n} waits to be signed by {names}.', {
              n: together.textVersion,
              names: formatList(waiting),
            })
          : t('Version {n} is signed by those who are here now, and can begin.', { n: together.textVersion }),
        holds,
      ]
        .filter(Boolean)
        .join(' ');
    }
    case 'in-force':
      return t('In force since {day}, version {n}.', {
        day: formatDate(together.inForceAt!),
        n: together.textVersion,
      });
  }
}

function signedBy(together: Together, signatures: readonly Signature[]): Value {
  const now = signatures.filter(({ version }) => version === together.textVersion);
  return (
    now.length > 0 &&
    html`<p>
      ${t('Signed by {names}.', { names: formatList(now.map(({ name, at }) => `${name} (${formatMoment(at)})`)) })}
    </p>`
  );
}

function signForm(together: Together, signatures: readonly Signature[], visit: Visit): Html | null {
  if (agreementState(together) !== 'signing') return null;
  const waiting = unsignedBy(together, signatures);
  const mine = waiting.some(({ personId }) => personId === visit.who.personId);
  if (!mine && waiting.length > 0) return null;
  const action = togetherHref(together, 'agreement/sign');
  return html`<section id="sign">
    <h2>${t('Sign')}</h2>
    <p>
      ${t('Signing says that you have read this version and want to work by it. It can be changed at any time.')}
    </p>
    ${form({
      ...visit.formAt(action),
      action,
      button: mine
        ? t('Sign version {n}', { n: together.textVersion })
        : t('Let version {n} begin', { n: together.textVersion }),
      hidden: { version: together.textVersion },
    })}
  </section>`;
}
