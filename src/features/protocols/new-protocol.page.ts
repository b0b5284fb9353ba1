import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { learningLeaders } from '#features/people/index.ts';
import { mineTrail, writersNote } from './editor-frame.ts';
import { selectProtocolLines } from './protocol-of.ts';

const newProtocolDraft = 'protocol:new';

/** Where to start from: a copy of any protocol, or hardly anything. */
export const newProtocolPage = page('/protocols/mine/new', {
  purpose: 'learning',
  access: roles(...learningLeaders),
  async load(visit) {
    const [all, draft] = await Promise.all([
      selectProtocolLines(visit.db, visit.organisationId),
      visit.draft(newProtocolDraft),
    ]);
    return { all, draft, state: visit.formAt('/protocols/mine'), from: visit.query.from };
  },
  view: ({ all, draft, state, from }) => {
    const chosen = all.find(({ id }) => id === from);
    return {
      title: t('Write a protocol'),
      audience: writersNote(),
      trail: mineTrail(),
      body: html`<p>
          ${t('It is a draft until it is published. Nobody but those who lead learning sees it before.')}
        </p>
        ${form(
          {
            ...state,
            // A choice that stands in the address is newer than a draft.
            values: state.values ??
              (chosen ? undefined : draft) ?? {
                from: chosen?.id ?? '',
                title: chosen ? t('{title}, our way', { title: chosen.title }) : '',
              },
            button: t('Begin'),
            draft: newProtocolDraft,
            cancel: '/protocols/mine',
          },
          (f) => [
            f.text({ name: 'title', label: t('What will it be called?'), required: true, maxlength: 120 }),
            f.select({
              name: 'from',
              label: t('Start from'),
              required: true,
              hint: t('A copy keeps the steps, the sources and the evidence, and you change what you like.'),
              options: [
                { value: '', label: t('An empty protocol') },
                ...all.map(({ id, title, own }) => ({
                  value: id,
                  label: title,
                  group: own ? t('The school’s own') : t('From Staffroom'),
                })),
              ],
            }),
          ],
        )}`,
    };
  },
});
