import { onlyYou } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { evaluationHref, groupHref } from './addresses.ts';
import { groupPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { selectKey } from './key.queries.ts';
import { openGroup } from './open-group.ts';

/** Who is who behind the code names: the teacher's own list, which nobody else can open. */
export const keyPage = page('/programmes/:programme/evaluation/groups/:group/who-is-who', {
  purpose: 'evaluation',
  access: groupPolicy,
  async load(visit) {
    const opened = await openGroup(visit, 'keep');
    return { opened, key: await selectKey(visit.db, visit.who.personId, opened.group.id) };
  },
  view({ opened: { programme, group }, key }, visit: Visit) {
    const state = visit.formAt(groupHref(programme, group, 'who-is-who'));
    const stored = Object.fromEntries(group.pupils.map(({ id }) => [`name-${id}`, key?.names[id] ?? '']));
    return {
      title: t('Who is who: {group}', { group: group.name }),
      audience: onlyYou(
        t(
          'This list belongs to you. It is not part of the evaluation, and nobody else can open it, whatever their role. It holds pupils’ names, so it stays out of what you take away when you leave.',
        ),
      ),
      trail: [
        ...evaluationTrail(programme),
        { label: t('Pupils and figures'), href: evaluationHref(programme, 'groups') },
        { label: group.name, href: groupHref(programme, group) },
      ],
      body:
        group.pupils.length === 0
          ? empty({
              says: t('No pupil is in this group yet.'),
              todo: { label: t('Add pupils'), href: groupHref(programme, group) },
            })
          : html`<p>${t('You may keep this list on paper instead. Leave empty what you do not need.')}</p>
              ${form(
                {
                  ...state,
                  values: { ...stored, ...state.values },
                  button: t('Save my list'),
                  hidden: { version: key?.version ?? 0 },
                },
                (f) =>
                  group.pupils.map(({ id, code }) =>
                    f.text({ name: `name-${id}`, label: code, maxlength: 120 }),
                  ),
              )}`,
    };
  },
});
