/** What only a browser can add. Every page is whole without it. */
import './back-to-form.ts';
import './copy-link.ts';
import './draft-form.ts';
import './fetch-parts.ts';
import './growing-textarea.ts';
import './keep-scroll.ts';
import './prefetch.ts';
import './print-button.ts';
import './submit-guard.ts';
import './tick-all.ts';
import './unsaved-warning.ts';
