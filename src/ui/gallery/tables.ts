import { html, type Html } from '#ui/html.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { table, type Column } from '#ui/table.ts';

const columns: Column[] = [
  { label: 'Teacher' },
  { label: 'Focus', wide: true },
  { label: 'Hours', numeric: true },
  { label: 'Out of the day', numeric: true },
];

const names = [
  'Rhian Puw',
  'Gwenllian Angharad Llywelyn-Prydderch ap Rhydderch',
  'عبد الرحمن الفارسي',
  'שירה בן־דוד',
  'Nguyễn Thị Phương Thảo',
];

export const galleryTables = (): Html =>
  html`<section>
    <h2>Tables and lists</h2>
    ${filters({ action: '/gallery', narrowed: true, values: { phase: 'ks2' } }, (f) => [
      f.search({ name: 'q', label: 'Name holds' }),
      f.select({
        name: 'phase',
        label: 'Phase',
        all: 'All phases',
        options: [
          { value: 'ks1', label: 'Key stage 1' },
          { value: 'ks2', label: 'Key stage 2' },
        ],
      }),
    ])}
    ${table({
      caption: 'Time spent on Reading together',
      columns,
      rows: names.map((name, index) => [
        personName({ name, href: '#' }),
        'Pupils who read fluently yet rarely ask about what they read',
        (index + 2) * 3.5,
        index,
      ]),
      foot: ['Together', '', 70, 10],
      empty: '',
    })}
    ${pager({ page: 2, pages: 7, path: '/gallery', query: { phase: 'ks2' } })}
    ${table({ caption: 'Observations', columns, rows: [], empty: 'No observation is planned yet.' })}
    ${countedList({ says: '5 teachers', items: names.map((name) => personName({ name, href: '#', role: 'teacher' })), empty: '', keep: 'teachers' })}
    ${countedList({ says: '0 answers', items: [], empty: 'No one has answered yet.' })}
  </section>`;
