import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceList, type Protocol, sourceLine } from '#features/evidence/index.ts';

/** What a template is, for whom, what stands behind it and against it, and what we chose ourselves. */
export const templateAccount = (template: Protocol): Html => html`
  <p>${template.plain}</p>
  <p class="meta">
    ${tn(template.weeks, '{n} teaching week as laid out', '{n} teaching weeks as laid out')}.
    ${t('Who works together: {of}, {min} to {max}.', {
      of: template.groupSize.of,
      min: template.groupSize.min,
      max: template.groupSize.max,
    })}
  </p>
  ${details(
    t('The evidence for and against it'),
    html`${evidenceList(template.evidence)}
      <p>${t('From the source: {words}', { words: template.fidelity.fromSource })}</p>
      <p>${t('Chosen by us: {words}', { words: template.fidelity.ours })}</p>
      ${sourceLine(template.source)}`,
  )}
`;
