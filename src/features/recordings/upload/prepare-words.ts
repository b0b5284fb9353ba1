import { t } from '#platform/i18n/i18n.ts';

/** What `src/browser/prepare/` says by itself; a place in braces is filled there. */
export const prepareWords = () => ({
  opening: t('Opening {name} …', { name: '{name}' }),
  restored: t('Your changes of before are here again.'),
  shown: t('{name}, {time} long.', { name: '{name}', time: '{time}' }),
  play: t('Play'),
  pause: t('Pause'),
  now: t('{now} of {whole}', { now: '{now}', whole: '{whole}' }),
  kept: t('{time} of {whole} are kept.', { time: '{time}', whole: '{whole}' }),
  startHandle: t('Start of the part'),
  endHandle: t('End of the part'),
  blur: t('Blur {n}', { n: '{n}' }),
  silence: t('Silence {n}', { n: '{n}' }),
  box: t('{name}: {x} % from the left, {y} % from the top, {width} % wide, {height} % high', {
    name: '{name}',
    x: '{x}',
    y: '{y}',
    width: '{width}',
    height: '{height}',
  }),
  draw: t('Drag over the face with a finger or the mouse.'),
  added: t('{name} is added, for the whole film.', { name: '{name}' }),
  moved: t('At {time} {name} is there. Between its places it moves by itself.', {
    name: '{name}',
    time: '{time}',
  }),
  removed: t('{name} is removed.', { name: '{name}' }),
  undone: t('Undone.'),
  unreadableTime: t('We could not read the time “{typed}”. Write it as 1:05 or 1:05.5.', {
    typed: '{typed}',
  }),
  wrongOrder: t('The end must come after the start.'),
  hideFirst: t(
    'Nobody is hidden yet in the part you keep. Add a blur, blur the whole picture, or send the sound alone.',
  ),
  tickFirst: t('Look at the whole, then tick the line above the button.'),
  played: t('You have played {time} of {whole}.', { time: '{time}', whole: '{whole}' }),
  soon: t('Less than a minute left'),
  minutes: t('About {n} min left', { n: '{n}' }),
  percent: t('{n} % made', { n: '{n}' }),
  stopped: t('Stopped. Your changes are still here.'),
  cannotMake: t(
    'This browser cannot make this film. Another browser, such as a current Chrome, Edge or Safari, may.',
  ),
  noRoom: t('There is not enough room on this device. Free some, or keep a shorter part.'),
  failed: t('It could not be made. Your changes are still here; you can try again.'),
  made: t('{name}, {time} long, {size}', { name: '{name}', time: '{time}', size: '{size}' }),
  left: t('You made {name} on {day} and have not sent it. Send it, or throw it away.', {
    name: '{name}',
    day: '{day}',
  }),
  thrown: t('It is gone from this browser. The film you chose is where it was.'),
  handed: t('{name} is ready to send.', { name: '{name}' }),
});

export type PrepareWords = ReturnType<typeof prepareWords>;
