import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';

interface ProgressOptions {
  label: string;
  done: number;
  of: number;
}

/** How far along, in words and as a bar. It counts things done, and is never a score. */
export const progress = ({ label, done, of }: ProgressOptions): Html =>
  html`<div class="progress">
    <span class="says">${label}: ${t('{done} of {of}', { done, of })}</span
    ><progress value="${done}" max="${Math.max(of, 1)}" aria-label="${label}"></progress>
  </div>`;
