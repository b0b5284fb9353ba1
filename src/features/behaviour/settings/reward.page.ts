import type { Visit } from '#platform/http/context.ts';
import { NotFound } from '#platform/errors.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Fields, form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { keepPath } from '../addresses.ts';
import { behaviourKeepers, keepersSee } from '../behaviour.access.ts';
import type { Reward, RewardFields } from './reward.queries.ts';
import { selectSettled } from './settled.queries.ts';

/** From when on it is reached, in words. */
export const rewardInWords = ({ counts, needed, span }: RewardFields): string =>
  counts === 'events'
    ? span === 'term'
      ? t('When {n} things went well in a term', { n: needed })
      : t('When {n} things went well in a school year', { n: needed })
    : span === 'term'
      ? t('At {n} points in a term', { n: needed })
      : t('At {n} points in a school year', { n: needed });

export const rewardFields = (f: Fields): Html =>
  html`${f.text({ name: 'name', label: t('What it is called'), required: true, maxlength: 60 })}
  ${f.textarea({ name: 'words', label: t('What its certificate says'), hint: t('To the pupil: “You kept going, and others saw it.”'), required: true, maxlength: 300, rows: 2 })}
  ${f.number({ name: 'needed', label: t('How many'), required: true, min: 1, max: 10000, width: 'short' })}
  ${f.radios({
    name: 'counts',
    label: t('It counts'),
    required: true,
    initial: 'events',
    options: [
      { value: 'events', label: t('Things that went well') },
      { value: 'points', label: t('Points') },
    ],
  })}
  ${f.radios({
    name: 'span',
    label: t('Counted over'),
    required: true,
    initial: 'term',
    options: [
      { value: 'term', label: t('A term') },
      { value: 'year', label: t('A school year') },
    ],
  })}`;

/** The reward in the address. Throws `NotFound` for none of this school's. */
export async function rewardOf({ db, who, params }: Visit): Promise<Reward> {
  const { rewards } = await selectSettled(db, who, {});
  const found = rewards.find(({ id }) => id === params.reward);
  if (!found) throw new NotFound();
  return found;
}

/** One reward, to be changed or taken off the list. What was given stays given. */
export const rewardPage = page(`${keepPath}/rewards/:reward`, {
  purpose: 'administration',
  access: roles(...behaviourKeepers),
  load: rewardOf,
  view: (reward, visit) => {
    const at = `${keepPath}/rewards/${reward.id}`;
    return {
      title: reward.name,
      audience: keepersSee(),
      trail: [
        { label: t('School'), href: '/school' },
        { label: t('What the school notes and gives'), href: keepPath },
      ],
      body: html`<p>${t('What was given already stays as it was given.')}</p>
        ${form(
          {
            values: { ...reward },
            ...visit.formAt(at),
            hidden: { version: reward.version },
            button: t('Save this reward'),
            cancel: keepPath,
          },
          rewardFields,
        )}
        ${
          reward.endedAt === null &&
          form({ action: `${at}/end`, button: t('Take it off the list'), quiet: true, danger: true })
        }`,
    };
  },
});
