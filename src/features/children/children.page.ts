import { onlyYou } from '#platform/access/audience-words.ts';
import { composed, type Given } from '#platform/access/composed.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { type Child, ownChildren } from './child.queries.ts';

const ask = composed((who, given: Given<{ today: string }>) => ({ children: ownChildren(who, given) }));

/** The children of a family at this school. Staff with a child here find them in the same place. */
export const childrenPage = page('/children', {
  purpose: 'administration',
  access: 'signed-in',
  load: (visit) => ask(visit.db, visit.who, { today: visit.today }),
  view: ({ children }) => ({
    title: t('My children'),
    audience: onlyYou(t('These are your own children. Other carers see theirs in an account of their own.')),
    body: countedList({
      says: tn(children.length, '{n} child at this school', '{n} children at this school'),
      items: children.map(childLine),
      empty: t('No child at this school is linked to you. The school’s office can do that.'),
    }),
  }),
});

/** One child's name, which leads to its page, and its classes. */
export const childLine = ({
  id,
  name,
  classes,
  yearLabel,
}: Pick<Child, 'id' | 'name' | 'classes' | 'yearLabel'>): Html =>
  html`${personName({ name, href: `/children/${id}` })}
    <span class="meta">${aboutChild({ classes, yearLabel })}</span>`;

/** Their classes, or their year where they are in none. */
export const aboutChild = ({ classes, yearLabel }: Pick<Child, 'classes' | 'yearLabel'>): string =>
  classes.length > 0 && classes.length <= 3
    ? classes.join(', ')
    : yearLabel === null
      ? ''
      : yearWords(yearLabel);
