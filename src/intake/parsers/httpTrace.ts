import type { ArtifactParser } from '../artifactParser.ts';

const METHODS = 'GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH|CONNECT|TRACE';
const HEADERS =
  'Host|User-Agent|Accept(?:-\\w{2,20})?|Content-(?:Type|Length|Encoding|Language|Location|Disposition|Security-Policy)|Server|Date|Connection|Keep-Alive|Location|Cache-Control|Pragma|Expires|ETag|Last-Modified|Vary|Age|Via|Set-Cookie|Cookie|Referer|Origin|Authorization|WWW-Authenticate|Transfer-Encoding|Retry-After|Allow|Upgrade(?:-Insecure-Requests)?|Strict-Transport-Security|Access-Control-[\\w-]{4,40}|Alt-Svc|Request-Context|If-(?:None-Match|Modified-Since)|Sec-[\\w-]{2,40}|X-[\\w-]{2,60}|DNT|Priority|Persistent-Auth|traceparent';

/**
 * One request as the client saw it: curl -v, headers as text, the browser's network view and console.
 * https://everything.curl.dev/usingcurl/verbose/index.html
 */
export const httpTrace: ArtifactParser = {
  kind: 'http-trace',
  channel: 'browser',
  cues: ['has been blocked by cors policy', 'the server responded with a status of', ' left intact'],
  opens: new RegExp(
    [
      `^(?:[<>] ?)?HTTP\\/\\d(?:\\.\\d)? \\d{3}(?:\\s|$)`,
      `^(?:> ?)?(?:${METHODS}) \\S{1,500} HTTP\\/\\d`,
      `^(?:Request URL|Request Method|Status Code|Remote Address|Referrer Policy|Anforderungs-URL|Anforderungsmethode|Statuscode|Remoteadresse)\\s{0,4}:`,
      `^\\*\\s{1,3}(?:Connected to|Trying|Host |IPv[46]:|ALPN|TLSv|schannel|SSL|Connection #|Closing connection|connect to|Failed to connect|Could(?:n't| not) (?:resolve|connect)|Mark bundle|[Uu]sing HTTP|h2|\\[HTTP\\/2|Request completely|Rebuilt URL|We are completely|upload completely|Server certificate|Server auth|Recv failure|Empty reply|HTTP 1\\.|Re-using|Issue another|Added |Uses proxy|CAfile|Established connection|Operation timed out|Send failure|Established)`,
      `^curl: \\(\\d{1,3}\\)`,
      `^(?:(?:PS )?[A-Z]:\\\\[^>\\n]{0,200}> ?|[$#>] ?|\\w{1,30}@[\\w.-]{1,60}:[^$#\\n]{0,100}[$#] ?)?(?:curl(?:\\.exe)? (?:-|https?:|"|')|(?:Invoke-WebRequest|iwr|Invoke-RestMethod|irm|wget) (?:-|https?:|"|'))`,
      `^(?:[\\w.()-]{1,60}:\\d{1,6}(?::\\d{1,6})?\\s{1,8})?(?:XHR )?(?:${METHODS})\\s{0,4}(?:XHR\\s{0,4})?https?:\\/\\/\\S{1,500} (?:\\[?HTTP|net::|\\d{3}|\\()`,
      `^(?:[\\w.()-]{1,60}:\\d{1,6}\\s{1,8})?(?:Failed to load resource:|Access to (?:fetch|XMLHttpRequest|script|font|image|CSS|manifest) (?:at|stylesheet)|Cross-Origin Request Blocked|Mixed Content:|WebSocket connection to '|Refused to (?:load|execute|apply|connect)|Uncaught \\(in promise\\)|EventSource's response)`,
      `^(?:StatusCode|StatusDescription|RawContent|RawContentLength|Invoke-WebRequest)\\s{1,20}:`,
      `^(?:[<>] ?)?(?:Content-(?:Type|Length|Encoding)|X-Powered-By|X-AspNet\\w{0,20}-Version|Sec-(?:Fetch|Ch)-[\\w-]{2,40}|User-Agent|Accept-(?:Encoding|Language)|Access-Control-[\\w-]{4,40}|Set-Cookie|Strict-Transport-Security|Transfer-Encoding|WWW-Authenticate|Upgrade-Insecure-Requests|Cache-Control|Referrer-Policy|Request-Context|X-MS-[\\w-]{2,60}): ?\\S`,
      `^Server: (?:Microsoft-(?:IIS|HTTPAPI)|Kestrel)`,
      `^(?:Response Headers|Request Headers|Response headers|Request headers|View source|view parsed)\\b`,
    ].join('|'),
    'i',
  ),
  holds: new RegExp(
    `^\\s{0,16}(?:[<>] ?)?(?:${HEADERS}):(?:\\s|$)|^\\s{0,16}[<>]\\s{0,4}$|^\\s{0,16}[*{}] |^\\s{0,16}(?:At line:\\d|\\+ |CategoryInfo|FullyQualifiedErrorId)|^\\s{0,16}:(?:authority|method|path|scheme|status):|^\\s{0,16}(?:https?:\\/\\/\\S{1,500}|${METHODS}|[1-5]\\d\\d .{0,40}|[\\d.:[\\]a-f]{7,45}|strict-origin-when-cross-origin|no-referrer\\S{0,30}|unsafe-url)$|^\\s{0,16}(?:Content|Headers|Images|InputFields|Links|ParsedHtml|Forms|BaseResponse)\\s{1,12}:|^\\s{0,16}[-\\w%]{1,8}\\s{1,8}\\d{1,12}\\s{1,8}\\d`,
    'i',
  ),
  absorbs: ['browser-page'],
};
