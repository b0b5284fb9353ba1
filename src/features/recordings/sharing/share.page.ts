import { grantInWords, onlyYou } from '#platform/access/audience-words.ts';
import type { Item, Who } from '#platform/access/who.ts';
import { page, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { openRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { recordingTrail } from '../recording-trail.ts';
import { type Choosable, selectChoosable } from './choosable.queries.ts';

const headings = {
  person: () => t('People'),
  coaching: () => t('Mentoring and coaching'),
  partnership: () => t('Partnerships'),
  programme: () => t('Programmes and groups'),
};

/** What is offered, and those who have it already though they could not be chosen now. */
function readerOptions(
  choosable: readonly Choosable[],
  item: Item,
  who: Who,
): { value: string; label: string; group: string }[] {
  const options = choosable.map(({ principal, name, sort }) => ({
    value: principal,
    label: sort === 'person' ? name : t('Everyone in {name}', { name }),
    group: headings[sort](),
  }));
  const known = new Set(choosable.map(({ principal }) => principal));
  const kept = item.audience
    .filter(({ principal }) => !known.has(principal))
    .map((grant) => ({
      value: grant.principal,
      label: grantInWords(grant, who),
      group: t('They see it now'),
    }));
  return [...kept, ...options];
}

/** To whom a recording is shown. Its author alone decides. */
export const sharePage = page('/recordings/:recording/share', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const opened = await openRecording(visit, 'decide');
    // An example is for all staff, or is taken away.
    if (opened.recording.isExemplar) return see(recordingHref(opened.recording));
    return { ...opened, choosable: await selectChoosable(visit, visit.query.find?.trim() ?? '') };
  },
  view({ item, recording, choosable }, visit) {
    const action = recordingHref(recording, 'share');
    const { values, errors } = visit.formAt(action);
    const options = readerOptions(choosable, item, visit.who);
    const sought = visit.query.find?.trim() ?? '';
    return {
      title: t('Who sees this recording'),
      audience: onlyYou(t('Only you decide who sees it. Nobody can decide it for you, whatever their role.')),
      trail: recordingTrail(recording),
      body: html`${
          recording.watchedAt === null &&
          notice(
            'info',
            t(
              'You watch first. Whoever you choose is told, and can open it once you have said that you have watched it.',
            ),
          )
        }
        <div class="find-somebody">
          ${form(
            { action, method: 'get', button: t('Look for somebody'), quiet: true, values: { find: sought } },
            (f) =>
              f.search({
                name: 'find',
                label: t('Somebody else on the staff'),
                unmarked: true,
                hint: t('A part of the name. Those you work with stand below already.'),
              }),
          )}
        </div>
        ${form(
          {
            action,
            button: t('Save who sees it'),
            values: {
              readers: item.audience.map(({ principal }) => principal),
              may: item.audience.some(({ ability }) => ability === 'read') ? 'read' : 'contribute',
              ...values,
            },
            errors,
            cancel: recordingHref(recording),
          },
          (f) =>
            html`${f.checkboxes({
              name: 'readers',
              label: t('Who sees it'),
              unmarked: true,
              hint: t('Untick somebody and it closes for them at once. Line managers are not in this list.'),
              options,
            })}
            ${f.radios({
              name: 'may',
              label: t('What they do with it'),
              required: true,
              options: [
                { value: 'contribute', label: t('Watch, and write notes that stand beside mine') },
                { value: 'read', label: t('Only watch') },
              ],
            })}`,
        )}`,
    };
  },
});
