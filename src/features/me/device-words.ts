import { t } from '#platform/i18n/i18n.ts';

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const machines: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** A browser's description of itself in words people know: "Firefox on Windows". */
export function deviceInWords(device: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(device))?.[1];
  const machine = machines.find(([pattern]) => pattern.test(device))?.[1];
  if (browser && machine) return t('{browser} on {machine}', { browser, machine });
  return browser ?? machine ?? t('A device that did not say what it is');
}
