import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, roles, see, show } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { learningLeaders } from '#features/people/index.ts';
import type { ProtocolProblem } from '#features/evidence/index.ts';
import { templateHref } from './addresses.ts';
import { beginTemplate, freeName } from './begin-template.ts';
import { mineTrail, writersNote } from './editor-frame.ts';
import { importProtocolPage } from './import-protocol.page.ts';
import { reasonWords } from './problem-places.ts';
import { largestFile, readProtocolFile } from './read-protocol-file.ts';

/** Takes a protocol in as a draft of the school's own, under another name where its own is taken. */
export const importProtocol = action('/protocols/mine/import', {
  purpose: 'learning',
  access: roles(...learningLeaders),
  page: importProtocolPage,
  uploads: largestFile,
  unrecorded: 'a file that cannot be read changes nothing; one that is taken in is recorded',
  input: z.object({}),
  async run(change) {
    const [file, another] = change.uploads;
    if (!file) throw new Refused({ file: t('Choose a file.') });
    if (another) throw new Refused({ file: t('Choose one file.') });
    const read = readProtocolFile(await buffer(await change.services.storage.open(file.sha256)));
    if ('problems' in read) return show(() => refusal(file.name, read.problems));
    const name = await freeName(change, read.protocol.id);
    const template = await beginTemplate(
      change,
      { ...read.protocol, id: name, version: 1 },
      { importedFrom: file.name },
    );
    return see(
      templateHref(template),
      name === read.protocol.id
        ? t('It is taken in as a draft. Read it before you publish it.')
        : t('It is taken in as a draft, under the name {name}, because its own was taken.', { name }),
    );
  },
});

/** At most so many problems are named; a file with more is no protocol. */
const mostNamed = 100;

const refusal = (file: string, problems: readonly ProtocolProblem[]) => ({
  title: t('The file was not taken in'),
  audience: writersNote(),
  trail: [...mineTrail(), { label: t('Take a protocol in from a file'), href: '/protocols/mine/import' }],
  body: html`<p>
      ${tn(problems.length, 'One thing in “{file}” does not fit. Nothing was changed.', '{n} things in “{file}” do not fit. Nothing was changed.', { file })}
    </p>
    <ul class="items">
      ${problems
        .slice(0, mostNamed)
        .map(
          ({ path, reason }) =>
            html`<li>
              ${path === '' ? t('The file as a whole') : html`<code>${path.slice(0, 200)}</code>`}:
              ${reasonWords(reason).slice(0, 300)}.
            </li>`,
        )}
    </ul>
    ${problems.length > mostNamed && html`<p>${t('And more of the same.')}</p>`}
    ${quietActions([{ label: t('Choose another file'), href: '/protocols/mine/import', icon: 'back' }])}`,
});
