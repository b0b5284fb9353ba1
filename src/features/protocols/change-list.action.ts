import { z } from 'zod';
import { choice, version } from '#platform/http/input.ts';
import { action } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { templateHref } from './addresses.ts';
import { changeDraft } from './change-draft.ts';
import type { Draft } from './draft.ts';
import { readEntry } from './list-input.ts';
import { listNamed, listPartPage } from './list-part.page.ts';
import { type ListPart, newEntry, writtenEntry } from './list-parts.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';

const common = { purpose: 'learning', access: protocolTemplatePolicy } as const;

/** Adds an entry at the end of a list. */
export const addToList = action('/protocols/mine/:template/lists/:list', {
  ...common,
  page: listPartPage,
  input: z.looseObject({}),
  async run(change, sent) {
    const { name, list } = listNamed(change.params.list);
    const entry = readEntry(list, sent);
    const school = change.who.standing.organisation.name;
    const changed = await changeDraft(change, {
      kind: 'list-entry-added',
      apply: (draft) => list.set(draft, [...list.entries(draft), newEntry(name, list, entry, draft, school)]),
    });
    return changed.see(templateHref(changed.template, `lists/${name}`), t('It is added.'));
  },
});

/** Changes the words of an entry. */
export const saveListEntry = action('/protocols/mine/:template/lists/:list/:entry', {
  ...common,
  page: listPartPage,
  input: z.looseObject({ version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { name, list } = listNamed(change.params.list);
    const entry = readEntry(list, sent);
    const school = change.who.standing.organisation.name;
    const entryOf = (draft: Draft) => list.entries(draft).find(({ id }) => id === change.params.entry);
    const changed = await changeDraft(change, {
      kind: 'list-entry-changed',
      over: {
        shown,
        part: entryOf,
        fields: (draft) =>
          list.fields.filter(inWords).map((field) => ({
            name: field.name,
            label: field.label(),
            text: [entryOf(draft)?.[field.name] ?? ''].flat().join('\n'),
          })),
      },
      apply: (draft) =>
        replaced(list, draft, change.params.entry!, (before) => [writtenEntry(list, entry, before, school)]),
    });
    return changed.see(templateHref(changed.template, `lists/${name}`), t('It is saved.'));
  },
});

/** Takes an entry out, and what in the rest speaks of it. */
export const removeListEntry = action('/protocols/mine/:template/lists/:list/:entry/remove', {
  ...common,
  input: z.object({}),
  async run(change) {
    const { name, list } = listNamed(change.params.list);
    const id = change.params.entry!;
    const changed = await changeDraft(change, {
      kind: 'list-entry-removed',
      apply(draft) {
        const there = replaced(list, draft, id, () => []);
        if (there) list.forget?.(draft, id);
        return there;
      },
    });
    return changed.see(templateHref(changed.template, `lists/${name}`), t('It is taken out.'));
  },
});

/** Moves an entry one place up or down. */
export const moveListEntry = action('/protocols/mine/:template/lists/:list/:entry/move', {
  ...common,
  input: z.object({ to: choice(['up', 'down']) }),
  async run(change, { to }) {
    const { name, list } = listNamed(change.params.list);
    const changed = await changeDraft(change, {
      kind: 'list-entry-moved',
      apply(draft) {
        const entries = [...list.entries(draft)];
        const at = entries.findIndex(({ id }) => id === change.params.entry);
        const beside = at + (to === 'up' ? -1 : 1);
        if (at === -1 || beside < 0 || beside >= entries.length) return false;
        entries.splice(beside, 0, ...entries.splice(at, 1));
        list.set(draft, entries);
        return true;
      },
    });
    return changed.see(templateHref(changed.template, `lists/${name}`), t('It is moved.'));
  },
});

/** What somebody wrote, beside numbers and choices: shown side by side when two did. */
const inWords = ({ sort }: ListPart['fields'][number]): boolean => ['line', 'prose', 'lines'].includes(sort);

type Entry = ReturnType<ListPart['entries']>[number];

/** Puts what `made` gives in the place of the entry of this id; false when there is none. */
function replaced(list: ListPart, draft: Draft, id: string, made: (before: Entry) => Entry[]): boolean {
  const entries = list.entries(draft);
  if (!entries.some((entry) => entry.id === id)) return false;
  list.set(
    draft,
    entries.flatMap((entry) => (entry.id === id ? made(entry) : [entry])),
  );
  return true;
}
