import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { type Agreement, agreementHref, mayComeBack } from './agreement.ts';
import { agreementText } from './agreement-text.view.ts';
import type { OldVersion } from './versions.ts';

/** What somebody who left a partnership goes on reading: the versions they signed, newest first. */
export function leftAgreement(agreement: Agreement, older: readonly OldVersion[], me: string): Html {
  const signed = new Set(
    agreement.signatures.filter(({ personId }) => personId === me).map(({ version }) => version),
  );
  const { version, answers, writtenBy, writtenAt } = agreement;
  const all = [{ version, answers, writtenBy: writtenBy.name, writtenAt }, ...older].filter((each) =>
    signed.has(each.version),
  );
  return html`${
      mayComeBack(agreement, me) &&
      form({ action: agreementHref(agreement, 'come-back'), button: t('Come back'), quiet: true })
    }
    ${
      all.length > 0 &&
      html`<p>
        <a href="${agreementHref(agreement, 'collection')}">${t('Its copy in the school’s collection')}</a>
      </p>`
    }
    <p>
      ${
        all.length === 0
          ? t('You had signed nothing, so there is nothing here to read.')
          : tn(all.length, 'You signed one version.', 'You signed {n} versions.')
      }
    </p>
    ${all.map(
      (each) =>
        html`<h2>${t('Version {n}, of {day}', { n: each.version, day: formatDate(each.writtenAt) })}</h2>
          ${agreementText(agreement, each.answers)}`,
    )}`;
}

/** 'You left on 18 November 2026.' */
export function leftWords({ parties }: Agreement, me: string): string {
  const leftAt = parties.find(({ personId }) => personId === me)?.leftAt;
  return leftAt ? t('You left this partnership on {day}.', { day: formatDate(leftAt) }) : '';
}
