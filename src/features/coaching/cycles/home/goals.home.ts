import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { type HomeOf, type HomePart, homePart } from '../../home-part.ts';
import { stateOf as pairingState, togetherHref } from '../../together.ts';
import { goalHref, titleOf } from '../goals/goal.ts';
import { isOpen, type Step, stateOf } from '../steps/step.ts';
import { type StepRow, stepsJson, toStep } from '../steps/step.queries.ts';
import { stepHref, stepLine } from '../steps/step.view.ts';

interface Row {
  ownerId: string;
  id: string;
  author: string;
  number: number;
  goal: string;
  pupils: string;
  looks: string;
  cameOfIt: string;
  shared: boolean;
  finishedAt: Date | null;
  steps: StepRow[];
}

type Next = ReturnType<NonNullable<HomePart['next']>>;

/** The most goals of one pairing that its home shows; a term holds far fewer. */
const most = 30;

/** Goals with their steps, of everybody who learns in a pairing, as far as the reader may read them. */
export const goalsOnHome = homePart<Row>({
  asks: (who, given) =>
    list<Row>(
      sql`select c.owner_id as "ownerId", c.id, a.name as author, c.number, c.goal, c.pupils, c.looks,
        c.came_of_it as "cameOfIt", i.audience_id is not null as shared, c.finished_at as "finishedAt",
        ${stepsJson(sql`c.owner_id`, sql`c.id`)} as steps
      from coaching_cycle c join item i on i.owner_id = c.owner_id and i.id = c.id join person a on a.id = c.owner_id
      where c.owner_id in (select x.person_id from pairing p
          join pairing_person x on x.owner_id = p.owner_id and x.pairing_id = p.id
          where p.owner_id = ${who.organisationId} and p.circle_id = ${given.id})
        and c.pairing_id in (select p.id from pairing p
          where p.owner_id = ${who.organisationId} and p.circle_id = ${given.id})
        and i.ended_at is null and ${who.sees('i', cyclePolicy)}
      order by c.finished_at is not null, c.owner_id <> ${who.personId}, a.name, c.number desc limit ${most}`,
      { finishedAt: 'moment' },
    ),
  draw(rows, home) {
    const current = rows.filter(({ finishedAt }) => finishedAt === null);
    const past = rows.filter(({ finishedAt }) => finishedAt !== null);
    const mine = current.filter(({ ownerId }) => ownerId === home.visit.who.personId);
    return html`<h2>${t('Goal and steps')}</h2>
      ${current.map((row) => oneGoal(row, home))} ${current.length === 0 && nothingYet(home)}
      ${mine.length === 0 && current.length > 0 && ownGoalToo(home)}
      ${past.length > 0 && earlierOnes(past, home)}`;
  },
  next(rows, home) {
    const me = home.visit.who.personId;
    const mine = rows.filter(({ ownerId, finishedAt }) => ownerId === me && finishedAt === null);
    if (!goesOn(home) || !home.may('learn')) return undefined;
    if (mine.length === 0) {
      const label = rows.some(({ ownerId }) => ownerId === me)
        ? t('Write the next goal')
        : t('Write my goal');
      return { words: t('A goal of your own'), action: { label, href: newGoalHref(home) } };
    }
    return mine.map((row) => nextOf(row, home.visit.today)).find((next) => next !== undefined);
  },
});

const goesOn = ({ together }: HomeOf): boolean => pairingState(together) === 'agreed';
const newGoalHref = ({ together }: HomeOf): string => togetherHref(together, 'goals/new');

/** What its author does next with one goal. */
function nextOf(row: Row, today: string): Next {
  const steps = row.steps.map(toStep);
  const there = steps.filter((step) => stateOf(step) !== 'ended');
  if (there.length === 0)
    return {
      words: t('A first step towards your goal'),
      action: { label: t('Add a step'), href: goalHref(row, 'steps/new') },
    };
  const due = there.find((step) => stateOf(step) === 'to-revisit' && step.revisitOn! <= today);
  if (due) return to(row, due, t('Look again at a step'), t('Look again'));
  const rehearse = there.find((step) => stateOf(step) === 'to-rehearse');
  if (rehearse) return to(row, rehearse, t('Rehearse a step before class'), t('Rehearse it'));
  const tryIt = there.find((step) => stateOf(step) === 'to-try');
  if (tryIt) return to(row, tryIt, t('Try a step in class'), t('Say what pupils did'));
  const waits = there.find((step) => stateOf(step) === 'to-revisit');
  return waits
    ? { words: t('Look again at a step on {day}', { day: formatDate(waits.revisitOn!, 'weekday') }) }
    : {
        words: t('What came of your goal'),
        action: { label: t('Say what came of it'), href: goalHref(row, 'finish') },
      };
}

const to = (row: Row, step: Step, words: string, label: string) => ({
  words,
  action: { label, href: stepHref(row, step) },
});

function oneGoal(row: Row, { visit }: HomeOf): Html {
  const mine = row.ownerId === visit.who.personId;
  const steps = row.steps.map(toStep).filter((step) => stateOf(step) !== 'ended');
  const open = steps.filter(isOpen);
  const acts: LinkAction[] = mine
    ? [
        {
          label: open.length < 2 ? t('Add a step') : t('One more step'),
          href: goalHref(row, 'steps/new'),
          icon: 'add',
        },
      ]
    : [];
  return html`<h3>
      <a href="${goalHref(row)}"
        >${mine ? titleOf(row) : t('{name}: {title}', { name: row.author, title: titleOf(row) })}</a
      >
    </h3>
    <p class="meta">
      ${[row.pupils, row.looks].filter(Boolean).map(asSentence).join(' ')}${mine && html` ${row.shared ? t('Shared with this pairing.') : t('Only you read it.')}`}
    </p>
    ${
      steps.length > 0 &&
      html`<ul>
        ${steps.map((step) => html`<li>${stepLine(row, step)}</li>`)}
      </ul>`
    }
    ${acts.length > 0 && quietActions(acts)}`;
}

/** Words that stand before others, with a full stop where they have no end of their own. */
const asSentence = (words: string): string => (/[.?!…”’)]$/.test(words) ? words : `${words}.`);

const nothingYet = (home: HomeOf): Html =>
  home.may('learn')
    ? empty({
        says: t(
          'There is no goal yet. It is narrow and your own: one aspect of your practice, with some pupils in mind.',
        ),
      })
    : empty({ says: t('No goal is shared with you. Whoever learns decides who reads theirs.') });

const ownGoalToo = (home: HomeOf): Value =>
  home.may('learn') &&
  goesOn(home) &&
  quietActions([{ label: t('Write my goal'), href: newGoalHref(home), icon: 'add' }]);

/** Cycles that ended, small, each with what came of it. */
const earlierOnes = (rows: readonly Row[], { visit }: HomeOf): Html =>
  html`<h3>${t('Cycles that ended')}</h3>
    <ul>
      ${rows.map(
        (row) =>
          html`<li>
            <a href="${goalHref(row)}"
              >${row.ownerId === visit.who.personId ? titleOf(row) : t('{name}: {title}', { name: row.author, title: titleOf(row) })}</a
            >
            <span class="meta">${formatDate(row.finishedAt!)}</span>
          </li>`,
      )}
    </ul>`;
