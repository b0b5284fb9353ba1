import assert from 'node:assert/strict';
import { addDays } from '#platform/calendar/dates.ts';
import { notify, type Notice } from '#platform/notices/notices.ts';
import { jobsOf } from '#src/jobs.ts';
import { deliver, runJob } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { mailbox } from '#test/mailbox.ts';
import { type Fields, testSite } from '#test/site.ts';

/** What a person sends who wishes to hear by the day, in the usual quiet time. */
export const usualForm: Fields = {
  rhythm: 'at-once',
  week_day: '1',
  soon: 'no',
  quiet_from: '18:00',
  quiet_until: '07:30',
  quiet_days: ['6', '7'],
};

/** Times of day in UTC, on both sides of half past seven in London in winter and in summer. */
const lookedAt = '00:10 06:20 06:30 07:20 07:30 08:00 09:00 12:00 14:30 14:40 15:40 17:50 21:00'.split(' ');

/** A school with one teacher, what was mailed, and the job that writes letters. */
export async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, { name: 'Ann Rees' });
  const mails = mailbox(site);
  const job = jobsOf(site.services, (line) => assert.fail(line)).recurring!.find(
    ({ name }) => name === 'today.reminders',
  )!;
  let made = 0;

  /** Something comes to wait for Ann. */
  const tell = (notice: Partial<Notice> = {}): Promise<void> =>
    notify(
      site.db,
      {
        personId: ann.personId,
        fromOwner: school.id,
        kind: 'agreement.write',
        subjectKey: `subject-${++made}`,
        itemId: null,
        href: '/my-learning',
        dueAt: null,
        ...notice,
      },
      site.clock.now,
    );
  /** The letters are written and sent at a moment, and those of before are forgotten. */
  const lettersAt = async (at: string) => {
    site.clock.set(at);
    mails.length = 0;
    await runJob(site, job);
    await deliver(site);
    return mails.map(({ subject }) => subject);
  };
  /** At the times of each day at which something may change, between two moments: what was sent and when. */
  const lettersBetween = async (from: string, until: string, before = async () => {}) => {
    const sent: string[] = [];
    for (let day = from.slice(0, 10); day <= until.slice(0, 10); day = addDays(day, 1))
      for (const time of lookedAt) {
        const at = `${day}T${time}:00Z`;
        if (at < from || at >= until) continue;
        site.clock.set(at);
        await before();
        for (const subject of await lettersAt(at)) sent.push(`${at.slice(0, 16)} ${subject}`);
      }
    return sent;
  };
  const choose = async (fields: Fields) =>
    (await site.as(ann)).post('/me/notices', { ...usualForm, ...fields });
  return { site, school, ann, mails, job, tell, lettersAt, lettersBetween, choose };
}
