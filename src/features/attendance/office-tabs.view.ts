import type { Who } from '#platform/access/who.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { tabs } from '#ui/tabs.ts';
import {
  absencesPath,
  attendancePath,
  figuresPath,
  handPath,
  patternsPath,
  settingsPath,
  todayPath,
} from './attendance.ts';
import { isOffice, readsWhole } from './attendance.access.ts';

/** The views of the room that this person may open. */
export function officeTabs(who: Who, here: string): Html {
  const whole = readsWhole(who);
  const all = [
    { label: t('Pupils'), href: attendancePath, shown: true },
    { label: t('This morning'), href: todayPath, shown: whole },
    { label: t('What families say'), href: absencesPath, shown: whole },
    { label: t('Patterns'), href: patternsPath, shown: true },
    { label: t('Who might need a hand'), href: handPath, shown: true },
    { label: t('Figures'), href: figuresPath, shown: whole },
    { label: t('Settings'), href: settingsPath, shown: isOffice(who) },
  ];
  return tabs(
    t('Attendance'),
    all.flatMap(({ shown, ...tab }) => (shown ? [{ ...tab, current: tab.href === here }] : [])),
  );
}
