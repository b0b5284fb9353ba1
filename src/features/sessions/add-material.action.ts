import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { optionalLine } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attachUploads, largestFile, uploadInput } from '#features/files/index.ts';
import { programmePolicy, stepHref } from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import { openStep } from './open-step.ts';
import { materialPolicy } from './sessions.policy.ts';
import { stepPage } from './step.page.ts';

const isWebAddress = (text: string): boolean =>
  text === '' || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));

/** Adds a link or files to a step, for everybody in the programme. */
export const addMaterial = action('/programmes/:programme/steps/:number/materials', {
  purpose: 'learning',
  access: programmePolicy,
  page: stepPage,
  uploads: largestFile,
  input: z.object({
    title: optionalLine(120),
    url: optionalLine(2000).refine(isWebAddress, 'Write a web address that begins with https://'),
    ...uploadInput,
  }),
  async run(change, { title, url, ...said }) {
    const { programme, step } = await openStep(change, 'facilitate');
    const [upload] = change.uploads;
    if (!url && !upload) throw new Refused({ url: t('Give a web address or choose a file.') });
    const id = await insertItem(
      change.tx,
      {
        ownerId: step.owner_id,
        policy: materialPolicy,
        authorId: change.who.personId,
        circleId: programme.id,
      },
      change.now,
    );
    await change.tx
      .insertInto('step_material')
      .values({
        owner_id: step.owner_id,
        id,
        step_id: step.id,
        title: title || upload?.name || url,
        url: url || null,
        created_at: change.now,
      })
      .execute();
    // What facilitators hand out is the school's material; only pictures of pupils are asked about.
    await attachUploads(change, { ownerId: step.owner_id, id }, { ...said, shows: 'own' });
    await change.record({ kind: 'material.added', itemId: id, body: { step: step.id } });
    return see(
      `${stepHref(programme, step)}#materials`,
      t('It is there for everybody who takes part.'),
      belowStep(programme, step, `materials/${id}/remove`),
    );
  },
});
