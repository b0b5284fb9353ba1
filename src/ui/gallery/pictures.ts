import { braid, type BraidPoint, type Strand, type StrandKey } from '#ui/braid.ts';
import { barPlot } from '#ui/chart/bar-plot.ts';
import { dotPlot } from '#ui/chart/dot-plot.ts';
import { linePlot } from '#ui/chart/line-plot.ts';
import { tally } from '#ui/chart/tally.ts';
import { html, type Html } from '#ui/html.ts';

const strands: Strand[] = [
  { key: 'specialist', label: 'Specialist input' },
  { key: 'peer', label: 'Peer support' },
  { key: 'practice', label: 'Practice in class' },
  { key: 'pupils', label: 'Pupil evidence' },
];

const terms = [
  { name: 'Autumn', startsOn: '2026-09-03', endsOn: '2026-12-18' },
  { name: 'Spring', startsOn: '2027-01-05', endsOn: '2027-03-26' },
  { name: 'Summer', startsOn: '2027-04-12', endsOn: '2027-07-21' },
];

const year: [StrandKey, string, string, number][] = [
  ['pupils', '2026-09-10', 'Starting points of six focus pupils', 60],
  ['specialist', '2026-09-16', 'Interviews on starting points', 90],
  ['specialist', '2026-09-30', 'Dr Nwosu models guided talk', 120],
  ['peer', '2026-10-07', 'Partnerships plan together', 60],
  ['practice', '2026-10-14', 'First tries in class', 60],
  ['specialist', '2026-10-14', 'Observation and feedback', 60],
  ['peer', '2026-11-04', 'Peer observation, first round', 60],
  ['practice', '2026-11-18', 'Second tries, with changed questions', 60],
  ['specialist', '2026-12-02', 'Session: listening for pupils’ reasons', 90],
  ['pupils', '2026-12-09', 'Middle measures', 45],
  ['practice', '2027-01-20', 'Talk in a second subject', 60],
  ['peer', '2027-02-03', 'Meeting: what pupils said', 60],
  ['specialist', '2027-02-24', 'On-call hour', 60],
  ['practice', '2027-03-10', 'Tries in pairs of classes', 60],
  ['peer', '2027-03-17', 'Peer observation, second round', 60],
  ['peer', '2027-05-05', 'Peer assessment of the second cycle', 90],
  ['practice', '2027-05-19', 'Consolidation', 120],
  ['pupils', '2027-06-16', 'End measures', 60],
  ['peer', '2027-06-30', 'Looking back together', 90],
];

const points: BraidPoint[] = year.map(([strand, on, label, minutes], index) => ({
  id: `p${index}`,
  strand,
  on,
  label,
  minutes,
  href: '#main',
  done: on < '2027-02-01',
}));

/** Far too much, several on one day: what a picture of a whole trust might hold. */
const many: BraidPoint[] = Array.from({ length: 200 }, (_, index) => ({
  id: `m${index}`,
  strand: strands[index % 4]!.key,
  on: new Date(Date.UTC(2026, 8, 4 + Math.floor(index / 3) * 5)).toISOString().slice(0, 10),
  label: `Session ${index + 1}`,
  done: index < 90,
}));

const span = { from: '2026-09-01', until: '2027-07-31', strands };

export const galleryPictures = (): Html =>
  html`<section>
    <h2>The braid</h2>
    ${braid({ ...span, title: 'Reading together, 2026 to 2027', terms, today: '2027-01-27', points, size: 'large' })}
    ${braid({ ...span, title: 'Reading together, small', terms, today: '2027-01-27', points, size: 'small' })}
    ${braid({ ...span, title: 'A programme not yet planned', terms, points: [], size: 'large' })}
    ${braid({ ...span, title: 'One meeting', points: points.slice(3, 4), size: 'small' })}
    ${braid({ ...span, title: 'Far too much', terms, points: many, size: 'large' })}
    <h2>Charts</h2>
    ${linePlot({
      title: 'Questions pupils asked of a text, in ten minutes',
      note: 'Mean of each class, with the lowest and highest pupil. Counted by the teacher; no comparison group.',
      moments: ['Start', 'Middle', 'End', 'Half a year later'],
      scale: [0, 10],
      series: [
        {
          name: 'Year 4',
          measured: [
            { value: 1.2, low: 0, high: 3, n: 12 },
            { value: 2.9, low: 1, high: 6, n: 12 },
            { value: 4.6, low: 1, high: 8, n: 11 },
            { value: 4.1, low: 1, high: 8, n: 10 },
          ],
        },
        {
          name: 'Year 5',
          measured: [{ value: 2, n: 14 }, { value: 2.4, n: 14 }, { value: 3.2, n: 13 }, { value: null }],
        },
        {
          name: 'Year 6',
          measured: [{ value: 'hidden' }, { value: 'hidden' }, { value: 'hidden' }, { value: null }],
        },
      ],
    })}
    ${linePlot({
      title: 'Words in the longest answer',
      note: 'Mean of one class with its 95% interval; the whole axis would show next to nothing of the change.',
      moments: ['Start', 'Middle', 'End', 'Half a year later'],
      scale: [0, 200],
      unit: 'words',
      series: [
        {
          name: 'Year 5',
          measured: [
            { value: 52, low: 47, high: 57, n: 24 },
            { value: null },
            { value: 63, low: 57, high: 69, n: 24 },
            { value: 61, low: 54, high: 68, n: 22 },
          ],
        },
      ],
    })}
    ${dotPlot({
      title: 'Level on the teachers’ own rubric',
      note: 'Six focus pupils.',
      before: 'September',
      after: 'July',
      scale: [0, 5],
      levels: true,
      lines: [
        { name: 'Pupil 1', before: 1, after: 3 },
        { name: 'Pupil 2', before: 2, after: 4 },
        { name: 'Pupil 3', before: 2, after: 2 },
        { name: 'Pupil 4', before: 3, after: 2.5 },
        { name: 'Pupil 5', before: 1.5, after: 4 },
        { name: 'Pupil 6', before: 1, after: null },
      ],
    })}
    ${barPlot({
      title: 'What would help most',
      of: 24,
      bars: [
        { label: 'Seeing it done with pupils like mine', count: 17 },
        { label: 'Time to plan with someone who teaches the same age', count: 13 },
        { label: 'Another course away from school', count: 'hidden' },
        { label: 'None of these', count: 0 },
      ],
    })}
    ${tally({
      title: 'Reasons given aloud in one lesson',
      rows: [
        { label: 'Before', count: 4 },
        { label: 'After', count: 23 },
        { label: 'In the smallest group', count: 'hidden' },
      ],
    })}
  </section>`;
