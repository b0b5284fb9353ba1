import { NotAllowed } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import type { Visit } from '#platform/http/context.ts';
import {
  groupHref,
  groupPolicy,
  type OpenedProgramme,
  programmeTrail,
  templateOf,
} from '#features/programmes/index.ts';
import { besideMine, groupHours } from './answer.view.ts';
import { selectMyHours } from '../load.queries.ts';
import { whyNot } from './membership-rules.ts';
import { type Asked, selectMembershipFacts } from './membership-rules.queries.ts';
import { openGroupFor } from './people-open.ts';
import { membershipRules, obstacleNote } from './people-rules.view.ts';
import { replacesField } from '../replaces.view.ts';

/** Where somebody asks to be let into a group that one may ask to join. */
export const askToJoinPage = page('/groups/:programme/ask', {
  purpose: 'learning',
  access: groupPolicy,
  async load(visit) {
    const opened = await openAskable(visit);
    const { programme } = opened;
    const [protocol, facts, hours] = await Promise.all([
      templateOf(visit.db, programme),
      selectMembershipFacts(visit.db, programme, visit.who.personId, visit.today),
      selectMyHours(visit.db, visit.who, visit.today),
    ]);
    return { opened, protocol, ...facts, hours };
  },
  view({ opened: { programme }, protocol, person, people, asked, ahead, hours }, visit) {
    const here = groupHref(programme, 'ask');
    const obstacle = whyNot(person, { protocol, people }, 'participant');
    return {
      title: t('Ask to join {title}', { title: programme.title }),
      audience: {
        icon: 'people',
        words: t('You, and those in this group'),
        why: t('Those in the group see that you ask, and what you write to them. Nobody else does.'),
      },
      trail: [...programmeTrail(programme), { label: t('Groups you may ask to join'), href: '/groups/open' }],
      body: html`${
        waitingNote(programme, asked) ??
        (obstacle
          ? html`${notice('info', t('You cannot come into it as it is now.'))} ${obstacleNote(obstacle)}`
          : form({ ...visit.formAt(here), action: here, button: t('Ask to join') }, (f) => [
              f.textarea({
                name: 'words',
                label: t('A few words to the group'),
                hint: t('Why you would like to come in, and what you bring.'),
                rows: 3,
                maxlength: 1000,
              }),
              replacesField(f),
            ]))
      }
      ${groupHours(ahead)} ${besideMine(hours, ahead, programme.title)} ${membershipRules(protocol)}`,
    };
  },
});

/** The group that the address names, which one may ask to join. Throws `NotAllowed` for another. */
export async function openAskable(visit: Visit): Promise<OpenedProgramme> {
  const opened = await openGroupFor(visit, 'read');
  const { joining, closed_at: closed, published_at: published } = opened.programme;
  if (closed || !published || joining !== 'open')
    throw new NotAllowed(
      t('People are asked into this group by those in it.'),
      t('Ask somebody in the group.'),
    );
  return opened;
}

/** What was asked already, or answered; undefined when one can ask. */
function waitingNote(programme: { slug: string }, before: Asked | null): Html | undefined {
  if (!before) return undefined;
  if (before.way === 'invited')
    return before.answer === null
      ? html`<p>
          ${t('You are asked into this group.')}
          <a href="${groupHref(programme, 'answer')}">${t('Read and answer')}</a>
        </p>`
      : undefined;
  if (before.answer === null)
    return html`<p>${t('You asked. Those in the group answer.')}</p>
      ${form({ action: groupHref(programme, 'ask/withdraw'), button: t('Take it back'), quiet: true })}`;
  return before.answer === 'no'
    ? html`<p>${t('The group answered: not this time. Somebody in it can ask you.')}</p>
        ${before.said && html`<blockquote class="as-written">${before.said}</blockquote>`}`
    : undefined;
}
