import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, roles, show } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { consentKeepers, consentsAudience } from '../consents.access.ts';
import { selectExisting } from './existing.queries.ts';
import { importPage, importPath, importTrail } from './import.page.ts';
import { planAnswers } from './plan-answers.ts';
import { previewView } from './preview.view.ts';
import { readAnswers } from './read-list.ts';

/** The most a list may weigh, in bytes. */
const largestList = 5 * 1_048_576;

/** Reads a list and shows what it would change. The file is not kept: what is confirmed goes with the form. */
export const previewImport = action(importPath, {
  purpose: 'administration',
  access: roles(...consentKeepers),
  page: importPage,
  uploads: largestList,
  unrecorded: 'it only shows what a list would change',
  input: z.object({}),
  async run(change) {
    const [file, another] = change.uploads;
    if (!file) throw new Refused({ list: t('Choose a file.') });
    if (another) throw new Refused({ list: t('Choose one file.') });
    const bytes = await buffer(await change.services.storage.open(file.sha256));
    const read = readAnswers({ name: file.name, bytes });
    if (read.unreadable !== null) throw new Refused({ list: read.unreadable });
    const { zone } = change.who.standing.organisation;
    const existing = await selectExisting(change.tx, change.organisationId, { today: change.today, zone });
    const plan = planAnswers(read.rows, existing, change.today);
    return show(() => ({
      title: t('What the list would change'),
      audience: consentsAudience(),
      trail: [...importTrail(), { label: t('Read answers from a list'), href: importPath }],
      body: previewView({
        ...plan,
        leftOut: [...read.leftOut, ...plan.leftOut].toSorted((a, b) => a.line - b.line),
        silent: read.silent,
      }),
    }));
  },
});
