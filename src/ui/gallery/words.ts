import { copyLink, linkButton, printButton, quietActions } from '#ui/actions.ts';
import { card, cards } from '#ui/card.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { icon, iconNames } from '#ui/icons.ts';
import { evidenceLabel, label } from '#ui/label.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { progress } from '#ui/progress.ts';
import { stepList } from '#ui/step-list.ts';
import { groupedTabs, tabs } from '#ui/tabs.ts';

const village = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';

export const galleryWords = (): Html =>
  html`<section>
    <h2>Notices</h2>
    ${notice('info', 'Your answers go to the CPD leader with your name. Nobody else reads them.')}
    ${notice('caution', 'Two rows of the list could not be read. They are shown below with what is wrong.', 'Look at two rows first')}
    ${notice('good', 'All three of you have signed. The review falls due after the first observation.')}
    <h2>Nothing there yet</h2>
    ${empty({ says: 'No one has tried anything in class yet. What is tried, why and how pupils responded will stand here.', todo: { label: 'Write down a first try', href: '#' } })}
    ${empty({ says: 'No notices this week.' })}
    <h2>Cards</h2>
    ${cards([
      card({
        title: 'Reading together',
        href: '#',
        icon: 'learning',
        meta: 'September to July, eleven teachers',
        body: html`<p>Guided talk about texts in Years 3 to 6, with Dr Amara Nwosu as specialist.</p>`,
        actions: html`<a href="#">Next session</a>`,
      }),
      card({
        title: `Sgwrs am fathemateg yn ${village}`,
        href: '#',
        meta: personName({
          name: 'Gwenllian Angharad Llywelyn-Prydderch ap Rhydderch',
          role: 'co-ordinator',
        }),
        body: html`<p>${label('Draft', 'edit')} ${label('Two cycles')}</p>`,
      }),
      card({ title: 'حوار حول النصوص', href: '#', meta: personName({ name: 'שירה בן־דוד' }) }),
    ])}
    <h2>What is known of one thing</h2>
    ${definitionList([
      {
        term: 'Partners',
        says: [
          personName({ name: 'Rhian Puw', href: '#', role: 'Year 4' }),
          personName({ name: 'عبد الرحمن الفارسي', role: 'Year 5' }),
        ],
      },
      { term: 'Focus', says: 'Pupils who read fluently yet rarely ask about what they read' },
      { term: 'Place', says: village },
    ])}
    <h2>Labels of evidence</h2>
    <p>
      ${evidenceLabel('self-report')} ${evidenceLabel('usage')} ${evidenceLabel('practice')}
      ${evidenceLabel('pupils')}
    </p>
    <h2>Steps and progress</h2>
    ${stepList([
      { label: 'Starting points', state: 'done', href: '#', note: 'Shared with Dr Nwosu on 4 September' },
      { label: 'Learning agreement', state: 'now', href: '#', note: 'Waits for one signature' },
      { label: 'First observation', state: 'later', note: 'In the week of 5 October' },
    ])}
    ${progress({ label: 'Exercises done', done: 3, of: 8 })}
    <h2>Tabs and other things to do</h2>
    ${tabs('Views of this programme', [
      { label: 'Sessions', href: '#', current: true, count: 6 },
      { label: 'People', href: '#', current: false, count: 11 },
      { label: 'Evaluation', href: '#', current: false },
    ])}
    ${groupedTabs('Pages of a programme', [
      {
        label: 'Plan',
        tabs: [
          { label: 'Overview', href: '#', current: false },
          { label: 'Design', href: '#', current: true },
        ],
      },
      { label: 'People', tabs: [{ label: 'People', href: '#', current: false }] },
    ])}
    ${quietActions([
      { label: 'History', href: '#', icon: 'history' },
      { label: 'Download as CSV', href: '#', icon: 'download' },
    ])}
    <p>${linkButton({ label: 'Add a session', href: '#', icon: 'add' })} ${printButton()}</p>
    ${copyLink('https://staffroom.example/invitations/4fk2-ptz9-wq81', 'Send this address to the specialist')}
    ${form({ action: '/gallery/remove', button: 'Remove', quiet: true, danger: true, describe: 'Remove Rhian Puw' })}
    ${details('Why we ask this', html`<p>Starting from each teacher was common to the programmes that changed what pupils learnt.</p>`)}
    <h2>Icons</h2>
    <ul class="items dense">
      ${iconNames.map((name) => html`<li>${icon(name)} ${name}</li>`)}
    </ul>
  </section>`;
