import { NotFound } from '#platform/errors.ts';
import type { FormState } from '#platform/http/form-state.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { templateHref } from './addresses.ts';
import { editorHead, editorTabs } from './editor-frame.ts';
import { type ListPart, listParts } from './list-parts.ts';
import { openTemplate } from './open-template.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';

type State = (action: string) => { action: string } & Partial<FormState>;

/** The list that the address names. Throws `NotFound` when there is none. */
export function listNamed(name: string | undefined): { name: string; list: ListPart } {
  const list = name !== undefined && Object.hasOwn(listParts, name) ? listParts[name] : undefined;
  if (!list) throw new NotFound();
  return { name: name!, list };
}

/** One list of a protocol, each entry a form of its own: roles, questions, parts of the report, and the rest. */
export const listPartPage = page('/protocols/mine/:template/lists/:list', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  async load(visit) {
    const { template } = await openTemplate(visit);
    const { name, list } = listNamed(visit.params.list);
    const draftKey = `protocol-list:${template.id}:${name}`;
    const draft = await visit.draft(draftKey);
    const state: State = (action) => visit.formAt(action);
    return { template, name, list, draftKey, draft, state };
  },
  view: ({ template, name, list, draftKey, draft, state }) => {
    const here = templateHref(template, `lists/${name}`);
    const entries = list.entries(template.draft);
    const adding = state(here);
    return {
      ...editorHead(template, t('{list}: {title}', { list: list.title(), title: template.title })),
      body: html`${editorTabs(template, `lists/${name}`)}
        <p>${list.lead()}</p>
        <p class="count">${tn(entries.length, 'One there', '{n} there')}</p>
        ${entries.map((entry, at) =>
          entryView(
            list,
            { ...entry },
            {
              here: `${here}/${entry.id}`,
              version: template.version,
              state,
              up: at > 0,
              down: at < entries.length - 1,
            },
          ),
        )}
        <h2>${list.add()}</h2>
        ${form(
          {
            ...adding,
            values: adding.values ?? draft ?? undefined,
            button: list.add(),
            draft: draftKey,
          },
          (f) => fieldsOf(list, f),
        )}`,
    };
  },
});

interface Around {
  here: string;
  version: number;
  state: State;
  up: boolean;
  down: boolean;
}

/** An entry folded to one line; opened to be changed, moved or taken away, and when its form came back. */
function entryView(list: ListPart, entry: Record<string, unknown>, around: Around): Html {
  const { here, version, up, down } = around;
  const state = around.state(here);
  const name = String(entry.title ?? entry.words ?? '');
  const small = (action: string, button: string, hidden: Record<string, string> = {}) =>
    form({
      action: `${here}/${action}`,
      button,
      describe: t('{do}: {what}', { do: button, what: name }),
      hidden,
      prefix: `${action}-${hidden.to ?? ''}-${String(entry.id)}`,
      quiet: true,
    });
  return details(
    name,
    html`${form(
        {
          ...state,
          values: state.values ?? valuesOf(list, entry),
          button: t('Save'),
          describe: t('Save: {what}', { what: name }),
          hidden: { version },
        },
        (f) => fieldsOf(list, f),
      )}
      <div class="acts">
        ${up && small('move', t('Up'), { to: 'up' })}${down && small('move', t('Down'), { to: 'down' })}
        ${small('remove', t('Take it out'))}
      </div>`,
    state.errors !== undefined,
  );
}

const valuesOf = ({ fields }: ListPart, entry: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    fields.map(({ name, sort }) => [
      name,
      sort === 'lines' ? ((entry[name] as string[] | undefined) ?? []).join('\n') : (entry[name] ?? ''),
    ]),
  );

const fieldsOf = ({ fields }: ListPart, f: Fields): Value =>
  fields.map(({ name, label, hint, sort, options, optional }) => {
    const field = { name, label: label(), hint: hint?.(), required: !optional };
    switch (sort) {
      case 'line':
        return f.text({ ...field, maxlength: 200 });
      case 'number':
        return f.number({ ...field, min: 0, max: 500, step: 1 });
      case 'choice':
        return f.select({ ...field, options: options?.() ?? [] });
      default:
        return f.textarea({ ...field, rows: 2 });
    }
  });
