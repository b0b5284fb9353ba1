import { onlyYou } from '#platform/access/audience-words.ts';
import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, type Html } from '#ui/html.ts';
import { filters } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { myPractice, practiceHref } from './addresses.ts';
import { openOwnPractice } from './open-own-practice.ts';
import { saidIn } from './practice-form.ts';
import type { WrittenPractice } from './practice.ts';
import { practicePolicy } from './practice.policy.ts';

type Texts = Awaited<ReturnType<typeof selectTexts>>;

/** How one pictured it before and how one does now, two versions side by side: `?before=1&after=3`. */
export const practiceHistoryPage = page('/practice/:person/:practice/history', {
  purpose: 'learning',
  access: practicePolicy,
  async load(visit) {
    const practice = await openOwnPractice(visit);
    return { practice, texts: await selectTexts(visit.db, practice) };
  },
  view({ practice, texts }, visit) {
    const named = (version: string | undefined, otherwise: number): Texts[number] =>
      texts.find((text) => String(text.version) === version) ?? texts.at(otherwise)!;
    const [before, after] = [named(visit.query.before, -1), named(visit.query.after, 0)];
    return {
      title: t('How my picture of it changed'),
      audience: onlyYou(t('Those you share the practice with read its latest text only.')),
      wide: true,
      trail: [
        { label: t('My practice'), href: myPractice },
        { label: practice.words, href: practiceHref(practice) },
      ],
      body: html`<p>
          ${tn(
            texts.length,
            'It was written once. When you revise it, both texts stand side by side here.',
            'There are {n} versions of it.',
          )}
        </p>
        ${texts.length > 1 && choose(practiceHref(practice, 'history'), texts, before, after)}
        ${before === after ? onlyOne(after) : sideBySide(before, after)}`,
    };
  },
});

const choose = (action: string, texts: Texts, before: Texts[number], after: Texts[number]): Html => {
  const options = texts.map(({ version, writtenAt }) => ({
    value: version,
    label: t('Version {n}, {when}', { n: version, when: formatMoment(writtenAt) }),
  }));
  return filters(
    {
      action,
      button: t('Compare'),
      always: true,
      values: { before: before.version, after: after.version },
    },
    (f) => [
      f.select({ name: 'before', label: t('On the left'), all: t('The first'), options }),
      f.select({ name: 'after', label: t('On the right'), all: t('The latest'), options }),
    ],
  );
};

const onlyOne = ({ fields }: Texts[number]): Html =>
  definitionList(
    saidIn(fields as unknown as WrittenPractice).map(({ label, text }) => ({
      term: label,
      says: text && html`<span class="as-written">${text}</span>`,
    })),
  );

function sideBySide(before: Texts[number], after: Texts[number]): Html {
  const left = saidIn(before.fields as unknown as WrittenPractice);
  const right = saidIn(after.fields as unknown as WrittenPractice);
  const headOf = ({ version, writtenAt }: Texts[number]): string =>
    t('Version {n}, {when}', { n: version, when: formatMoment(writtenAt) });
  return table({
    caption: t('Two versions, side by side'),
    captionHidden: true,
    columns: [{ label: t('Part') }, { label: headOf(before) }, { label: headOf(after) }],
    rows: left.map(({ label, text }, at) => [
      label,
      html`<span class="as-written">${text}</span>`,
      html`<span class="as-written">${right[at]!.text}</span>`,
    ]),
    empty: t('Nothing was written.'),
  });
}
