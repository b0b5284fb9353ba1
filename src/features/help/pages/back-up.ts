import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const backUp: HelpPage = {
  slug: 'back-up-and-moving',
  title: () => t('Backing up and moving'),
  about: () => t('Stop it, copy one folder, start it again; and the key to recordings once.'),
  body: () => html`
    <h2>${t('Backing up')}</h2>
    <ol>
      <li>
        ${t('Stop Staffroom: press Ctrl and C where it was started, and wait until that window takes commands again.')}
      </li>
      <li>
        ${t('Copy the whole data folder to another place. It is called “data” unless DATA_DIR names another.')}
      </li>
      <li>
        ${t('If there is a file “postgres-is-elsewhere.txt” in it, copy the folder that the file names too: the database is there. This is so where the administrator of a Linux computer started Staffroom in a folder of their own, and it is said at every start.')}
      </li>
      <li>
        ${t('The key to recordings lies in a folder of its own, beside the data folder, with “-keys” at the end of its name unless KEYS_DIR names another. Copy it once, and keep that copy somewhere else than the copies of the data: who has both can open every recording, and without it nobody can.')}
      </li>
      <li>${t('Start it again.')}</li>
    </ol>
    <p>
      ${t('Copy it while it is stopped: a copy of a running database may not open. Keep a copy in another building, locked away, because everything is in it. Once in a while, start from a copy on another computer to see that it opens.')}
    </p>
    <h2>${t('Going back to a copy')}</h2>
    <p>
      ${t('Stop Staffroom, put the data folder aside, put the copy in its place, start. What was written since the copy is in the folder you put aside. The folder of the key stays where it is; if it is gone, put your copy of it back first.')}
    </p>
    <h2>${t('Going over to a new version')}</h2>
    <p>
      ${t('Stop Staffroom, keep a copy as above, put the new version of the program in the place of the old, and start it. The data folder stays where it is; the first start brings the database up to date.')}
    </p>
    <p>
      ${t('If Staffroom runs on several computers over one database, stop all of them before you start the new version anywhere. One that still runs the old version cannot save into a database that was brought up to date.')}
    </p>
    <h2>${t('Moving to another computer')}</h2>
    <p>
      ${t('Copy the program, the data folder and the folder of the key while it is stopped, and start it there. The database inside the folder opens on the same kind of computer only: the same operating system and the same kind of processor.')}
    </p>
    <h2>${t('A database of your own')}</h2>
    <p>
      ${t('If DATABASE_URL names a PostgreSQL server, the database is there and not in the data folder. Back it up by that server’s own means, and copy the data folder as well: files and letters are in it.')}
    </p>
  `,
};
