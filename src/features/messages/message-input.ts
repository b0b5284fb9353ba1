import { prose, ticked } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { longest } from './talk.ts';

/** What every form that writes a message sends. */
export const messageInput = {
  text: prose('Write your message.', longest),
  urgent: ticked(),
};

/** The words, and for staff whether quiet hours are passed over. */
export const messageFields = (f: Fields, { staff, label }: { staff: boolean; label: string }): Html =>
  html`${f.textarea({ name: 'text', label, required: true, rows: 4, maxlength: longest })}
  ${
    staff &&
    f.checkbox({
      name: 'urgent',
      label: t('It cannot wait: send it in quiet hours too'),
      hint: t(
        'Otherwise what is written in the evening or at the weekend arrives when the school day begins.',
      ),
    })
  }`;
