/** Every error this product raises on purpose has a stable code; the code never changes once released (docs/errors.md). */
export type ErrorCode =
  | 'CATALOG_INVALID'
  | 'CONFIG_INVALID'
  | 'CONFIG_MISSING'
  | 'CARD_TOO_LARGE'
  | 'STORAGE_UNAVAILABLE'
  | 'RECORD_TOO_LARGE'
  | 'CONFLICT'
  | 'INPUT_INVALID';

export class HostmedicError extends Error {
  readonly code: ErrorCode;

  /**
   * @param code    stable code
   * @param message place: what is wrong, with the value; what to do
   * @param cause   the error underneath, if any
   */
  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'HostmedicError';
    this.code = code;
  }
}
