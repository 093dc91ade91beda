import { keyed } from './keyedValues.ts';
import { PLACEHOLDERS, PLAIN_VALUES, secret, type RedactionRule } from './redactionRule.ts';

/** Secrets in addresses, headers and cookies. */
export const WEB_RULES: readonly RedactionRule[] = [
  secret(
    'shared-access-signature',
    'shared access signature',
    ['sig=', 'sig%3d', 'sig%253d', 'sig"', 'sig\\"'],
    [
      /(sig(?:=|%(?:25)?3d))((?:[A-Za-z0-9+/_-]|%(?!26)[0-9a-f]{2}){16,}={0,2}(?:\n[ \t]{0,8}(?:[A-Za-z0-9+/_-]|%2[bf]){2,60}(?:%3d|=))?)/iy,
      /("?sig\\{0,3}"\s{0,4},\s{0,4}\\{0,3}"value\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}")([^"\\\n]{16,})/iy,
    ],
    { before: /(?:^|[?&;\s"'{:>]|%(?:25)?(?:26|3f)|\\u0026)$/i, replacement: '<signature>' },
  ),
  secret(
    'url-key',
    'key in an address',
    ['code=', 'key=', 'auth=', 'code"', 'code\\"'],
    [
      /((?:code|key|auth)=)([A-Za-z0-9%+/_~.-]{20,}={0,2})/iy,
      /(code\\{0,3}"\s{0,4},\s{0,4}\\{0,3}"value\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}")([^"\\\n]{20,})/iy,
    ],
    { before: /(?:[?&](?:\w{1,16}[-_])?|:\s?\\{0,3}")$/, replacement: '<key>' },
  ),
  secret(
    'url-password',
    'password in an address',
    ['://'],
    [
      /(:\/\/[^\s:@/"'<>]{0,64}:)(?!\d{1,5}[;,?])([^\s/"'<>]{1,256})(?=@)/iy,
      /(:\/\/)([^\s:@/"'<>]{16,256})(?=@[\w-])/iy,
    ],
    { spares: PLACEHOLDERS },
  ),
  secret(
    'webhook',
    'webhook address',
    ['webhook.office.com/', 'discord.com/api/webhooks/', 'hooks.slack.com/services/'],
    [/((?:webhook\.office\.com|discord\.com\/api\/webhooks|hooks\.slack\.com\/services)\/)([\w@/-]{16,})/iy],
    { replacement: '<token>' },
  ),
  secret(
    'authorization-header',
    'authorization header',
    ['authorization'],
    [
      /(authorization\\{0,3}["']?[ \t]{0,4}[:=,][ \t]{0,4}\\{0,3}["']?digest[ \t])([^\n]+)/iy,
      /(authorization\\{0,3}["']?(?:[ \t]{0,4}[:=,][ \t]{0,4}|\s{0,8},\s{0,8}\\{0,3}"value\\{0,3}"\s{0,4}:\s{0,4})\\{0,3}["']?(?:basic|bearer|negotiate|ntlm|sharedkey(?:lite)?|sharedaccesssignature|apikey|token)[ \t]{1,4})([^\s"'<>\\][^\s"'<>\\]*)/iy,
      /(authorization\\{0,3}["']?[ \t]{0,4}[:=][ \t]{0,4}\\{0,3}["']?)(?!SharedAccessSignature |SharedKey)([A-Za-z0-9+/=_.~-]{16,})/iy,
    ],
    { replacement: '<token>', spares: [...PLACEHOLDERS, /^(?:.{0,7}|[A-Z]?[a-z]{1,22})$/] },
  ),
  secret(
    'bearer-token',
    'bearer token',
    ['bearer '],
    [/(bearer[ \t]{1,4}(?:token[ \t]{1,4})?)([A-Za-z0-9._~+/=-]{16,})/iy],
    {
      replacement: '<token>',
      spares: PLAIN_VALUES,
    },
  ),
  secret(
    'aspnet-cookie',
    'session or sign-in cookie',
    [
      '.aspnetcore.',
      '.aspnet.',
      '.aspxauth',
      'asp.net_sessionid',
      'arraffinity',
      'asp.net_session',
      'appserviceauthsession',
    ],
    [
      /(\.aspnetcore\.(?:correlation|openidconnect\.nonce)\.)([A-Za-z0-9_-]{16,})/iy,
      /((?:\.aspnet(?:core)?\.[\w.-]{1,80}|\.aspxauth|asp\.net_session\w{0,4}|arraffinity(?:samesite)?|appserviceauthsession)=)([^\s;"',<>\\]{12,})/iy,
    ],
    { before: /(?:^|[^\w])$/, replacement: '<cookie>' },
  ),
  secret(
    'set-cookie',
    'cookie',
    ['set-cookie'],
    [
      /(set-cookie\\{0,3}["']?[ \t]{0,4}:[ \t]{0,4}\\{0,3}["']?[^=;\s]{1,80}=)([^\s;"',<>\\]{6,})/iy,
      /(set-cookie\\{0,3}"\s{0,8},\s{0,8}\\{0,3}"value\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}"[^=;\s]{1,80}=)([^\s;"',<>\\]{6,})/iy,
    ],
    { replacement: '<cookie>' },
  ),
  secret(
    'cookie-header',
    'cookie',
    ['cookie:', 'cookie"', 'cookie\\"'],
    [
      /(cookie:[ \t]{0,4})((?:[^=;\s<>]{1,80}=[^\s;<>]{1,4096}(?:; ?|$|(?=[\s<])))+)/iy,
      /(cookie\\{0,3}"\s{0,8}(?::|,\s{0,8}\\{0,3}"value\\{0,3}"\s{0,4}:)\s{0,4}\[?\s{0,24}\\{0,3}")([^"\\\n]{6,})/iy,
    ],
    { before: /(?:^|[\s"'\\>])$/, replacement: '<cookie>', spares: PLACEHOLDERS },
  ),
  secret(
    'cookie-of-curl',
    'cookie',
    ['curl '],
    [/(curl\b[^\n]{0,200}? (?:-b|--cookie)[ =]\\{0,3}["']?[\w.-]{1,60}=)([^\s"'\\]{8,})/iy],
    { replacement: '<cookie>' },
  ),
  secret(
    'basic-login-told',
    'password',
    ['basicauth', 'basic_auth'],
    [/(basic_?auth\w{0,12}\\{0,3}["']?\s{0,4}[:=]\s{0,4}\\{0,3}["']?[\w.@$-]{1,64}:)([^\s"'<>\\]{4,256})/iy],
  ),
  // "auth": "<base64 of user:password>" of Docker, _auth=… of npm.
  secret(
    'basic-login',
    'user name and password',
    ['auth"', 'auth\\"', 'auth=', 'auth ='],
    [
      /([aA]uth(?:\\{0,3}"\s{0,4}:|\s?=)\s{0,4}\\{0,3}"?)((?=[a-z0-9+/]{0,40}[A-Z])(?=[A-Z0-9+/]{0,40}[a-z])[A-Za-z0-9+/]{12,400}={0,2})(?![\w.:/-])/y,
    ],
    { before: /(?:^|[^A-Za-z0-9])$/, replacement: '<token>', spares: [/^[A-Z]?[a-z]+(?:[A-Z][a-z]{2,})*\d{0,4}$/] },
  ),
  secret(
    'signature',
    'signature',
    ['signature='],
    [/(signature=)((?=[A-Za-z%_-]{0,60}[\d+/])[A-Za-z0-9+/%_-]{20,512}={0,2})/iy],
    {
      before: /(?:^|[&?,;\s"'-])$/,
      replacement: '<signature>',
    },
  ),
  secret(
    'saml-response',
    'sign-in answer (SAML)',
    ['samlresponse', 'samlart', 'wresult'],
    keyed('(?:saml(?:response|art)|wresult)'),
    {
      replacement: '<token>',
      spares: PLAIN_VALUES,
    },
  ),
  secret(
    'session-id',
    'session id',
    ['sessionid', 'session_id', 'sessid'],
    [/(sess(?:ion)?_?id\\{0,3}"?\s?[=:]\s?\\{0,3}"?)((?=[A-Za-z%+/_-]{0,60}\d)[A-Za-z0-9%+/_-]{20,512}={0,2})/iy],
    { replacement: '<cookie>', spares: [...PLACEHOLDERS, /^[0-9a-f]{8}-[0-9a-f]{4}-/i] },
  ),
  secret(
    'service-ticket',
    'sign-in ticket',
    ['ticket=', 'st-', 'tgt-'],
    [/(ticket=)((?=[A-Za-z%._~-]{0,60}\d)[\w%.~-]{16,512})/iy, /(?:ST|TGT)-\d{1,8}-[A-Za-z0-9][\w.-]{15,400}/y],
    { before: /(?:^|[^A-Za-z0-9])$/, replacement: '<token>' },
  ),
  secret('verification-token', 'token', ['verificationtoken'], keyed('verificationtoken'), {
    replacement: '<token>',
    spares: PLAIN_VALUES,
  }),
];
