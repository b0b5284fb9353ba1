import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { quietActions } from '#ui/actions.ts';
import { behaviourPath, keepPath } from '../addresses.ts';
import { behaviourKeepers, keepersSee } from '../behaviour.access.ts';
import { tones, toneInWords, type Tone } from '../behaviour.ts';
import type { Category } from './category.queries.ts';
import { categoryFields } from './category.page.ts';
import { rewardFields, rewardInWords } from './reward.page.ts';
import type { Reward } from './reward.queries.ts';
import { type AllSettled, selectSettled, unsettled } from './settled.queries.ts';
import { startingSet } from './starting-set.ts';

/** What the school notes, what it gives for it, and what it promises families. */
export const behaviourSettingsPage = page(keepPath, {
  purpose: 'administration',
  access: roles(...behaviourKeepers),
  load: (visit) => selectSettled(visit.db, visit.who, {}),
  view: (data, visit) => ({
    title: t('What the school notes and gives'),
    audience: keepersSee(),
    trail: [{ label: t('School'), href: '/school' }],
    body: html`${categoriesPart(data, visit)} ${rewardsPart(data, visit)} ${promisePart(data, visit)}
    ${quietActions([{ label: t('What went well, what went wrong'), href: behaviourPath }])}`,
  }),
});

function categoriesPart({ categories }: AllSettled, visit: Visit): Html {
  const open = categories.filter(({ endedAt }) => endedAt === null);
  const at = `${keepPath}/categories`;
  return html`<section>
    <h2>${t('What is noted')}</h2>
    ${categories.length === 0 ? startingOffer() : tones.map((tone) => oneTone(tone, open))}
    ${endedList(
      categories.filter(({ endedAt }) => endedAt !== null),
      'categories',
    )}
    <h3>${t('Add one of your own')}</h3>
    ${form({ ...visit.formAt(at), button: t('Add this') }, (f) => [
      f.radios({
        name: 'tone',
        label: t('It stands for something that'),
        required: true,
        options: tones.map((value) => ({ value, label: toneInWords(value) })),
      }),
      categoryFields(f),
    ])}
  </section>`;
}

const startingOffer = (): Html =>
  html`<p>
      ${t('Nothing is settled yet, so nothing can be noted. Begin with a set of Staffroom’s own and change it until it is yours, or write your own below.')}
    </p>
    <ul class="items dense">
      ${startingSet().map(({ name, about, tone }) => html`<li>${name} <span class="meta">${toneInWords(tone)}. ${about}</span></li> `)}
    </ul>
    ${form({ action: `${keepPath}/begin`, button: t('Begin with this set') })}`;

const oneTone = (tone: Tone, open: readonly Category[]): Html => {
  const those = open.filter((each) => each.tone === tone);
  return html`<h3>${toneInWords(tone)}</h3>
    ${countedList({
      says: tn(those.length, '{n} to choose from', '{n} to choose from'),
      items: those.map(
        ({ id, name, about, points }) =>
          html`<a href="${keepPath}/categories/${id}">${name}</a>
            <span class="meta"
              >${[about, points !== null && tn(points, '{n} point', '{n} points')].filter(Boolean).join(' ')}</span
            >`,
      ),
      empty: t('None yet.'),
    })}`;
};

const endedList = (ended: readonly { id: string; name: string }[], what: 'categories' | 'rewards'): Html =>
  html`${
    ended.length > 0 &&
    html`<h3>${t('Taken off the list')}</h3>
      <ul class="items dense with-end">
        ${ended.map(
          ({ id, name }) =>
            html`<li>
              <span>${name}</span>
              ${form({ action: `${keepPath}/${what}/${id}/restore`, button: t('Bring back'), describe: t('Bring back {name}', { name }), quiet: true })}
            </li> `,
        )}
      </ul>`
  }`;

function rewardsPart({ rewards }: AllSettled, visit: Visit): Html {
  const open = rewards.filter(({ endedAt }) => endedAt === null);
  const at = `${keepPath}/rewards`;
  return html`<section>
    <h2>${t('What is given for it')}</h2>
    <p>
      ${t('Who has reached something waits for the tutor to give it. What went wrong takes nothing away, and no pupil is set beside another.')}
    </p>
    ${countedList({
      says: tn(open.length, '{n} reward', '{n} rewards'),
      items: open.map(
        (reward: Reward) =>
          html`<a href="${at}/${reward.id}">${reward.name}</a>
            <span class="meta">${rewardInWords(reward)}</span>`,
      ),
      empty: t('None. A kind word needs no certificate.'),
    })}
    ${endedList(
      rewards.filter(({ endedAt }) => endedAt !== null),
      'rewards',
    )}
    <h3>${t('Add a reward')}</h3>
    ${form({ ...visit.formAt(at), button: t('Add this reward') }, rewardFields)}
  </section>`;
}

function promisePart({ settled }: AllSettled, visit: Visit): Html {
  const values = settled[0] ?? unsettled;
  const state = visit.formAt(`${keepPath}/promise`);
  return html`<section>
    <h2>${t('What families are promised')}</h2>
    ${form(
      {
        values: {
          promise: values.promise,
          notice_hours: values.noticeHours,
          class_totals: values.classTotals ? 'yes' : '',
        },
        ...state,
        hidden: { version: values.version },
        button: t('Save what is promised'),
      },
      (f) => [
        f.textarea({
          name: 'promise',
          label: t('About a detention outside school hours'),
          hint: t(
            'Stands where one is planned, and where the family reads of it. Ask whoever advises the school what the law asks where you are.',
          ),
          maxlength: 600,
          rows: 3,
        }),
        f.number({
          name: 'notice_hours',
          label: t('How many hours before it the family is told'),
          required: true,
          min: 0,
          max: 240,
          width: 'short',
        }),
        f.checkbox({
          name: 'class_totals',
          label: t('A class sees how much went well in it this term'),
          hint: t('Its own total, beside no other class and no pupil.'),
        }),
      ],
    )}
  </section>`;
}
