import type { Visit } from '#platform/http/context.ts';
import { members, page, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { talkHref, toHref } from './addresses.ts';
import { readersInWords, whyOf } from './audience-words.ts';
import { type Between, selectBetweenUs } from './between.queries.ts';
import { messageFields } from './message-input.ts';
import { messagesTrail } from './new.page.ts';
import type { Part } from './talk.ts';

/** Who the two are and what would be between them, from the address. */
export const betweenIn = (visit: Visit): Promise<Between> =>
  selectBetweenUs(
    visit.db,
    visit.who,
    { personId: visit.params.person!, aboutId: visit.params.pupil ?? null },
    visit.today,
  );

const common = {
  purpose: 'administration',
  access: members('staff', 'pupil', 'family'),
  async load(visit: Visit) {
    const between = await betweenIn(visit);
    return between.thereId === null ? between : see(talkHref(between.thereId));
  },
  view: (between: Between, visit: Visit) => {
    const { name, child } = between;
    return {
      title:
        child === null ? t('Write to {name}', { name }) : t('Write to {name} about {child}', { name, child }),
      audience: { icon: 'people' as const, words: readers(between, visit), why: whyOf(between.sort) },
      trail: messagesTrail(),
      body: toView(between, visit),
    };
  },
} as const;

/** The first message to one other person, with who will read it said before. */
export const toPage = page('/messages/to/:person', common);
/** The same between one of the staff and a carer, about a child. */
export const toAboutPage = page('/messages/to/:person/about/:pupil', common);

function readers({ sort, name, child, watchers, talk }: Between, { who }: Visit): string {
  const partOf = (personId: string): Part => talk.people.find((each) => each.personId === personId)!.part;
  return readersInWords({
    sort,
    people: talk.people.map(({ personId }) => ({
      name: personId === who.personId ? who.standing.name : name,
      part: partOf(personId),
    })),
    child,
    watchers,
  });
}

function toView(between: Between, visit: Visit): Html {
  const { params, who } = visit;
  const action = toHref(params.person!, params.pupil);
  const staff = who.standing.kind === 'staff';
  const { values, errors } = visit.formAt(action);
  return html`${
    between.sort === 'pupil' &&
    notice(
      'info',
      t('What you write here can be read by {watchers} too. They look after everybody where pupils write.', {
        watchers: formatList(between.watchers),
      }),
    )
  }
  ${
    who.standing.kind === 'pupil' &&
    html`<p>
      ${t('If you or somebody else is not safe now, do not wait for an answer: tell an adult near you.')}
    </p>`
  }
  ${form(
    { action, button: t('Send it'), values: { ...values }, errors, draft: `message-to:${params.person}` },
    (f) => html`${messageFields(f, { staff, label: t('Your message') })}${also(f, between)}`,
  )}`;
}

/** The other carers of the child: each by themselves, unless the school brings them together. */
const also = (f: Parameters<Parameters<typeof form>[1] & {}>[0], { otherCarers, child }: Between) =>
  otherCarers.length > 0 &&
  f.group(
    t('Others who look after {child}', { child: child ?? '' }),
    html`${f.checkboxes({
      name: 'also',
      label: t('Write to them too'),
      unmarked: true,
      options: otherCarers.map(({ personId, name }) => ({ value: personId, label: name })),
    })}
    ${f.radios({
      name: 'how',
      label: t('How'),
      initial: 'apart',
      unmarked: true,
      options: [
        {
          value: 'apart',
          label: t('Each by themselves'),
          hint: t('Nobody sees that you wrote to the other, nor what they answer.'),
        },
        { value: 'together', label: t('Together'), hint: t('They see each other’s names and answers.') },
      ],
    })}`,
  );
