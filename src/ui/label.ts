import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { icon, type IconName } from '#ui/icons.ts';

/** What a claim rests on. Usage and satisfaction are never called impact. */
export type EvidenceKind = 'self-report' | 'usage' | 'practice' | 'pupils';

const icons: Record<EvidenceKind, IconName> = {
  'self-report': 'question',
  usage: 'clock',
  practice: 'practice',
  pupils: 'pupils',
};

/** The label every claim carries: words and a shape, so colour is never needed to tell them apart. */
export function evidenceLabel(kind: EvidenceKind): Html {
  const words: Record<EvidenceKind, string> = {
    'self-report': t('Self-report'),
    usage: t('Usage'),
    practice: t('Practice evidence'),
    pupils: t('Pupil outcome'),
  };
  return html`<span class="chip ${kind}">${icon(icons[kind])}${words[kind]}</span>`;
}

/** A plain word that says what something is: "Draft", "Optional", "Specialist-led". */
export const label = (words: string, sign?: IconName): Html =>
  html`<span class="chip">${sign !== undefined && icon(sign)}${words}</span>`;
