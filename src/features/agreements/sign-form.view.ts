import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { type Agreement, agreementHref, isOutdated, stateOf, unsignedBy } from './agreement.ts';
import { missingParts } from './answers.ts';
import { shownParts } from './form-parts.ts';

/** Where a partner signs the version they have read, when it can be signed. */
export function signForm(agreement: Agreement, visit: Visit): Value {
  const state = stateOf(agreement);
  const unsigned = unsignedBy(agreement);
  const mine = unsigned.some(({ personId }) => personId === visit.who.personId);
  const stands =
    (state === 'writing' || state === 'signing') &&
    agreement.version > 0 &&
    !isOutdated(agreement) &&
    (mine || unsigned.length === 0);
  if (!stands || missingParts(shownParts(agreement.form), agreement.answers).length > 0) return null;
  const action = agreementHref(agreement, 'sign');
  return html`<section id="sign">
    <h2>${t('Sign')}</h2>
    <p>
      ${
        agreement.inForceVersion === null
          ? t(
              'Signing says that you have read this version and want to work by it. It can be changed at any time.',
            )
          : t(
              'Signing says that you have read this version and want to work by it. Until everybody has, version {n} holds.',
              { n: agreement.inForceVersion },
            )
      }
    </p>
    ${form({
      ...visit.formAt(action),
      action,
      button: mine
        ? t('Sign version {n}', { n: agreement.version })
        : t('Let version {n} begin', { n: agreement.version }),
      hidden: { version: agreement.version },
    })}
  </section>`;
}
