import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const recordings: HelpPage = {
  slug: 'recordings-and-privacy',
  title: () => t('Recordings and privacy'),
  about: () =>
    t('Who can see a recording of your lesson, where that promise ends, and what is really deleted.'),
  body: () => html`
    <h2>${t('Who can see it')}</h2>
    <ul>
      <li>${t('You. Then whomever you show it to, and nobody else. You can take it back at any time.')}</li>
      <li>
        ${t('You watch first. Those you show it to can open it when you have said that you have watched it.')}
      </li>
      <li>
        ${t('Your line manager is kept out, even of a group you show it to. What was recorded for learning cannot reach appraisal.')}
      </li>
      <li>${t('Each time somebody else plays it, you can see who and when.')}</li>
      <li>
        ${t('A note is its writer’s alone until they share it. Nobody reads another’s before saying that their own are ready. Notes that judge stay closed until you open the talk.')}
      </li>
    </ul>
    <h2>${t('What a role does not open')}</h2>
    <p>
      ${t('Administrators, senior leaders and the head cannot play it, list it or hand it on: no page, no address for programs and no command does that for them. The head and the administrators decide how long the school keeps recordings. That is all.')}
    </p>
    <h2>${t('The one exception')}</h2>
    <p>
      ${t('The law can ask that a recording be opened to protect a child or an adult. Two people in different roles must agree, with a written reason. They can read and play that one recording for 72 hours. You are told: at once, or, where telling you would endanger someone, on a day they must name beforehand.')}
    </p>
    ${pupils()} ${said()} ${keptHow()} ${reach()} ${beyond()} ${deleted()}
    <p>
      <a href="/help/who-can-see-what">${t('Who can see what')}</a>
    </p>
  `,
};

const pupils = () => html`
  <h2>${t('Pupils, and preparing on your device')}</h2>
  <p>
    ${t('Before you send anything, you say who can be seen or heard, and the register of consents answers for each. Somebody without consent for this purpose must not be recognisable: then it can be sent only after it was made so.')}
    <a href="/help/consents">${t('Consents of pupils')}</a>
  </p>
  <ul>
    <li>
      ${t('Choosing a part, blurring and silencing happen in your browser. It makes a new film and sends that one. The film you chose never leaves the device, and the school never has it. A browser without JavaScript cannot do this: it sends the film as it is, and only where nobody must be hidden.')}
    </li>
    <li>
      ${t('Your device still has it. Delete it there, and in the copies that a phone makes by itself, when you no longer need it. A new film that you have not sent waits in the browser until you send it or throw it away.')}
    </li>
    <li>
      ${t('A blur covers what you drew, where and when you drew it. Look at the whole before you send it. A voice, a name on a book or a way of walking can still tell who somebody is.')}
    </li>
    <li>
      ${t('If a family takes its consent back, each recording in which the pupil can be recognised closes to everybody but you, and you are told.')}
    </li>
    <li>
      ${t('What a phone writes into a film beside the picture, such as the place, is left out when the film is made ready. Where ffmpeg is not installed the film is played as it was sent, and this stays in it.')}
    </li>
  </ul>
`;

const said = () => html`
  <h2>${t('Transcript, clips and files')}</h2>
  <ul>
    <li>
      ${t('Whoever may watch a recording reads its transcript and sees its captions. You bring it in; those who write notes may correct it. Initials or “Pupil 3” are enough for a name.')}
    </li>
    <li>
      ${t('Talk time and counts of tags are facts about one clip, as far as it was written down. They are never added up over lessons, and nobody is compared by them.')}
    </li>
    <li>
      ${t('A reel of clips is yours alone until you share it. Others play it once they have said that their own notes are ready.')}
    </li>
    <li>
      ${t('Notes can be taken out as a file: those that you can read at that moment, and no others. Notes brought in become your own, unshared. What you take out is no longer protected by these pages.')}
    </li>
  </ul>
`;

const keptHow = () => html`
  <h2>${t('How it is kept')}</h2>
  <p>
    ${t('Each recording is locked with a key of its own, from its first piece on. That key lies in the database, locked with the key of your school’s Staffroom. The key of the school lies in a folder by itself: outside the database, outside the data folder, and so outside the copies made of these.')}
  </p>
  <p>
    ${t('What is written about it is not locked in this way: its title, what went on in the lesson, who is in it, notes, transcript and captions, and the outline of how loud it is. They lie in the database and are protected by the same rules on every page.')}
  </p>
`;

/** Each of these is true of this program; what would make one untrue belongs in docs/decisions. */
const reach = () => html`
  <h2>${t('What somebody in full control of the computer could still reach')}</h2>
  <p>
    ${t('On most computers this is the account called root, or administrator. The program has to open recordings to play them, so whoever rules the program’s computer can do what it can. They could:')}
  </p>
  <ul>
    <li>
      ${t('read the key in its folder, called KEYS_DIR, and with it, the database and the files open every recording. The lock does not stop this account;')}
    </li>
    <li>
      ${t('take keys and pieces of film out of the program’s memory while it runs, and out of what the system moves from memory to disk;')}
    </li>
    <li>
      ${t('catch a recording while it is made ready. The program ffmpeg is handed the film over a connection within the computer, under an address nobody can guess, and writes the finished film unlocked into a folder that only Staffroom’s account may enter. The film is locked and that folder removed when it is finished, or, after a power cut, when Staffroom next tidies up;')}
    </li>
    <li>${t('change the program, so that it keeps what it should not, or the list of who watched.')}</li>
  </ul>
  <p>
    ${t('So know by name who has that control, and let them be few.')}
    <a href="/help/what-the-server-can-reach">${t('What whoever runs the computer could reach')}</a>
  </p>
`;

const beyond = () => html`
  <h2>${t('Lost disks, copies, and those who watch')}</h2>
  <ul>
    <li>
      ${t('Who has a stolen disk or a copy with the data but without the folder of the key cannot play any recording. They can read what is written about it. If the folder of the key is on the same disk, they have both: encrypt the disk of the computer.')}
    </li>
    <li>
      ${t('Keep a copy of the folder of the key in another place than the copies of the data. If it is lost, no recording can be played again, by anybody.')}
    </li>
    <li>
      ${t('Browsers are told to keep nothing of what they play. While it plays it is in the memory of that device, and a browser, an extension or a device that is not sound may keep it all the same.')}
    </li>
    <li>
      ${t('Whoever may watch can also keep: with some skill by saving it, with none by filming the screen with a phone. No program can prevent that. Show it to people you trust.')}
    </li>
  </ul>
`;

const deleted = () => html`
  <h2>${t('How long it stays, and what deleting removes')}</h2>
  <ul>
    <li>
      ${t('Each recording has a day until which it is kept. You choose it within what the school allows, you are reminded before it comes, and you can put it off. When it is over, the recording is erased without anybody doing anything.')}
    </li>
    <li>
      ${t('“Take away” closes it for everybody but you, and can be taken back. “Erase for good” cannot.')}
    </li>
    <li>
      ${t('Erasing removes the film or sound in every form, the picture made of it, its key, the outline of its sound, transcript and captions, the clips, and the list of who is in it. Notes, with answers and earlier versions, go or stay as you chose.')}
    </li>
    <li>
      ${t('What stays: that there was a recording, its title, its days and who had watched it. What went on in the lesson stays with the notes.')}
    </li>
    <li>
      ${t('Copies made before hold it until they are overwritten: the locked film in a copy of the data folder, its locked key in a copy of the database. Only with the key of the school can the two be opened. Ask whoever makes the copies how long they keep them.')}
    </li>
    <li>
      ${t('A disk does not wipe at once what is deleted. Traces of the locked film, of its key, and of the film from while it was made ready may stay on it for a while. An encrypted disk is the answer to that.')}
    </li>
  </ul>
`;
