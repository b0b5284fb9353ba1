import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatList, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { type Agreement, agreementHref } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementText } from './agreement-text.view.ts';
import { agreementTitle, agreementTrail } from './agreement.view.ts';
import { openAgreement } from './open-agreement.ts';
import { type OldVersion, selectOldVersions } from './versions.ts';

/** Every version of the agreement, who wrote it and who signed it. */
export const historyPage = page('/agreements/:agreement/history', {
  purpose: 'learning',
  access: agreementPolicy,
  async load(visit) {
    const opened = await openAgreement(visit, 'write');
    const older = await selectOldVersions(visit.db, opened.agreement);
    return { ...opened, older };
  },
  view({ item, agreement, older }, visit) {
    const { version, answers, writtenBy, writtenAt } = agreement;
    const all: OldVersion[] =
      version === 0 ? [] : [{ version, answers, writtenBy: writtenBy.name, writtenAt }, ...older];
    return {
      title: t('History and signatures'),
      audience: audienceNote(item, agreementPolicy, visit.who),
      trail: [
        ...agreementTrail(agreement),
        { label: agreementTitle(agreement, visit.who.personId), href: agreementHref(agreement) },
      ],
      body:
        all.length === 0
          ? empty({ says: t('Nothing is written yet. Each version appears here with who signed it.') })
          : html`<p>${tn(all.length, '{n} version', '{n} versions')}</p>
              ${all.map((each) => versionOf(agreement, each))}`,
    };
  },
});

function versionOf(agreement: Agreement, { version, answers, writtenBy, writtenAt }: OldVersion): Html {
  const signed = agreement.signatures.filter((signature) => signature.version === version);
  const who =
    signed.length === 0
      ? t('Nobody signed it.')
      : t('Signed by {names}.', {
          names: formatList(signed.map(({ name, at }) => `${name} (${formatMoment(at)})`)),
        });
  return html`<section id="version-${version}">
    <h2>${t('Version {n}', { n: version })}</h2>
    <p>${t('Written by {name}, {when}.', { name: writtenBy, when: formatMoment(writtenAt) })} ${who}</p>
    ${details(t('The text of version {n}', { n: version }), agreementText(agreement, answers), signed.length > 0)}
  </section>`;
}
