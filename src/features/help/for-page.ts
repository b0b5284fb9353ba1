/** Which pages of help speak of a page, by how its address begins; the first that fits counts. */
const parts: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^\/programmes\/[^/]+\/evaluation|^\/evidence\/effect-translator/,
    ['what-came-of-it', 'who-can-see-what'],
  ],
  [/^\/(?:me\/(?:seen|shared|ended)|school\/override)/, ['who-can-see-what', 'what-the-server-can-reach']],
  [/^\/me\/take-away/, ['who-can-see-what', 'purposes']],
  [/^\/(?:groups|protocols)/, ['learning-in-a-group', 'who-can-see-what', 'words']],
  [
    /^\/(?:coaching|school\/coaching|school\/mentoring|induction|appraisal)/,
    ['mentoring-and-coaching', 'who-can-see-what', 'purposes'],
  ],
  [/^\/notices/, ['notices', 'who-can-see-what']],
  [/picture-cards$|^\/sign-in\/class/, ['picture-cards', 'who-can-see-what']],
  [/^\/resources/, ['resources', 'who-can-see-what']],
  [/^\/(?:plans|curriculum)/, ['planning', 'who-can-see-what']],
  [/^\/courses/, ['courses', 'who-can-see-what']],
  [/^\/messages/, ['messages', 'who-can-see-what']],
  [/^\/(?:behaviour|school\/behaviour)/, ['behaviour', 'who-can-see-what']],
  [/^\/(?:attendance|children\/[^/]+\/(?:away|attendance))/, ['attendance', 'who-can-see-what']],
  [/^\/(?:registers|school\/attendance-codes)/, ['registers', 'who-can-see-what']],
  [/^\/(?:bookings|repairs)/, ['rooms-and-repairs']],
  [/^\/cover/, ['cover', 'who-can-see-what']],
  [/^\/visitors/, ['visitors', 'who-can-see-what']],
  [/^\/rotas/, ['rotas', 'who-can-see-what']],
  [/^\/practice/, ['practising', 'who-can-see-what']],
  [/^\/me\/display/, ['keyboard']],
  [/^\/me\/notices/, ['mail']],
  [/^\/(?:school\/)?needs/, ['who-can-see-what', 'words']],
  [/^\/(?:observations|my-learning\/observations)/, ['observing', 'who-can-see-what', 'words']],
  [/^\/(?:starting-points|interview-notes|try-outs|peer-assessments)/, ['who-can-see-what', 'words']],
  [
    /^\/(?:recordings|school\/recording-settings)/,
    ['recordings-and-privacy', 'consents', 'who-can-see-what'],
  ],
  [/^\/teaching-evidence/, ['words', 'who-can-see-what']],
  [/^\/school\/imports/, ['imports']],
  [/^\/(?:school\/(?:timetable|rooms|year-end)|week)/, ['timetable-and-year']],
  [/^\/school\/consents/, ['consents', 'who-can-see-what']],
  [/^\/school\/settings/, ['mail', 'back-up-and-moving', 'other-addresses']],
  [/^\/(?:programmes|agreements|my-learning|evidence)/, ['words', 'what-staffroom-is', 'who-can-see-what']],
  [/^\/demo/, ['demo']],
];

/** The pages of help, by their slugs, for whoever comes from this address; none where nothing special is said. */
export const helpFor = (path: string): readonly string[] =>
  parts.find(([begins]) => begins.test(path))?.[1] ?? [];
