export interface Mount {
  readonly folder: string;
  /** ext4, nfs4, cifs, overlay, ... */
  readonly type: string;
}

/** File systems of other machines: their locks and shared memory are not those of SQLite. */
const NETWORK =
  /^(?:nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|ceph|glusterfs|lustre|9p|fuse\.(?:sshfs|glusterfs|ceph|rclone|s3fs|blobfuse2?))$/;

/**
 * Finds where a path is mounted.
 * @param mounts text of /proc/mounts: device, folder, type, ... with \040 for a blank
 * @param place  absolute path
 * @returns the longest mount that holds it; null when none does
 */
export function mountOf(mounts: string, place: string): Mount | null {
  let best: Mount | null = null;
  for (const line of mounts.split('\n')) {
    const [, escaped = '', type = ''] = line.split(' ');
    const folder = escaped.replace(/\\([0-7]{3})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 8)),
    );
    if (folder === '' || !(place === folder || place.startsWith(folder.endsWith('/') ? folder : `${folder}/`)))
      continue;
    // Of two mounts on one folder the later one is on top.
    if (best === null || folder.length >= best.folder.length) best = { folder, type };
  }
  return best;
}

export function isNetwork({ type }: Mount): boolean {
  return NETWORK.test(type);
}
