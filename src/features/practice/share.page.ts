import { onlyYou } from '#platform/access/audience-words.ts';
import { principals } from '#platform/access/items.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { readersToChoose, selectSurroundings } from '#features/try-outs/index.ts';
import { myPractice, practiceHref } from './addresses.ts';
import { selectCompanions } from './companions.queries.ts';
import { openOwnPractice } from './open-own-practice.ts';
import type { Practice } from './practice.ts';
import { practicePolicy } from './practice.policy.ts';

interface Reader {
  value: string;
  label: string;
  hint?: string | undefined;
  group: string;
}

/** Everybody whom one may choose: people one works with closely by name, and the groups one is in. */
export async function selectReaders(visit: Visit): Promise<{ practice: Practice; readers: Reader[] }> {
  const practice = await openOwnPractice(visit);
  const companions = await selectCompanions(visit.db, visit.who, visit.today);
  const groups = readersToChoose(await selectSurroundings(visit.db, visit.who, visit.today));
  const readers = [
    ...companions.map(({ personId, name }) => ({
      value: principals.person(personId),
      label: name,
      group: t('By name'),
    })),
    ...groups.map(({ principal, label, hint }) => ({ value: principal, label, hint, group: t('Together') })),
  ];
  const gone = practice.grants.filter((grant) => !readers.some(({ value }) => value === grant));
  return {
    practice,
    readers: [
      ...readers,
      ...gone.map((value) => ({
        value,
        label: t('Somebody you no longer share a group with'),
        group: t('Earlier'),
      })),
    ],
  };
}

/** Who may read it: its owner alone decides, and can take it back. */
export const sharePracticePage = page('/practice/:person/:practice/share', {
  purpose: 'learning',
  access: practicePolicy,
  load: selectReaders,
  view({ practice, readers }, visit) {
    const action = practiceHref(practice, 'share');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Who may read: {title}', { title: practice.words }),
      audience: onlyYou(
        t('Only you decide who may read it. Line managers are kept out, even of groups you choose.'),
      ),
      trail: [
        { label: t('My practice'), href: myPractice },
        { label: practice.words, href: practiceHref(practice) },
      ],
      body:
        readers.length === 0
          ? empty({
              says: t(
                'You are in no partnership, coaching or programme yet, so there is nobody to choose. It is yours alone.',
              ),
            })
          : html`<p>
                ${t('Those you choose read what you practise, what you rehearsed and how it goes. Of what you tried in class they read only what you share with them there. You can take it back at any time.')}
              </p>
              ${form(
                {
                  action,
                  button: t('Save who may read it'),
                  values: { readers: practice.grants, ...values },
                  errors,
                  cancel: practiceHref(practice),
                },
                (f) => f.checkboxes({ name: 'readers', label: t('Who may read it'), options: readers }),
              )}`,
    };
  },
});
