import type { RedactionRule } from './redactionRule.ts';

const FILE_ENDING =
  '\\.(?:dll|exe|config|json|xml|log|txt|cs|vb|fs|pdb|ini|html?|css|js|ts|cmd|bat|ps1|psm1|msi|zip|png|jpe?g|gif|svg|ico|cshtml|aspx|asmx|svc|razor|csproj|sln|dmp|etl|evtx|mui|sys|winmd|ni|map|md|yml|yaml|pfx|cer|mdf|ldf|bak|db|dat|resx|nupkg|targets|props)$';

// Accounts and names that belong to Windows and IIS, not to a person; and words that stand before "\" without being a domain.
const NOT_A_DOMAIN =
  'APPPOOL|AUTHORITY|BUILTIN|SERVICE|MACHINE|NT|VORDEFINIERT|WINDOWS|WINNT|SYSTEM32|SYSWOW64|INETPUB|INETSRV|WWWROOT|WEBROOT|APPHOST|W3SVC\\d*|LM|IIS|IISEXPRESS|ASPNETCORE|HK\\w{1,3}|HKEY[A-Z_-]*|REGISTRY|SOFTWARE|SYSTEM|CURRENTCONTROLSET|SITE|SITES|ROOT|HOME|USERS|TEMP|TMP|BIN|OBJ|LOGS?|LOGFILES|HTTPERR|DATA|APPS?|APP_DATA|WWW|WEB|API|SRC|PUBLISH|DEPLOY|RELEASE|DEBUG|PATH|X64|X86|V\\d+|FILES|DOTNET|SDK|SHARED|PROGRAMDATA|APPDATA|LOCAL|ROAMING|DEVICE|GLOBAL|ERROR|WARN|INFO|FAIL|HTTP|DESKTOP|DOCUMENTS|DOWNLOADS|[\\d-]+';
const FILE_NAME = new RegExp(FILE_ENDING, 'i');
// "\\n" before a capital or a digit is a line end that a tool has printed as two signs.
const NO_ACCOUNTS: readonly RegExp[] = [
  // DOMAIN\WEB01$ is a computer, and what the reader must give access to.
  /\$$/,
  /\\(?:SQLEXPRESS|MSSQL\w{0,20}|SQL\d{4}\w{0,10})$/i,
  /\\[nrt](?:$|[A-Z0-9 ])/,
  FILE_NAME,
];
const WINDOWS_NAMES: readonly RegExp[] = [...NO_ACCOUNTS, new RegExp(`^(?:${NOT_A_DOMAIN})\\\\`)];
const WINDOWS_NAMES_ANY_CASE: readonly RegExp[] = [...NO_ACCOUNTS, new RegExp(`^(?:${NOT_A_DOMAIN})\\\\`, 'i')];
// src\shop.web and so on: a folder with the name of a project.
const FOLDER_OF_CODE =
  /^([a-z0-9-]+)\\{1,2}(?:\1\.[a-z]+|[a-z]+\.(?:web|api|app|core|data|mvc|ui|host|server|client|service|services|worker|common|domain|model|models|contracts|tests?|website|site|portal|admin|backend|frontend|infrastructure|identity|net|com|org))$|^(?:projects?|modules?|packages|source|sources|repos?|code|build|output|artifacts|dist|content|views|pages|areas|controllers|lib|libs|tools|work|scripts|config|drop|staging|test|tests)\\/;
const ACCOUNT = /\\{1,4}(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,62})?[A-Za-z0-9_$](?![\w/$-]|\\(?!["'])|[.:]\w)/y;

/** Names of people: masked, not reported as secrets. */
export const PERSON_RULES: readonly RedactionRule[] = [
  {
    id: 'profile-folder',
    name: 'user name in a path',
    secret: false,
    literals: [
      '\\users\\',
      '%5cusers%5c',
      ':/users/',
      '/c/users/',
      ' in /users/',
      'cd /users/',
      '\\documents and settings\\',
    ],
    patterns: [
      /((?:\\users|\\documents and settings)\\{1,4})([^\\/:*?"<>|\n]{1,64})(?=\\)/iy,
      /((?:\\users|\\documents and settings)\\{1,4})([^\\/:*?"'<>|\s,;)]{1,64})/iy,
      /((?::|\/c| in |cd )\/users\/)([^\\/:*?"'<>|\s,;)]{1,64})/iy,
      /(%5cusers%5c)([^\\/:*?"'<>|\s,;)%]{1,64})/iy,
    ],
    replacement: '<user>',
    spares: [
      /^(?:public|default(?: user|apppool)?|all users|temp|administrator|\.net v[^\n]{0,40}|classic \.net[^\n]{0,40}|site|\{[^\n]{0,40}|%[^\n]{0,40}|\$[^\n]{0,40}|\.{2,3}|\*+|user|username|\[[^\n]{0,40})$/i,
    ],
  },
  {
    id: 'home-folder',
    name: 'user name in a path',
    secret: false,
    literals: ['/home/', '/users/'],
    before: /(?:^|[\s"'(=:>])$/,
    // An address of a site can begin with /home/ too.
    notBefore: /(?:\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|path|url|uri|request)["']?[ :=]{1,3}["']?|\d )$/i,
    patterns: [/(\/(?:home|Users)\/)([a-z_][\w.-]{0,63})(?=\/)/y],
    replacement: '<user>',
    spares: [/^(?:site|data|logfiles|asp\.net|deployments|devops|vsts|runner|app|dotnet)$/i],
  },
  {
    id: 'e-mail',
    name: 'e-mail address',
    secret: false,
    literals: ['@', '%40'],
    left: { chars: /[A-Za-z0-9._%+-]/, min: 1, max: 64 },
    patterns: [/(?:@|%40)(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w-])/y],
    replacement: '<email>',
    spares: [/\.(?:png|jpe?g|gif|svg|webp|dll|exe|config|json|xml|html)$/i],
  },
  {
    id: 'domain-account',
    name: 'account name',
    secret: false,
    literals: ['\\'],
    before: /(?:^|[\s"'(=,:;>[{|`])$/,
    // Behind "C:\MY " the name is the rest of a folder; behind "Data Source=" it is a database server.
    notBefore: /(?:[\\/][^\s"'<>|\\/]{0,40} |(?:server|data source|addr|address|instance)\s?=\s?(?:tcp:)?)$/i,
    left: { chars: /[A-Z0-9-]/, min: 2, max: 15 },
    patterns: [ACCOUNT],
    replacement: '<user>',
    spares: WINDOWS_NAMES,
  },
  {
    // The same in lower case, where it could be a path: only "first.last".
    id: 'lower-case-account',
    name: 'account name',
    secret: false,
    literals: ['\\'],
    before: /(?:^|[\s"'(=,:;>[{|`])$/,
    notBefore: /(?:[\\/][^\s"'<>|\\/]{0,40} |(?:server|data source|addr|address|instance)\s?=\s?(?:tcp:)?)$/i,
    left: { chars: /[a-z0-9-]/, min: 2, max: 15 },
    patterns: [/\\{1,2}[a-z]{1,30}\.[a-z]{2,40}\d{0,2}(?![\w/-]|\\(?!["']|[nrt](?![a-z]))|\.\w)/y],
    replacement: '<user>',
    spares: [...WINDOWS_NAMES_ANY_CASE, FOLDER_OF_CODE],
  },
  {
    id: 'entra-account',
    name: 'account name',
    secret: false,
    literals: ['azuread\\'],
    patterns: [/AzureAD\\{1,4}[\w.-]{1,64}/iy],
    replacement: '<user>',
  },
  {
    id: 'escaped-account',
    name: 'account name',
    secret: false,
    literals: ['%5c'],
    before: /(?:^|[\s"'=&:(])$/,
    left: { chars: /[A-Za-z0-9.-]/, min: 2, max: 15 },
    patterns: [/%5C[A-Za-z0-9_][A-Za-z0-9._-]{0,63}(?![\w%-])/iy],
    replacement: '<user>',
    spares: [new RegExp(`^(?:${NOT_A_DOMAIN})%5C`, 'i'), FILE_NAME],
  },
  {
    // The security log: "Account Name:  alice", then "Account Domain:  CONTOSO".
    id: 'logon-account',
    name: 'account name',
    secret: false,
    literals: ['account name:'],
    patterns: [
      /(account name:\s{1,12})([^\s\\@$:]{2,64})(?=(?:\s|\\n){1,12}account domain:\s{1,12}(?!IIS APPPOOL|NT |BUILTIN|WINDOW MANAGER|FONT DRIVER))/iy,
    ],
    replacement: '<user>',
    spares: [/^(?:SYSTEM|IUSR|-|LOCAL|NETWORK|ANONYMOUS|Administrators?|DefaultAppPool|<user>)$/i],
  },
  {
    id: 'named-account',
    name: 'account name',
    secret: false,
    literals: ['\\'],
    before:
      /(?:user(?:s|[ _]?name|[ _]?id)?|logon|login|account|identity|benutzer(?:name)?|utilisateur|usuario|konto|compte|whoami\\{0,3}|\/grant(?::r)?|setowner)(?:\\{0,3}["'])?\s{0,12}[:=]?\s?(?:\\{0,3}["'(])?$/i,
    left: { chars: /[A-Za-z0-9.-]/, min: 2, max: 64 },
    patterns: [ACCOUNT],
    replacement: '<user>',
    spares: WINDOWS_NAMES_ANY_CASE,
  },
];
