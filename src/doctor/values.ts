/** True for 8-4-4-4-12 hexadecimal digits. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

/**
 * What copying adds to a value and no reader takes away.
 * @param value as the process gets it
 * @returns "quotes", "blanks" (also no-break and zero-width ones inside it), "a placeholder" such as <your id>, or null when it is clean
 */
export function copyingFault(value: string): string | null {
  const text = value.trim();
  if (/^["'`\u2018-\u201f]|["'`\u2018-\u201f]$/.test(text)) return 'quotes';
  if (/[\s\u200b-\u200f\u2060\ufeff]/.test(text)) return 'blanks';
  if (/^(?:<[^>]{0,80}>|\$\{\{.{0,80}\}\}|\{\{.{0,80}\}\}|your[-_ ].{0,80}|xxx.{0,80}|changeme)$/i.test(text))
    return 'a placeholder';
  return null;
}

/** Setting names of a value: the one of the Bot Framework first, then the one of the Microsoft 365 Agents SDK. */
export const NAMES = {
  appId: ['MicrosoftAppId', 'connections__serviceConnection__settings__clientId'],
  password: ['MicrosoftAppPassword', 'connections__serviceConnection__settings__clientSecret'],
  tenantId: ['MicrosoftAppTenantId', 'connections__serviceConnection__settings__tenantId'],
} as const;

export interface Named {
  readonly name: string;
  readonly value: string;
}

/** The first of the names that is set, trimmed; null when none is. Blank counts as not set. */
export function firstSet(env: Readonly<Record<string, string | undefined>>, names: readonly string[]): Named | null {
  for (const name of names) {
    const value = env[name]?.trim() ?? '';
    if (value !== '') return { name, value };
  }
  return null;
}
