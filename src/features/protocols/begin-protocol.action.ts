import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line, optionalLine } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { templateHref } from './addresses.ts';
import { beginTemplate, freeName } from './begin-template.ts';
import { copyOf, emptyDraft } from './draft.ts';
import { newProtocolPage } from './new-protocol.page.ts';
import { protocolToStart } from './protocol-of.ts';

/** Begins a protocol of the school's own, from a copy of another or from hardly anything. */
export const beginProtocol = action('/protocols/mine', {
  purpose: 'learning',
  access: roles(...learningLeaders),
  page: newProtocolPage,
  input: z.object({ title: line('Give it a title.', 120), from: optionalLine(80) }),
  async run(change, { title, from }) {
    const original = from === '' ? undefined : await protocolToStart(change.tx, change.organisationId, from);
    if (from !== '' && !original) throw new Refused({ from: t('Choose one from the list.') });
    const named = { id: await freeName(change, title), title };
    const template = await beginTemplate(
      change,
      original ? copyOf(original, named) : emptyDraft(named, change.who.standing.organisation.name),
      original ? { basedOn: original } : {},
    );
    return see(templateHref(template), t('It is begun. Nobody else sees it until you publish it.'));
  },
});
