import { onlyYou } from '#platform/access/audience-words.ts';
import { composed, type Given } from '#platform/access/composed.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { attendanceOfChild, attendanceOfChildView, saidOfChildren } from '#features/attendance/index.ts';
import { behaviourOfChild, behaviourPartOfChild } from '#features/behaviour/index.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { ownChildren } from './child.queries.ts';
import { aboutChild } from './children.page.ts';

const ask = composed((who, given: Given<{ today: string; child: string }>) => ({
  child: ownChildren(who, given),
  days: attendanceOfChild(who, given),
  said: saidOfChildren(who, given),
  behaviour: behaviourOfChild(who, given),
}));

/** One child for one grown-up of the family: each part says what its room may tell this person. */
export const childPage = page('/children/:pupil', {
  purpose: 'administration',
  access: 'signed-in',
  async load(visit) {
    const id = visit.params.pupil!;
    if (!isId(id)) throw new NotFound();
    const asked = await ask(visit.db, visit.who, { today: visit.today, child: id });
    const child = asked.child[0];
    if (!child) throw new NotFound('No child of yours is at this address.');
    return { ...asked, child };
  },
  view: ({ child, days, said, behaviour }) => ({
    title: child.name,
    audience: onlyYou(
      t('This page puts together what the school tells you about {name}. Other carers see their own.', {
        name: child.name,
      }),
    ),
    trail: [{ label: t('My children'), href: '/children' }],
    body: html`<p>${aboutChild(child)}</p>
      ${behaviourPartOfChild(behaviour, child.id)}
      ${child.told.includes('attendance') && attendanceOfChildView(days, said, child)}
      ${quietActions([
        ...(child.told.includes('messages')
          ? [{ label: t('Messages'), href: '/messages', icon: 'mail' as const }]
          : []),
        { label: t('Notices'), href: '/notices' },
        { label: t('What I agree to'), href: '/consents' },
        { label: t('My phone numbers'), href: '/contacts/mine' },
      ])}`,
  }),
});
