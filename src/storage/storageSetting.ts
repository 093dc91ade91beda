import path from 'node:path';
import { HostmedicError } from '../model/errors.ts';

/** What HOSTMEDIC_STORAGE may be, as shown in messages. */
export const STORAGE_SCHEMES = [
  'sqlite:PATH',
  'postgres://USER:PASSWORD@HOST/DATABASE',
  'azure-blob:CONNECTION-STRING',
  'memory:',
] as const;

export type StorageSetting =
  /** `file` is absolute, or ":memory:". */
  | { readonly type: 'sqlite'; readonly file: string }
  /** `url` begins with postgres:// or postgresql:// and may hold a password. */
  | { readonly type: 'postgres'; readonly url: string }
  /** The connection string holds a key or a signature. */
  | { readonly type: 'azure-blob'; readonly connectionString: string };

/**
 * Reads HOSTMEDIC_STORAGE; opens nothing.
 * @param root folder of package.json; a relative SQLite path counts from it
 * @throws CONFIG_INVALID for an unknown scheme, or when what has to follow it is missing
 */
export function readStorageSetting(setting: string, root: string): StorageSetting {
  const text = setting.trim();
  const colon = text.indexOf(':');
  const scheme = text.slice(0, colon + 1).toLowerCase();
  const rest = text.slice(colon + 1).trim();
  if (scheme === 'memory:' && rest === '') return { type: 'sqlite', file: ':memory:' };
  if (scheme === 'sqlite:' && rest !== '') return { type: 'sqlite', file: path.resolve(root, rest) };
  if (/^postgres(?:ql)?:$/.test(scheme) && URL.canParse(text)) return { type: 'postgres', url: text };
  if (scheme === 'azure-blob:' && rest !== '') return { type: 'azure-blob', connectionString: rest };
  throw new HostmedicError(
    'CONFIG_INVALID',
    `HOSTMEDIC_STORAGE ${beginning(scheme)} and cannot be used; known: ${STORAGE_SCHEMES.join(', ')}${hint(text)}`,
  );
}

/** Only a scheme is repeated: what stands elsewhere may be a password. */
function beginning(scheme: string): string {
  return /^(?:[a-z][a-z+.-]{0,19}:)?$/.test(scheme) ? `begins with "${scheme}"` : 'does not begin with a scheme';
}

/** The likely slip. */
function hint(text: string): string {
  if (/^postgres/i.test(text)) {
    return '. In a password, signs such as @ / : # ? are written as %40 %2F %3A %23 %3F';
  }
  if (/(?:AccountName|BlobEndpoint|UseDevelopmentStorage)=/i.test(text)) return '. Put azure-blob: in front of it';
  return /(?:Host|Server)=/i.test(text) ? '. For PostgreSQL write the values as an address' : '';
}
