import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { Refused } from '#platform/errors.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, whyNotFrom } from '#features/programmes/index.ts';
import { protocolToStart, selectCalendar } from '#features/protocols/index.ts';
import { whyNot } from './people/membership-rules.ts';
import { selectPersonFacts } from './people/membership-rules.queries.ts';
import { newGroupPage } from './new-group.page.ts';
import { startGroup } from './start-group.ts';
import { startGroupInput } from './start-group.input.ts';

/** Starts a group from a protocol. */
export const startGroupAction = action('/groups/new', {
  purpose: 'learning',
  access: members('staff'),
  page: newGroupPage,
  input: z.object(startGroupInput),
  async run(change, { protocol: id, ...group }) {
    const protocol = await protocolToStart(change.tx, change.organisationId, id);
    if (!protocol) throw new Refused('Choose a protocol to start from.');
    if (protocol.startedBy === 'leaders')
      throw new Refused('This one is begun as a programme, by those who lead professional learning.');
    if (!protocol.terms.includes(group.terms)) throw new Refused({ terms: 'Choose how many terms.' });
    const notThen = whyNotFrom(group.starts_on, await selectCalendar(change.tx, change.organisationId));
    if (notThen) throw new Refused({ starts_on: notThen });
    if (group.starts_on > addDays(change.today, 366))
      throw new Refused({ starts_on: t('This day is more than a year away. Check the year.') });
    if (group.starts_on < addDays(change.today, -366))
      throw new Refused({
        starts_on: t('This day is more than a year ago. Choose a later one, and check the year.'),
      });
    const person = await selectPersonFacts(
      change.tx,
      change.organisationId,
      change.who.personId,
      change.today,
    );
    const obstacle = whyNot(person, { protocol, people: [] }, 'participant');
    if (obstacle) throw new Refused(`${t('You would take part in this group yourself.')} ${obstacle.words}`);
    const { slug } = await startGroup(change, protocol, group);
    return see(groupHref({ slug }, 'people'), t('The group has started. Now ask people into it.'));
  },
});
