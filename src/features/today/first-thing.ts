import type { Who } from '#platform/access/who.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators, role } from '#features/people/index.ts';
import type { EmptyOptions } from '#ui/empty.ts';

/** What to do first, for somebody whose page has nothing on it yet, by what they do at the school. */
export function firstThing(who: Who): EmptyOptions {
  const nothing = t('Nothing is waiting for you.');
  if (who.has(role.cpdLeader))
    return {
      says: t('{nothing} A good beginning is to ask the staff what they need, or to lay out a programme.', {
        nothing,
      }),
      todo: { label: t('Begin with the school’s learning'), href: '/school' },
    };
  if (who.hasAny([...administrators]))
    return {
      says: t(
        '{nothing} A good beginning is to bring in the staff list and to appoint somebody who leads professional learning.',
        { nothing },
      ),
      todo: { label: t('Begin with the school'), href: '/school' },
    };
  if (who.standing.kind === 'guest')
    return {
      says: t('{nothing} What you are asked or invited to will appear here, with the day it is due.', {
        nothing,
      }),
      todo: { label: t('Go to my learning'), href: '/my-learning' },
    };
  if (who.standing.kind === 'staff')
    return {
      says: t(
        '{nothing} What you are asked, invited to or promise will appear here, with the day it is due. You can write down where you start from at any time; only you see it.',
        { nothing },
      ),
      todo: { label: t('Go to my learning'), href: '/my-learning' },
    };
  if (who.standing.kind === 'family')
    return {
      says: t('{nothing} What concerns you and your children will appear here.', { nothing }),
      todo: { label: t('My children'), href: '/children' },
    };
  return { says: t('{nothing} What concerns you will appear here.', { nothing }) };
}
