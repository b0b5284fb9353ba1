import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseText } from 'media-captions';
import { webVtt } from '../write-captions.ts';
import { readTranscript } from './read-transcript.ts';

const read = (text: string, durationMs: number | null = 3_600_000) => readTranscript(text, durationMs);
const short = async (text: string, durationMs?: number) =>
  (await read(text, durationMs)).utterances.map(({ fromMs, toMs, speaker, text: said }) => [
    fromMs,
    toMs,
    speaker,
    said,
  ]);
const lines = async (text: string) => (await read(text)).problems.map(({ line }) => line);

test('captions with a mark at the beginning, Windows line ends, numbers, settings, notes, styles and regions', async () => {
  const text =
    '\uFEFFWEBVTT - A lesson\r\nKind: captions\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nREGION\r\nid:fred\r\n\r\n' +
    'NOTE not said\r\n00:00.000 --> 00:09.000\r\nby anybody\r\n\r\n1\r\n00:01.000 --> 00:02.500 align:start position:10%,line-left region:fred\r\n' +
    '<v.loud Ann Ellis>Hi <i>there</i> &amp; you</v>\r\n\r\nname of a cue\r\n00:00:03.000 --> 00:00:04.000 line:0\r\nposition: we stand in a ring\r\n';
  assert.deepEqual((await read(text)).problems, []);
  assert.deepEqual(await short(text), [
    [1000, 2500, 'Ann Ellis', 'Hi there & you'],
    [3000, 4000, '', 'position: we stand in a ring'],
  ]);
});

test('two who speak in one caption are two, and what stands in angle brackets but is no tag was said', async () => {
  assert.deepEqual(
    await short(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Is 3 < 5 ?</v>\n<v Cai>Yes, <00:01.500>and 5 > 3\n\n00:03.000 --> 00:04.000\n- <b>all</b> together',
    ),
    [
      [1000, 2000, 'Ann', 'Is 3 < 5 ?'],
      [1000, 2000, 'Cai', 'Yes, and 5 > 3'],
      [3000, 4000, '', '- all together'],
    ],
  );
});

test('captions that overlap stay as they are, in the order of time', async () => {
  const text = 'WEBVTT\n\n00:05.000 --> 00:09.000\nLater\n\n00:01.000 --> 00:07.000\nEarlier';
  assert.deepEqual(await short(text), [
    [1000, 7000, '', 'Earlier'],
    [5000, 9000, '', 'Later'],
  ]);
});

test('no caption is lost without a word: backwards, unreadable, empty, without a line between', async () => {
  const text =
    'WEBVTT\n\n00:03.000 --> 00:02.000\nBackwards\n\nbad --> 00:04.000\nUnreadable\n\n00:05.000 --> 00:06.000\n\n' +
    '00:07.000 --> 00:08.000\nOne\n2\n00:08.000 --> 00:09.000\nTwo\n\n00:10.000 --> 00:10.000\nNo time';
  const { utterances, problems } = await read(text);
  assert.deepEqual(
    utterances.map((each) => each.text),
    ['One', 'Two'],
  );
  assert.deepEqual(
    problems.map(({ line, why }) => [line, why]),
    [
      [3, 'It ends before it begins.'],
      [6, 'Write its times as 00:01:02.500 --> 00:01:04.000.'],
      [9, 'There are no words.'],
      [17, 'It ends before it begins.'],
    ],
  );
});

test('SRT, with commas and with names before a colon; a colon in one sentence is no name', async () => {
  const text =
    '1\r\n00:00:01,000 --> 00:00:02,5\r\nTEACHER: Look here, 1,000 bees\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n- CAI: Why?\r\n\r\n' +
    '3\r\n00:00:05,000 --> 00:00:06,000\r\nTEACHER: Well\r\nyou see\r\n\r\n4\r\n00:00:07,000 --> 00:00:08,000\r\nCAI: Remember: two\r\n\r\n5\r\n00:00:09,000 --> 00:00:10,000\r\nRemember: halves\r\n';
  assert.deepEqual(await short(text), [
    [1000, 2500, 'TEACHER', 'Look here, 1,000 bees'],
    [3000, 4000, 'CAI', 'Why?'],
    [5000, 6000, 'TEACHER', 'Well\nyou see'],
    [7000, 8000, 'CAI', 'Remember: two'],
    [9000, 10_000, '', 'Remember: halves'],
  ]);
});

test('from right to left: what was said stays as it is, a name cannot turn the line', async () => {
  const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v \u202eמורה>שלום לכולם';
  assert.deepEqual(await short(text), [[1000, 2000, 'מורה', 'שלום לכולם']]);
  assert.deepEqual(await short('0:01 أستاذة: ماذا ترون؟'), [[1000, 2000, 'أستاذة', 'ماذا ترون؟']]);
});

test('a sheet with semicolons, with tabs, with a mark, in any order, in seconds or as a clock', async () => {
  const expected = [
    [62_500, 64_000, 'Ann', 'Hello; you'],
    [64_000, 70_000, '', 'More'],
  ];
  for (const text of [
    '\uFEFFfrom;to;speaker;text\r\n1:02.5;1:04;Ann;"Hello; you"\r\n64;70;;More\r\n',
    'Speaker\tFrom\tTo\tWords\nAnn\t62.5\t0:01:04.000\tHello; you\n\t64\t1:10\tMore',
    'Text,Start,End,Who,Mood\n"Hello; you","1:02,5",64,Ann,glad\nMore,1:04,1:10,,\n',
    'sep=;\nFrom;Speaker;Text\n62,5;Ann;"Hello; you"\n64;;More\n70;Ann;End\n',
  ])
    assert.deepEqual((await short(text)).slice(0, 2), expected, text);
});

test('rows of a sheet that cannot be read are named with their line', async () => {
  assert.deepEqual(await lines('from,to,speaker,text\nsoon,2,A,x\n1,2,A,x\n3,4,A,\n5,4,A,back'), [2, 4, 5]);
});

test('typed lines: brackets, ends, no speaker; the last lasts as long as its words', async () => {
  assert.deepEqual(await short('[0:01] A: one\n\n0:05–0:06.5 two three\n0:10 B: a b c d e'), [
    [1000, 5000, 'A', 'one'],
    [5000, 6500, '', 'two three'],
    [10_000, 12_000, 'B', 'a b c d e'],
  ]);
});

test('what reaches over the end is cut there, and hostile text is only text', async () => {
  assert.deepEqual(await short('0:01-0:20 A: <script>alert(1)</script>\u0000', 5000), [
    [1000, 5000, 'A', '<script>alert(1)</script>'],
  ]);
  assert.deepEqual((await read('\n'.repeat(1000))).utterances, []);
  assert.equal((await read('0:01 x '.repeat(20_000))).problems.length, 1);
  const many = await read(
    Array.from({ length: 10_002 }, (_, i) => `${(i / 10).toFixed(1)}-${(i / 10 + 0.1).toFixed(1)} x`).join(
      '\n',
    ),
    null,
  );
  assert.deepEqual([many.utterances.length, many.problems.length], [10_000, 2]);
});

test('what is written out as WebVTT reads the same here and in another reader', async () => {
  const said = [
    { speaker: 'A & <b>', text: 'a --> b\n\nc < d > e &amp; f' },
    { speaker: '', text: 'NOTE this' },
    { speaker: 'Ann', text: '00:01.000 --> 00:02.000' },
  ].map((each, index) => {
    const at = {
      id: '',
      transcriptId: '',
      version: 1,
      tags: [],
      fromMs: index * 1000 + 1,
      toMs: index * 1000 + 999,
    };
    return { ...at, ...each };
  });
  const text = webVtt(said);
  const ours = await read(text);
  assert.deepEqual(ours.problems, []);
  assert.deepEqual(
    ours.utterances.map((each) => [each.fromMs, each.toMs, each.speaker, each.text]),
    said.map((each) => [each.fromMs, each.toMs, each.speaker, each.text.replaceAll('\n\n', '\n')]),
  );
  const other = await parseText(text, { type: 'vtt', errors: true });
  assert.deepEqual([other.cues.length, other.errors], [3, []]);
});
