import { togetherAudience } from '../audience.ts';
import { page } from '#platform/http/route.ts';
import { formatList, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openTogether } from '../open-together.ts';
import { nameIn, type Together, togetherHref, togetherTrail } from '../together.ts';
import { readsUntil, signedBefore } from '../what-leavers-read.ts';
import type { Signature } from './agreement-parts.ts';
import { agreementText } from './agreement-text.view.ts';
import { type OldText, selectOldTexts, selectSignatures } from './agreement.queries.ts';

/** Every version of the agreement, who wrote it and who signed it. */
export const agreementHistoryPage = page('/coaching/:coaching/agreement/history', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit);
    const [older, signatures] = await Promise.all([
      selectOldTexts(visit.db, opened.together),
      selectSignatures(visit.db, opened.together),
    ]);
    const until = readsUntil(opened.together, visit.who.personId);
    return { ...opened, older, signatures: signedBefore(until, signatures), until };
  },
  view({ item, together, older, signatures, until }, visit) {
    const all = (together.textVersion === 0 ? [] : [presentText(together), ...older]).filter(
      ({ writtenAt }) => until === null || writtenAt <= until,
    );
    return {
      title: t('Every version, and who signed it'),
      audience: togetherAudience(item, together, visit.who),
      trail: [
        ...togetherTrail(together, visit.who.personId),
        { label: t('What we agree'), href: togetherHref(together, 'agreement') },
      ],
      body:
        all.length === 0
          ? empty({ says: t('Nothing is written yet. Each version appears here with who signed it.') })
          : html`<p>${tn(all.length, '{n} version', '{n} versions')}</p>
              ${all.map((each) => versionOf(together, each, signatures))}`,
    };
  },
});

const presentText = (together: Together): OldText => ({
  version: together.textVersion,
  answers: { ...together.answers, ...(together.lookAgainOn && { look_again_on: together.lookAgainOn }) },
  writtenBy: nameIn(together, together.writtenBy) ?? t('Somebody'),
  writtenAt: together.writtenAt,
});

function versionOf(together: Together, text: OldText, signatures: readonly Signature[]): Html {
  const { version, answers, writtenBy, writtenAt } = text;
  const signed = signatures.filter((signature) => signature.version === version);
  const who =
    signed.length === 0
      ? t('Nobody signed it.')
      : t('Signed by {names}.', {
          names: formatList(signed.map(({ name, at }) => `${name} (${formatMoment(at)})`)),
        });
  return html`<section id="version-${version}">
    <h2>${t('Version {n}', { n: version })}</h2>
    <p>${t('Written by {name}, {when}.', { name: writtenBy, when: formatMoment(writtenAt) })} ${who}</p>
    ${details(t('The text of version {n}', { n: version }), agreementText(together, answers, answers['look_again_on']), signed.length > 0)}
  </section>`;
}
