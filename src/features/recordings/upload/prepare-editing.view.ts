import { t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { html, type Html } from '#ui/html.ts';

/** Where one says what is done to the film. The lists are filled by the browser, from the templates. */
export const prepareEditing = (mustHide: boolean): Html =>
  html`<h2>${t('Make it ready')}</h2>
    <p class="meta" data-is="film-words"></p>
    ${stage()} ${part()} ${hiding(mustHide)} ${silences()} ${turning()}
    <div class="buttons prepare-end">
      ${act('make', t('Make what is sent'), { main: true })} ${act('undo', t('Undo'))}
      ${act('choose-another', t('Choose another'))}
    </div>`;

function act(name: string, label: string, how: { main?: boolean; video?: boolean } = {}): Html {
  return html`<button
    type="button"
    class="button ${how.main ? '' : 'secondary'}"
    data-do="${name}"
    ${attributes({ 'data-video': how.video })}
  >
    ${label}
  </button>`;
}

const stage = (): Html =>
  html`<div class="prepare-stage">
    <video class="hidden" playsinline preload="auto" tabindex="-1" aria-hidden="true" data-is="video"></video>
    <div class="prepare-picture" data-is="picture">
      <canvas role="img" aria-label="${t('The picture as it will be sent')}" data-is="canvas"></canvas>
      <div class="prepare-boxes" data-is="boxes"></div>
    </div>
    <div class="prepare-strip" data-is="strip">
      <canvas aria-hidden="true" data-is="frames"></canvas>
      <div class="outside before" data-is="before"></div>
      <div class="outside after" data-is="after"></div>
      <div class="playhead" data-is="playhead"></div>
      <div class="end start" role="slider" tabindex="0" data-is="start"></div>
      <div class="end" role="slider" tabindex="0" data-is="end"></div>
    </div>
    <div class="buttons prepare-playing">
      ${act('back', t('1 s back'))} ${act('play', t('Play'), { main: true })} ${act('forward', t('1 s on'))}
      <span class="now" data-is="now"></span>
    </div>
    <p class="prepare-said" role="status"></p>
  </div>`;

const group = (title: string, body: Html, how: { open?: boolean; video?: boolean } = {}): Html =>
  html`<details class="more prepare-group" ${attributes({ open: how.open, 'data-video': how.video })}>
    <summary>${title}</summary>
    <div>${body}</div>
  </details>`;

const moment = (label: string, field: string): Html =>
  html`<label class="moment"
    ><span class="label">${label}</span
    ><input type="text" class="short" autocomplete="off" data-field="${field}"
  /></label>`;

/** A start and an end, each typed, or taken from where the film stands. */
const fromUntil = (name: string): Html =>
  html`<div class="from-until">
    <div>${moment(t('From'), `${name}-from`)} ${act(`${name}-from-here`, t('Starts here'))}</div>
    <div>${moment(t('Until'), `${name}-until`)} ${act(`${name}-until-here`, t('Ends here'))}</div>
  </div>`;

const part = (): Html =>
  group(
    t('Keep only a part'),
    html`<p>${t('Drag the two ends of the strip, type times, or play and say where it starts and ends.')}</p>
      ${fromUntil('part')}
      <p class="meta" data-is="kept"></p>`,
    { open: true },
  );

const choice = (
  value: string,
  label: string,
  hint: string,
  how: { video?: boolean; picked?: boolean } = {},
): Html =>
  html`<label class="choice" ${attributes({ 'data-video': how.video })}
    ><input
      type="radio"
      name="prepare-picture"
      value="${value}"
      data-field="picture"
      ${attributes({ checked: how.picked })}
    /><span>${label}<span class="hint">${hint}</span></span></label
  >`;

const hiding = (mustHide: boolean): Html =>
  group(
    t('Blur faces, or the whole picture'),
    html`<fieldset class="field">
        <legend class="label">${t('The picture')}</legend>
        <div class="choices">
          ${choice('shown', t('With the blurs drawn below'), t('Where none is drawn, everything is seen.'), { picked: true })}
          ${choice('blurred', t('Blur the whole picture'), t('Only movement and sound are left.'))}
          ${choice('dropped', t('Sound only'), t('The picture is not sent.'))}
        </div>
      </fieldset>
      <div data-is="drawing">
        <p>
          ${t(
            'Draw one over each face. Where a face moves, go to a later moment and move its blur there: in between it moves by itself.',
          )}
        </p>
        <div class="buttons">
          ${act('draw', t('Draw a blur'))} ${act('put-one', t('Put one in the middle'))}
        </div>
        <p class="hint" id="prepare-keys">
          ${t('By keyboard: arrow keys move a blur, with Shift they size it, Delete removes it.')}
        </p>
        <ol class="prepare-list" data-is="areas"></ol>
        <template data-is="area">${areaEntry()}</template>
        <template data-is="position">${positionEntry()}</template>
      </div>`,
    { open: mustHide, video: true },
  );

const select = (label: string, field: string, options: readonly (readonly [string, string])[]): Html =>
  html`<label class="moment"
    ><span class="label">${label}</span
    ><select class="short" data-field="${field}">
      ${options.map(([value, words]) => html`<option value="${value}">${words}</option>`)}
    </select></label
  >`;

const areaEntry = (): Html =>
  html`<li>
    <fieldset class="group">
      <legend tabindex="-1" data-is="name"></legend>
      ${fromUntil('area')}
      <div class="from-until">
        ${select(t('Shape'), 'shape', [
          ['ellipse', t('Round')],
          ['rectangle', t('Square')],
        ])}
        ${select(t('How'), 'hiding', [
          ['blur', t('Blurred')],
          ['cover', t('Covered')],
        ])}
      </div>
      <details class="more">
        <summary>${t('Places in numbers')}</summary>
        <ol class="prepare-positions" data-is="positions"></ol>
      </details>
      <div class="buttons">${act('show-area', t('Show it'))} ${act('remove-area', t('Remove'))}</div>
    </fieldset>
  </li>`;

const number = (label: string, field: string): Html =>
  html`<label class="moment"
    ><span class="label">${label}</span
    ><input type="number" class="short" min="0" max="100" step="1" inputmode="numeric" data-field="${field}"
  /></label>`;

const positionEntry = (): Html =>
  html`<li>
    <div class="numbers">
      ${moment(t('At'), 'at')} ${number(t('From left, %'), 'x')} ${number(t('From top, %'), 'y')}
      ${number(t('Width, %'), 'width')} ${number(t('Height, %'), 'height')}
    </div>
    ${act('remove-position', t('Remove this place'))}
  </li>`;

const silences = (): Html =>
  html`<div data-is="sounding">
    ${group(
      t('Silence moments'),
      html`<p>${t('For a name, or what was not meant for others.')}</p>
        <div class="buttons">${act('add-silence', t('Silence from here'))}</div>
        <ol class="prepare-list" data-is="silences"></ol>
        <template data-is="silence"
          ><li>
            <fieldset class="group">
              <legend tabindex="-1" data-is="name"></legend>
              ${fromUntil('silence')}
              <div class="buttons">${act('remove-silence', t('Remove'))}</div>
            </fieldset>
          </li></template
        >`,
    )}
  </div>`;

const turning = (): Html =>
  group(t('Turn the picture'), html`<div class="buttons">${act('turn', t('Turn by a quarter'))}</div>`, {
    video: true,
  });
