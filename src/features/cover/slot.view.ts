import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import type { Option } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { personName } from '#ui/person-name.ts';
import { arrangedInWords, dayHref, type Gap, type How, slotHref, timesInWords } from './cover.ts';
import { hindranceInWords, reasonsInWords, spreadOf } from './reasons.ts';
import type { Candidate, Colleague } from './suggest.ts';

interface SlotShown {
  gap: Gap;
  colleagues: readonly Colleague[];
  candidates: readonly Candidate[];
}

export function slotView({ gap, colleagues, candidates }: SlotShown, visit: Visit): Html {
  const { arranged } = gap;
  const free = candidates.filter(({ hindrance }) => hindrance === null);
  const action = slotHref(gap.absenceId, gap);
  return html`${definitionList([
    { term: t('When'), says: [formatDate(gap.on, 'weekday'), gap.period, timesInWords(gap)].join(', ') },
    { term: t('What'), says: [gap.subject, gap.room].filter(Boolean).join(', ') },
    { term: t('Away'), says: personName({ name: gap.name }) },
    { term: t('Also there'), says: gap.others.length > 0 && formatList(gap.others) },
    {
      term: t('What the class does'),
      says: gap.work !== '' && html`<span class="as-written">${gap.work}</span>`,
    },
    { term: t('Arranged'), says: arranged && arrangedInWords(arranged) },
  ])}
  ${form(
    {
      ...visit.formAt(action),
      button: arranged === null ? t('Arrange it') : t('Arrange it so instead'),
      hidden: { was: arranged?.id ?? '' },
      cancel: dayHref(gap.on, visit.today),
    },
    (f) =>
      html`${f.radios({
        name: 'how',
        label: t('The class'),
        required: true,
        initial: arranged?.how ?? 'colleague',
        options: (Object.keys(howOptions) as How[]).map((value) => ({ value, label: howOptions[value]() })),
      })}
      ${f.select({
        name: 'person',
        unmarked: true,
        label: t('Colleague'),
        hint: t('Who is free stands first, whose turn it is at the top.'),
        initial: arranged?.coveredBy ?? free[0]?.colleague.personId ?? '',
        options: personOptions(candidates),
      })}
      ${f.text({ name: 'words', label: t('Name or note'), hint: t('The supply teacher, or the class it is combined with.'), maxlength: 120 })}`,
  )}
  ${
    free.length > 0 &&
    html`<h2>${t('Free then')}</h2>
      <ul class="items dense">
        ${free.slice(0, mostShown).map((each) => html`<li>${personName({ name: each.colleague.name })}: <span class="meta">${reasonsInWords(each, spreadOf(colleagues, each.colleague.personId))}</span></li> `)}
      </ul>`
  }
  ${details(
    t('Why others are not suggested'),
    table({
      caption: t('Everybody else on the staff, by name'),
      captionHidden: true,
      columns: [{ label: t('Name') }, { label: t('Why'), wide: true, plain: true }],
      rows: candidates
        .filter(({ hindrance }) => hindrance !== null)
        .map(({ colleague, hindrance }) => [
          personName({ name: colleague.name }),
          hindranceInWords[hindrance!](),
        ]),
      empty: t('Everybody is free.'),
    }),
  )}`;
}

/** So many of those who are free are explained; the list to choose from has all. */
const mostShown = 12;

const howOptions: Readonly<Record<How, () => string>> = {
  colleague: () => t('is taken by a colleague'),
  supply: () => t('is taken by a supply teacher'),
  combined: () => t('is combined with another class'),
  'not-needed': () => t('needs no cover'),
};

/** Those who are free first, in turn; then who can be asked all the same; then who could have the class join theirs. */
function personOptions(candidates: readonly Candidate[]): Option[] {
  const inGroup = (group: string, those: readonly Candidate[]): Option[] =>
    those.map(({ colleague: { personId, name, covered }, hindrance }) => ({
      value: personId,
      label:
        hindrance === null
          ? t('{name} (covered {n} this term)', { name, n: covered })
          : t('{name}: {why}', { name, why: hindranceInWords[hindrance]() }),
      group,
    }));
  const withHindrance = (...those: (string | null)[]): Candidate[] =>
    candidates.filter(({ hindrance }) => those.includes(hindrance));
  return [
    { value: '', label: t('Nobody') },
    ...inGroup(t('Free'), withHindrance(null)),
    ...inGroup(
      t('Not suggested: ask them first'),
      withHindrance('not-teaching', 'unsure', 'diary', 'kept-free', 'never', 'off'),
    ),
    ...inGroup(t('With a lesson then: to combine classes'), withHindrance('lesson')),
  ];
}
