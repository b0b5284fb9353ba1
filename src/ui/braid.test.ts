import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCatalogue, speaking } from '#platform/i18n/i18n.ts';
import { isTimed, monthsBetween, sharesOf, specialistShare } from './braid-share.ts';
import { braid, type BraidOptions, type BraidPoint } from './braid.ts';
import { wrap } from './svg-text.ts';

const point = (strand: BraidPoint['strand'], on: string, more: Partial<BraidPoint> = {}): BraidPoint => ({
  id: on,
  strand,
  on,
  label: `What happened on ${on}`,
  ...more,
});
const options: BraidOptions = {
  title: 'Reading together',
  from: '2026-09-01',
  until: '2027-07-31',
  terms: [
    { name: 'Autumn', startsOn: '2026-09-03', endsOn: '2026-12-18' },
    { name: 'Spring', startsOn: '2027-01-05', endsOn: '2027-03-26' },
  ],
  today: '2026-11-18',
  strands: [
    { key: 'specialist', label: 'Specialist input' },
    { key: 'peer', label: 'Peer support' },
  ],
  points: [
    point('specialist', '2026-09-16', { href: '/sessions/1', minutes: 90, done: true }),
    point('peer', '2026-10-07', { minutes: 30 }),
    point('peer', '2027-02-03', { minutes: 60 }),
  ],
  size: 'large',
};
const text = (markup: unknown) => String(markup).replace(/\s+/g, ' ');

test('the same points stand in the picture and, by the same number, in the table', () => {
  const markup = text(braid(options));
  assert.match(markup, /<a class="point specialist done" href="\/sessions\/1"/);
  assert.match(markup, /<title>What happened on 2026-09-16, 16 Sept 2026, past<\/title>/);
  assert.match(markup, /The same as a table/);
  assert.equal(markup.match(/<tr>/g)!.length, 1 + 3 + 1 + 2);
});

test('names at both ends and a line of its own tell strands apart without colour', () => {
  const markup = text(braid(options));
  const wide = /<svg class="wide".*?<\/svg>/.exec(markup)![0];
  assert.equal(wide.match(/Specialist input/g)!.length, 2);
  assert.match(wide, /class="strand specialist"/);
  assert.match(wide, /class="strand peer"/);
});

test('the large picture comes wide and tall, the small one once and without numbers', () => {
  assert.equal(text(braid(options)).match(/<svg /g)!.length, 2);
  const small = text(braid({ ...options, size: 'small' }));
  assert.equal(small.match(/<svg /g)!.length, 1);
  assert.ok(!/<text>/.test(small));
});

test('labels from people are escaped in the drawing and in the table', () => {
  const markup = String(
    braid({
      ...options,
      title: '<i>t</i>',
      points: [point('peer', '2026-10-07', { label: '<script>x</script>' })],
    }),
  );
  assert.ok(!markup.includes('<script>'));
  assert.ok(!markup.includes('<i>'));
});

test('nothing planned, one point and two hundred are all drawn without a broken number', () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    point('peer', `2026-10-${String(1 + (index % 31)).padStart(2, '0')}`),
  );
  for (const points of [[], options.points.slice(0, 1), many])
    for (const size of ['large', 'small'] as const)
      assert.ok(!/NaN|undefined|Infinity/.test(String(braid({ ...options, points, size }))));
  assert.match(text(braid({ ...options, points: [] })), /Nothing stands on the strands yet/);
});

test('in a right-to-left language time still runs one way and text keeps its anchor', () => {
  addCatalogue('ar', { Today: 'اليوم' });
  const markup = text(speaking({ locale: 'ar', zone: 'Asia/Amman' }, () => braid(options)));
  assert.match(markup, /<svg [^>]*direction="ltr"/);
  assert.match(markup, /اليوم/);
});

test('the word for today stands where no mark can be', () => {
  const today = options.today!;
  const points = Array.from({ length: 4 }, (_, index) => point('specialist', today, { id: String(index) }));
  const markup = text(braid({ ...options, points }));
  const [wide, tall] = ['wide', 'tall'].map(
    (shape) => new RegExp(`<svg class="${shape}".*?</svg>`).exec(markup)![0],
  );
  const word = (drawing: string) =>
    /class="now" x="([\d.]+)" y="([\d.]+)"/.exec(drawing)!.slice(1).map(Number);
  const marks = (drawing: string) =>
    [...drawing.matchAll(/translate\((\d+) (\d+)\)"><title/g)].map((mark) => mark.slice(1).map(Number));
  assert.equal(marks(wide!).length, 4);
  assert.ok(
    marks(wide!).every((mark) => mark[1]! - 12 > word(wide!)[1]!),
    'it stands above them',
  );
  assert.ok(
    marks(tall!).every((mark) => mark[0]! - 12 >= word(tall!)[0]! - 1),
    'it stands beside them',
  );
});

test('today is marked only when it lies within the picture', () => {
  assert.match(text(braid(options)), /class="today"/);
  assert.ok(!text(braid({ ...options, today: '2030-01-01' })).includes('class="today"'));
});

test('the specialist-led share is seen to fall: a figure for each term, a sentence, a table', () => {
  const markup = text(braid(options));
  for (const shape of ['wide', 'tall']) {
    const drawing = new RegExp(`<svg class="${shape}".*?</svg>`).exec(markup)![0];
    assert.deepEqual(
      [...drawing.matchAll(/class="part"[^>]*>([^<]*)</g)].map(([, figure]) => figure),
      ['75%', '0%'],
    );
  }
  assert.match(markup, /Specialist-led time: 75% in the first term, 0% in the last\./);
  assert.match(markup, /<caption>Specialist-led time<\/caption>/);
});

test('within a single term the share is shown by month', () => {
  const points = [
    point('specialist', '2026-09-16', { minutes: 60 }),
    point('peer', '2026-12-07', { minutes: 60 }),
  ];
  const { shares, by } = sharesOf({ points, from: '2026-09-16', until: '2026-12-07', terms: options.terms! });
  assert.equal(by, 'month');
  assert.deepEqual(
    shares.map(({ startsOn, share }) => [startsOn, share]),
    [
      ['2026-09-01', 1],
      ['2026-12-01', 0],
    ],
  );
  const markup = text(braid({ ...options, until: '2026-12-18', points }));
  assert.match(markup, /Specialist-led time: 100% in the first month, 0% in the last\./);
});

test('a picture of a few weeks says its first and its last day', () => {
  const drawing = text(
    braid({ ...options, from: '2026-11-09', until: '2026-11-27', points: [point('peer', '2026-11-10')] }),
  );
  assert.match(drawing, />9 Nov</);
  assert.match(drawing, />27 Nov</);
});

test('what stands on the strands is called a step, as everywhere', () => {
  assert.match(text(braid(options)), /3 steps/);
  assert.doesNotMatch(text(braid(options)), /\bpoints\b/);
});

test('the specialist-led share is of time when every point says how long it takes', () => {
  const shares = specialistShare(options.points, options.terms!);
  assert.deepEqual(
    shares.map(({ share }) => share),
    [0.75, 0],
  );
  const untimed = options.points.map(({ minutes: _, ...rest }) => rest);
  assert.equal(isTimed(untimed), false);
  assert.deepEqual(
    specialistShare(untimed, options.terms!).map(({ share }) => share),
    [0.5, 0],
  );
});

test('a practice session led by the specialist counts as theirs, and an empty span is left out', () => {
  const led = [point('practice', '2026-10-01', { lead: true, minutes: 60 })];
  assert.deepEqual(
    specialistShare(led, options.terms!).map(({ share }) => share),
    [1],
  );
});

test('months run over the turn of the year', () => {
  assert.deepEqual(
    monthsBetween('2026-12-15', '2027-02-01').map(({ startsOn, endsOn }) => [startsOn, endsOn]),
    [
      ['2026-12-01', '2026-12-31'],
      ['2027-01-01', '2027-01-31'],
      ['2027-02-01', '2027-02-28'],
    ],
  );
});

test('long labels break between words, never within one', () => {
  assert.deepEqual(wrap('Practice in class', 9), ['Practice', 'in class']);
  assert.deepEqual(wrap('Unterrichtsentwicklung', 9), ['Unterrichtsentwicklung']);
});

test('without a calendar the picture and its table speak of weeks, not of dates', () => {
  const points = [
    point('specialist', '2001-01-01', { minutes: 60, label: 'Seminar' }),
    point('peer', '2001-01-24', { minutes: 60, label: 'Talk' }),
    point('peer', '2001-02-26', { minutes: 60, label: 'Last talk' }),
  ];
  const inWeeks = { ...options, from: '2001-01-01', until: '2001-03-02', terms: [], points };
  const markup = text(braid({ ...inWeeks, inWeeks: true, today: undefined }));
  assert.match(markup, /<title>Talk, Week 4<\/title>/);
  assert.match(markup, /<td[^>]*>Week 9<\/td>/);
  assert.match(markup, /Specialist-led time: 100% in the first third, 0% in the last\./);
  assert.match(markup, /Last third/);
  assert.doesNotMatch(markup, /2001|Jan|Planned|State/);
});

test('a picture in weeks shows no share where no specialist leads, and no more weeks than fit', () => {
  const points = [point('peer', '2001-01-01'), point('peer', '2002-06-03')];
  const markup = text(
    braid({ ...options, from: '2001-01-01', until: '2002-06-07', inWeeks: true, terms: [], points }),
  );
  assert.doesNotMatch(markup, /Specialist-led|Led by/);
  const wide = /<svg class="wide".*?<\/svg>/.exec(markup)![0];
  assert.ok(wide.match(/class="month"/g)!.length <= 12);
});
