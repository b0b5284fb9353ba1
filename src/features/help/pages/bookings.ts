import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const bookings: HelpPage = {
  slug: 'rooms-and-repairs',
  title: () => t('Rooms, equipment and repairs'),
  about: () => t('Booking a room or the laptops, and what to do when something is broken.'),
  body: () => html`
    <h2>${t('Booking')}</h2>
    <p>
      ${t('One picture shows a day: each room and each piece of equipment, and each period. What the timetable uses is taken by itself; press “Free” to book what is left. A school without a timetable has the morning, midday, the afternoon and the time after school.')}
    </p>
    <p>
      ${t('Book once, or each week until a day: holidays and closed days are left out. Where one of the days is taken, nothing is booked and you see which; tick the box to book the others.')}
    </p>
    <p>
      ${t('Nothing is booked twice, even when two press at the same moment: the second hears what is in the way and what else is free. Of thirty laptops never more than thirty are out at a time.')}
    </p>
    <h2>${t('When something comes in the way')}</h2>
    <p>
      ${t('If the timetable changes and a lesson now needs your room, your booking stays and waits for you on Today, so that you can agree with your colleague. If the office takes a booking of yours back, it says why, and you hear of it.')}
    </p>
    <h2>${t('Who may do what')}</h2>
    <ul>
      <li>${t('All staff see who has booked what, when and what for, and book what is open to all.')}</li>
      <li>${t('Whoever booked it changes it or takes it back.')}</li>
      <li>
        ${t('The office, the head and whoever arranges cover add equipment, say what needs a yes first, and take back anybody’s booking with a reason.')}
      </li>
    </ul>
    <h2>${t('Repairs')}</h2>
    <p>
      ${t('Report what is broken in a line and a place, with a photo if that helps and no pupil is seen in it. All staff see what is reported: if it is there already, press “I have it too” and you hear of it as well.')}
    </p>
    <p>
      ${t('The office says who looks after it. They write what was done; if something will not be mended, they say why. Each step stays readable, and those who reported it hear when something moves. The oldest stands first, with the day on which it was reported, and nobody is counted or compared.')}
    </p>
  `,
};
