/** A person or a place to turn to when Hostmedic knows no cause. */
export interface Contact {
  /** "IT helpdesk"; the address itself when no name was given. */
  readonly label: string;
  /** mail: an address; link: an https URL. */
  readonly type: 'mail' | 'link';
  readonly address: string;
}
