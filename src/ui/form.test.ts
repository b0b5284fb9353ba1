import assert from 'node:assert/strict';
import { test } from 'node:test';
import { form } from './form.ts';
import { html } from './html.ts';

const options = { action: '/terms', button: 'Keep these dates' };
const text = (markup: unknown) => String(markup).replace(/\s+/g, ' ');

test('what a person typed cannot become markup, in a value, a label or an error', () => {
  const attack = '"><script>alert(1)</script>';
  const markup = String(
    form(
      { ...options, values: { name: attack }, errors: { name: attack }, hidden: { version: attack } },
      (f) => [
        f.text({ name: 'name', label: attack, hint: attack }),
        f.textarea({ name: 'name2', label: 'Note', value: '</textarea><script>' }),
        f.select({ name: 'kind', label: 'Kind', options: [{ value: attack, label: attack }] }),
      ],
    ),
  );
  assert.ok(!markup.includes('<script>'));
});

test('a field with an error is marked, described by hint and error, and reached from the summary', () => {
  const markup = text(
    form({ ...options, errors: { until: 'June has 30 days.' } }, (f) =>
      f.date({ name: 'until', label: 'Last day', hint: 'Day, month, year', required: true }),
    ),
  );
  assert.match(
    markup,
    /<input[^>]* id="f-terms-until"[^>]* aria-invalid="true"[^>]* aria-describedby="f-terms-until-hint f-terms-until-error"/,
  );
  assert.match(markup, /<span class="hint" id="f-terms-until-hint"/);
  assert.match(markup, /<span class="error" id="f-terms-until-error"/);
  assert.match(markup, /role="alert" tabindex="-1" autofocus/);
  assert.match(markup, /<a href="#f-terms-until">June has 30 days\.<\/a>/);
});

test('what is to be mended stands in the order of the fields, after what is of the whole form', () => {
  const errors = { last: 'Third.', middle: 'Second.', '': 'First.' };
  const markup = text(
    form({ ...options, errors }, (f) =>
      ['begin', 'middle', 'last'].map((name) => f.text({ name, label: name })),
    ),
  );
  assert.match(markup, /First\..*Second\..*Third\..*<label/);
});

test('an error of the whole form stands in the summary without a link to nowhere', () => {
  const markup = text(form({ ...options, errors: { '': 'The terms overlap.' } }));
  assert.match(markup, /<li>\s*The terms overlap\.\s*<\/li>/);
  assert.ok(!markup.includes('href="#'));
});

test('the link to a group of choices lands on its first choice', () => {
  const markup = text(
    form({ ...options, errors: { day: 'Choose a day.' } }, (f) =>
      f.radios({ name: 'day', label: 'Day', options: ['Monday', 'Tuesday'], required: true }),
    ),
  );
  assert.match(markup, /<a href="#f-terms-day">/);
  assert.match(markup, /<input type="radio" id="f-terms-day" name="day" value="Monday"/);
  assert.match(markup, /<input type="radio" id="f-terms-day-2"/);
});

test('optional fields say so, required ones are not starred', () => {
  const markup = text(
    form(options, (f) => [
      f.text({ name: 'a', label: 'Name', required: true }),
      f.text({ name: 'b', label: 'Note' }),
    ]),
  );
  assert.match(markup, />Name<\/label/);
  assert.match(markup, />Note <span class="optional">\(optional\)<\/span>/);
  assert.ok(!markup.includes('*'));
});

test('fields take the value of the form unless given one of their own', () => {
  const markup = text(
    form(
      {
        ...options,
        values: { name: 'Autumn', on: new Date('2026-09-03T00:00:00Z'), days: ['tue'], kind: 2 },
      },
      (f) => [
        f.text({ name: 'name', label: 'Name' }),
        f.text({ name: 'own', label: 'Own', value: 'Spring' }),
        f.date({ name: 'on', label: 'On' }),
        f.checkboxes({
          name: 'days',
          label: 'Days',
          options: [
            { value: 'mon', label: 'Monday' },
            { value: 'tue', label: 'Tuesday' },
          ],
        }),
        f.select({
          name: 'kind',
          label: 'Kind',
          options: [
            { value: 1, label: 'One' },
            { value: 2, label: 'Two' },
          ],
        }),
      ],
    ),
  );
  assert.match(markup, /name="name"[^>]* value="Autumn"/);
  assert.match(markup, /name="own"[^>]* value="Spring"/);
  assert.match(markup, /name="on"[^>]* value="2026-09-03"/);
  assert.match(markup, /value="tue" checked/);
  assert.ok(!/value="mon" checked/.test(markup));
  assert.match(markup, /<option value="2" selected>/);
});

test('a password is never sent back to the page', () => {
  const markup = String(
    form({ ...options, values: { password: 'correct horse' } }, (f) =>
      f.password({ name: 'password', label: 'Password' }),
    ),
  );
  assert.ok(!markup.includes('correct horse'));
});

test('where a password has to be typed again, the form that comes back says so and does not say that nothing is lost', () => {
  const page = (field: 'password' | 'text') =>
    text(
      form({ ...options, errors: { name: 'Write your name.' } }, (f) => [
        f.text({ name: 'name', label: 'Name' }),
        f[field]({ name: 'secret', label: 'Secret' }),
      ]),
    );
  assert.match(page('password'), /Type the password again/);
  assert.doesNotMatch(page('password'), /Nothing is lost/);
  assert.match(page('text'), /Nothing is lost: what you wrote is still here\./);
});

test('a draft is kept as one types, and by a button that needs no JavaScript', () => {
  const markup = text(form({ ...options, draft: 'terms', multipart: true }, () => html`<p>fields</p>`));
  assert.match(markup, /<draft-form data-key="terms"/);
  assert.match(markup, /data-saved="Saved \{time\}"/);
  assert.match(markup, /<input type="hidden" name="draft_key" value="terms"/);
  assert.match(
    markup,
    /formaction="\/drafts\/keep" formmethod="post"\s+formenctype="application\/x-www-form-urlencoded" formnovalidate/,
  );
  assert.match(markup, /<p class="draft-state" role="status">/);
  assert.doesNotMatch(markup, /data-saved-at/);
  const values = { draft_saved_at: '2026-11-18T16:01:00+00:00' };
  assert.match(
    text(form({ ...options, draft: 'terms', values })),
    /data-saved-at="2026-11-18T16:01:00\+00:00"/,
  );
});

test('a draft begun on an older text sends the version it was begun on, and says so', () => {
  const page = (values: Record<string, unknown>) =>
    text(form({ ...options, draft: 'terms', hidden: { version: 3 }, values }));
  const older = page({ version: '2' });
  assert.match(older, /name="version" value="2"/);
  assert.match(older, /saved again after you began/);
  assert.ok(older.indexOf('Keep these dates') < older.indexOf('/drafts/drop'), 'Enter sends the form');
  for (const values of [{}, { version: '3' }, { version: 2 }]) {
    assert.match(page(values), /name="version" value="3"/);
    assert.doesNotMatch(page(values), /saved again after you began|drafts\/drop/);
  }
});

test('a line break at the beginning of a text survives the browser, which drops the first one', () => {
  const markup = String(
    form(options, (f) => f.textarea({ name: 'note', label: 'Note', value: '\nsecond line' })),
  );
  assert.ok(markup.includes('>\n\nsecond line</textarea>'));
});

test('two forms on one page have different ids when their prefixes differ', () => {
  const one = (prefix: string) =>
    String(form({ ...options, prefix }, (f) => f.text({ name: 'a', label: 'A' })));
  assert.match(one('first'), /id="first-a"/);
  assert.match(one('second'), /id="second-a"/);
});
