import { t } from '#platform/i18n/i18n.ts';
import { consentLabel } from '#features/consents/index.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Recording } from '../../recording.ts';
import { exemplarFields } from '../exemplar-fields.ts';
import type { SeenPupil } from './offering.queries.ts';

interface Offering {
  recording: Recording;
  pupils: readonly SeenPupil[];
  /** A stretch can be cut out: there is a program for it here, and the length is known. */
  canCut: boolean;
}

/** What is offered, what is said of it, and who may be recognised in it. */
export const offerFields = (f: Fields, { recording, pupils, canCut }: Offering): Html => html`
  ${
    canCut
      ? f.group(
          t('Which part of it'),
          html`${f.text({ name: 'from', label: t('It begins at'), hint: t('Minutes and seconds, such as 1:30.'), width: 'short' })}
          ${f.text({ name: 'to', label: t('It ends at'), width: 'short' })}`,
          t(
            'A few minutes show one thing better than a lesson does. A stretch is cut out in the background, and you look at it before anybody else can.',
          ),
        )
      : html`<p class="meta">
          ${t('The whole is offered: this machine has no program that can cut a stretch out of it.')}
        </p>`
  }
  ${f.text({ name: 'title', label: t('What it is called'), required: true })}
  ${f.textarea({
    name: 'lesson',
    label: t('What goes on in it'),
    hint: t('All staff read this, so name no pupils.'),
    rows: 3,
  })}
  ${
    recording.captions !== null &&
    f.checkbox({
      name: 'transcript',
      label: t('With its transcript, as captions'),
      hint: t(
        'All staff read the names and the words in it, and some cannot follow without. Where pupils are named, rename them to initials first.',
      ),
    })
  }
  ${exemplarFields(f)} ${whoIsInIt(f, pupils)}
  ${
    recording.others !== '' &&
    f.checkbox({
      name: 'others_agree',
      label: t('Everybody else who may be recognised knows that all staff can watch it, and agrees'),
      hint: recording.others,
    })
  }
  ${f.date({
    name: 'keep_until',
    label: t('Kept until'),
    hint: t('Then the copy is erased. You are told before, and can keep it longer.'),
    required: true,
  })}
`;

function whoIsInIt(f: Fields, pupils: readonly SeenPupil[]): Html {
  if (pupils.length === 0)
    return html`<p class="meta">${t('No pupil is down as being recognisable in this recording.')}</p>`;
  return f.checkboxes({
    name: 'unseen',
    label: t('Who cannot be recognised in what you offer'),
    hint: t(
      'Beside each name stands what the family said about examples for all staff. Whoever has not agreed must not be recognisable: look again, then tick.',
    ),
    options: pupils.map(({ personId, name, answer }) => ({
      value: personId,
      label: name,
      hint: consentLabel(answer),
    })),
  });
}
