import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourceHref } from '../addresses.ts';
import { copyResource } from '../copy-resource.ts';
import { openResource } from '../open-resource.ts';
import { resourcePage } from '../resource.page.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { steps, usualStep } from './steps.ts';

/** Makes a copy of one's own for another step, that stands beside the page it was made from. */
export const makeStep = action(resourceHref(':resource', 'steps'), {
  purpose: 'administration',
  access: resourcePolicy,
  page: resourcePage,
  input: z.object({ step: z.string() }),
  async run(change, { step }) {
    const opened = await openResource(change);
    const { resource, set, ended } = opened;
    if (ended) throw new Refused(t('This page was taken away.'));
    const wanted = steps().find(({ id }) => id === step);
    if (!wanted || step === (resource.step ?? usualStep)) throw new Refused(t('Choose one of the steps.'));
    if (set.some((each) => (each.step ?? usualStep) === step))
      throw new Refused(t('That step is there already.'));
    const id = await copyResource(change, opened, { setId: resource.setId ?? resource.id, step });
    await change.record({ kind: 'resource.step-made', itemId: id, body: { from: resource.id, step } });
    return see(
      resourceHref(id, 'change'),
      t('This copy is yours: {step}. Change what it needs.', { step: wanted.title }),
      resourceHref(id, 'end'),
    );
  },
});
