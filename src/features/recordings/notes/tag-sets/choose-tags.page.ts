import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { clipForms } from '#features/evidence/index.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { openRecording } from '../../open-recording.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { recordingHref } from '../../recording.ts';
import { recordingTrail } from '../../recording-trail.ts';
import { allSets } from '../tags.ts';
import { selectOwnSets, tagSetsHref } from './tag-set.queries.ts';

/** The author chooses which tags are offered for notes on a recording, and under which headings a clip is written about. */
export const chooseTagsPage = page('/recordings/:recording/tags', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const opened = await openRecording(visit, 'decide');
    return { ...opened, ownSets: await selectOwnSets(visit.db, visit.organisationId) };
  },
  view({ recording, ownSets }, visit) {
    const action = recordingHref(recording, 'tags');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Tags and headings for notes'),
      audience: onlyYou(
        t('Only you choose them. Whoever notes on this recording is offered what you choose.'),
      ),
      trail: recordingTrail(recording),
      body: html`${form(
        {
          action,
          button: t('Save what is offered'),
          values: { sets: recording.tagSets, clip_form: recording.clipForm ?? '', ...values },
          errors,
          hidden: { version: recording.version },
          cancel: recordingHref(recording),
        },
        (f) =>
          html`${f.checkboxes({
            name: 'sets',
            label: t('Sets of tags'),
            hint: t(
              'One or two are enough: more than a dozen tags are hard to hold in mind while a film runs. Notes keep the tags they have.',
            ),
            options: allSets(ownSets).map(({ id, title, plain, tags }) => ({
              value: id,
              label: title,
              hint: `${plain} ${formatList(tags.map((tag) => tag.title))}.`,
            })),
          })}
          ${f.radios({
            name: 'clip_form',
            label: t('Headings for writing about a clip'),
            unmarked: true,
            options: [
              { value: '', label: t('None') },
              ...clipForms().map(({ id, title, plain }) => ({ value: id, label: title, hint: plain })),
            ],
          })}`,
      )}
      ${quietActions([{ label: t('Sets of tags that the school made'), href: tagSetsHref() }])}`,
    };
  },
});
