import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { kind } from './kind.ts';

const Settings = z.object({ format: z.enum(['qti-1.2', 'moodle']), source: z.string() });

/** Questions of another system, kept as they came: nothing of a package is lost while they cannot be asked here. */
export const questionsKind = kind<z.output<typeof Settings>, null>({
  id: 'questions',
  isOffered: false,
  icon: 'question',
  title: () => t('Questions of another system'),
  plain: () => t('Kept as they came; they cannot be asked here yet.'),
  settings: Settings,
  input: {},
  read: (_sent, _visit, stored) => {
    if (stored === undefined) throw new Refused(t('Questions only come with what is brought in.'));
    return stored;
  },
  fields: () => html`<p>${t('These questions are kept as they came.')}</p>`,
  values: () => ({}),
  load: async () => null,
  draw: () =>
    html`<p class="empty">
      ${t('These questions came with the course. They are kept, and cannot be asked here yet.')}
    </p>`,
});
