import assert from 'node:assert/strict';
import type { TestSite } from '../site.ts';
import type { World } from '../world.ts';

/** Teacher and partner have written and signed, by the forms they would use; gives back where it stands. */
export async function agreementInForce(site: TestSite, people: World['people']): Promise<string> {
  const [teacher, partner] = [await site.as(people.teacher), await site.as(people.partner)];
  const [ffion, tomos] = [people.teacher.personId, people.partner.personId];
  const asked = await teacher.post('/programmes/reading-together/agreements/new', {
    partners: [tomos],
    proposal: 'Questions that make pupils think.',
  });
  const href = asked.to;
  const done = (answer: { status: number; text: string }) => assert.equal(answer.status, 303, answer.text);
  done(await partner.post(`${href}/answer`, { answer: 'accepted' }));
  done(
    await teacher.post(`${href}/write`, {
      version: 0,
      'part-focus': 'One question a lesson that no single word answers.',
      focus_topic: 'yes',
      focus_pupils: 'Four quiet readers in Year 5',
      'part-how': 'A new question each week.',
      places: ['log', 'pupil-work'],
      obs_on_0: '2026-11-18',
      obs_at_0: '10:15',
      obs_who_0: `${tomos} ${ffion}`,
      'part-feedback': 'The same day, in the library.',
      'part-before-we-start': 'Nothing more.',
      'part-review': 'Over coffee.',
      review_on: '2026-12-11',
      'part-peer-coaching-record': 'A page each.',
    }),
  );
  done(await teacher.post(`${href}/sign`, { version: 1 }));
  done(await partner.post(`${href}/sign`, { version: 1 }));
  return href;
}
