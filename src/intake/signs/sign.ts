/** Something exact that stands in a text. Offsets are into `Document.text`. */
export interface Sign {
  readonly type: 'status' | 'code' | 'exception' | 'event';
  /** "500.19" | "0x80070002" or "12002" | "System.IO.FileNotFoundException" | source of an event. */
  readonly value: string;
  /** Event id, where one stands beside the source. */
  readonly id?: number;
  readonly start: number;
  readonly end: number;
}
