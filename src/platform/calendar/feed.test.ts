import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { calendarFeed, type CalendarFeed } from './feed.ts';
import { instantAt } from './local-time.ts';

const updatedAt = new Date('2026-09-01T08:00:00Z');
const url = 'https://school.example/programmes/reading/sessions/3';

/** Reads a feed by hand: unfolds it and gives each event's lines, names with their parameters. */
function read(text: string) {
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  assert.equal(text.replaceAll('\r\n', '').search(/[\r\n]/), -1, 'every line ends in CRLF');
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `folded: ${line}`);
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const events: Record<string, string>[] = [];
  const head: Record<string, string> = {};
  let into = head;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push((into = {}));
    else if (line === 'END:VEVENT') into = head;
    else into[line.slice(0, line.indexOf(':'))] = line.slice(line.indexOf(':') + 1);
  }
  return { head, events };
}

const unescaped = (text: string | undefined) =>
  text?.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));

function one(event: object) {
  const feed = {
    name: 'My calendar',
    zone: 'Europe/London',
    events: [{ id: 'a', title: 't', url, updatedAt, ...event }],
  };
  return read(calendarFeed(feed as unknown as CalendarFeed)).events[0] ?? {};
}

test('the same time of day before and after the clocks change is two different instants', () => {
  const at = (date: string) =>
    one({
      startsAt: instantAt(date, '15:30', 'Europe/London'),
      endsAt: instantAt(date, '16:30', 'Europe/London'),
    });
  assert.equal(at('2026-03-27').DTSTART, '20260327T153000Z');
  assert.equal(at('2026-03-30').DTSTART, '20260330T143000Z');
  assert.equal(at('2026-03-30').DTEND, '20260330T153000Z');
  assert.equal(at('2026-10-23').DTSTART, '20261023T143000Z');
  assert.equal(at('2026-10-26').DTSTART, '20261026T153000Z');
});

test('a whole day is a date without a zone, ending the day after, on clock-change days too', () => {
  for (const [on, next] of [
    ['2026-03-29', '20260330'],
    ['2026-10-25', '20261026'],
    ['2026-12-31', '20270101'],
  ] as const) {
    const event = one({ on });
    assert.equal(event['DTSTART;VALUE=DATE'], on.replaceAll('-', ''));
    assert.equal(event['DTEND;VALUE=DATE'], next);
  }
  assert.equal(one({ on: '2026-10-26', lastOn: '2026-10-30' })['DTEND;VALUE=DATE'], '20261031');
});

test('the feed reads the same wherever the server stands', () => {
  const program = `
    import { calendarFeed } from ${JSON.stringify(new URL('./feed.ts', import.meta.url).href)};
    const rest = { title: 't', url: ${JSON.stringify(url)}, updatedAt: new Date(0) };
    process.stdout.write(calendarFeed({ name: 'n', zone: 'Europe/London', events: [
      { id: 'a', on: '2026-10-25', ...rest }, { id: 'b', startsAt: new Date('2026-07-01T08:00:00Z'), ...rest } ] }));`;
  const run = (TZ: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  const inLondon = run('Europe/London');
  assert.equal(read(inLondon).events.length, 2);
  assert.equal(run('Pacific/Auckland'), inLondon);
  assert.equal(run('America/Los_Angeles'), inLondon);
});

test('an event keeps its identity when it changes, and a cancelled one says so', () => {
  const event = { id: '019a-b', startsAt: new Date('2026-11-02T15:30:00Z') };
  assert.equal(one(event).UID, '019a-b@staffroom');
  assert.equal(one({ ...event, title: 'Moved', cancelled: true }).UID, '019a-b@staffroom');
  assert.equal(one(event).STATUS, 'CONFIRMED');
  assert.equal(one({ ...event, cancelled: true }).STATUS, 'CANCELLED');
  assert.equal(one(event)['LAST-MODIFIED'], '20260901T080000Z');
  assert.equal(one(event).DTSTAMP, '20260901T080000Z');
});

test('commas, lines, other scripts and long titles come back as they were written', () => {
  const title = 'Reading, writing; back\\slash: 阅读 بجانب Llanfairpwllgwyngyll '.repeat(5).trim();
  const description = 'Bring:\r\n- the text\r- two pupils’ work\n\u0007';
  const event = one({ on: '2026-11-02', title, description, place: 'Room 4, top floor' });
  assert.equal(unescaped(event.SUMMARY), title);
  assert.equal(unescaped(event.DESCRIPTION), 'Bring:\n- the text\n- two pupils’ work\n');
  assert.equal(unescaped(event.LOCATION), 'Room 4, top floor');
});

test('nobody can write lines of their own into a feed', () => {
  const nasty = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged';
  const feed = read(
    calendarFeed({
      name: nasty,
      zone: nasty,
      events: [
        { id: nasty, title: nasty, place: nasty, on: '2026-11-02', url: `${url}?${nasty}`, updatedAt },
      ],
    }),
  );
  assert.equal(feed.events.length, 1);
  assert.equal(unescaped(feed.head['X-WR-CALNAME']), nasty.replaceAll('\r\n', '\n'));
});

test('the link is a web address, kept whole', () => {
  assert.equal(one({ on: '2026-11-02', url: `${url}?a=1,2;b` })['URL;VALUE=URI'], `${url}?a=1%2C2%3Bb`);
  assert.throws(() => one({ on: '2026-11-02', url: 'javascript:alert(1)' }), TypeError);
  assert.throws(() => one({ on: '2026-11-02', url: '/sessions/3' }), TypeError);
});

test('a calendar with nothing in it yet is still a calendar', () => {
  const { head, events } = read(calendarFeed({ name: 'My calendar', zone: 'Europe/London', events: [] }));
  assert.equal(events.length, 0);
  assert.equal(head['X-WR-CALNAME'], 'My calendar');
  assert.equal(head['X-WR-TIMEZONE'], 'Europe/London');
});
