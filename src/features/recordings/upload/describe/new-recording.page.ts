import { onlyYou } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectDescribing, whereValue } from './describe.queries.ts';
import { describeFields } from './describe.view.ts';

export const newRecordingPath = '/recordings/new';

/** Where one describes a recording for a group, pairing or programme that one is in, and for a step of it. */
export const newRecordingHref = (circleId: string, stepId?: string): string =>
  `${newRecordingPath}?circle=${circleId}${stepId ? `&step=${stepId}` : ''}`;

const recordingDraft = 'recording:new';

/** What a recording is of and who is in it, before it is filmed or sent. `?circle=&step=&unit=` fill it in. */
export const newRecordingPage = page(newRecordingPath, {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const draft = await visit.draft(recordingDraft);
    const { circle, step, unit } = visit.query;
    const asked = {
      ...(unit && { unit }),
      ...(circle && { where: whereValue({ circleId: circle, stepId: step ?? null }) }),
    };
    const values = { ...asked, ...draft, ...visit.formAt(newRecordingPath).values };
    const unitId = typeof values['unit'] === 'string' && isId(values['unit']) ? values['unit'] : undefined;
    return {
      values,
      unitId,
      asked: await selectDescribing(visit.db, visit.who, { unitId, today: visit.today }),
    };
  },
  view({ values, unitId, asked }, visit) {
    const { errors } = visit.formAt(newRecordingPath);
    return {
      title: t('Record a lesson'),
      audience: onlyYou(
        t(
          'A recording of your lesson is yours to show. No role opens it, and line managers are kept out, unless the law requires it of two people together.',
        ),
      ),
      trail: [{ label: t('Recordings'), href: '/recordings' }],
      body: html`<p>
          ${t('Say first what it is and who is in it. Then you film, or choose what you have, and nothing leaves your device before you send it.')}
        </p>
        ${form(
          {
            action: newRecordingPath,
            button: t('Go on to the film'),
            values,
            errors,
            draft: recordingDraft,
            cancel: '/recordings',
          },
          (f) => describeFields(f, asked, { unitId, today: visit.today }),
        )}`,
    };
  },
});
