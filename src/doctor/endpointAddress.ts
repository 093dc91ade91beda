export type EndpointAddress =
  | { readonly type: 'good'; readonly url: URL }
  | { readonly type: 'wrong'; readonly what: string; readonly fix: string };

const PATH = '/api/messages';
const EXAMPLE = 'https://hostmedic.example.com/api/messages';

/**
 * Judges an address that the Bot Connector is to call.
 * @param value the setting HOSTMEDIC_ENDPOINT, and the field "Messaging endpoint" of the Azure Bot
 * Rules: https://learn.microsoft.com/azure/bot-service/bot-service-manage-settings
 */
export function readEndpointAddress(value: string): EndpointAddress {
  const text = value.trim();
  if (!URL.canParse(text)) return wrong(`"${text}" is no address`, `write it in full, as ${EXAMPLE}`);
  const url = new URL(text);
  if (isOwnMachine(url.hostname)) {
    return wrong(
      `"${text}" is this machine; Teams cannot reach it`,
      `give the public name, or the one of a dev tunnel, as ${EXAMPLE}`,
    );
  }
  if (url.protocol !== 'https:') {
    return wrong(`"${text}" is not https`, `use https://${url.host}${PATH}; the host needs a certificate`);
  }
  if (url.pathname !== PATH || url.search !== '' || url.hash !== '') {
    return wrong(`"${text}" does not end in ${PATH}`, `use https://${url.host}${PATH}`);
  }
  if (url.username !== '' || url.password !== '') {
    return wrong('the address holds a user or a password', `use https://${url.host}${PATH}`);
  }
  return { type: 'good', url };
}

function wrong(what: string, fix: string): EndpointAddress {
  return { type: 'wrong', what, fix };
}

/** Also the private ranges: the connector calls from the internet. */
function isOwnMachine(host: string): boolean {
  return (
    ['localhost', '0.0.0.0', '[::1]', '[::]'].includes(host) ||
    host.endsWith('.localhost') ||
    /^(?:127|10)\.\d|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\./.test(host) ||
    !/[.:]/.test(host)
  );
}
