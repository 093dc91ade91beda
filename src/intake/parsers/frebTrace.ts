import type { ArtifactParser } from '../artifactParser.ts';

/**
 * A failed-request trace: fr000001.xml, or its view in a browser.
 * https://learn.microsoft.com/iis/troubleshoot/using-failed-request-tracing/troubleshooting-failed-requests-using-tracing-in-iis
 */
export const frebTrace: ArtifactParser = {
  kind: 'freb-trace',
  channel: 'iisLog',
  cues: [
    '<failedrequest',
    '</failedrequest',
    'failurereason="',
    'triggerstatuscode="',
    'xmlns:freb=',
    '<freb:',
    "href='freb.xsl'",
    'href="freb.xsl"',
    'provider name="www server"',
    'provider name="aspnetcore',
    '<renderinginfo culture=',
    '<opcode>general_',
    '<opcode>module_',
    '<opcode>notify_',
    '<data name="contextid">',
    '<data name="httpstatus">',
    '<data name="httpsubstatus">',
    '<data name="httpreason">',
    '<data name="configexceptioninfo">',
    '<data name="fispostnotification',
    'modulename="',
    'apppoolid="',
    'status_code',
    'extendedtracinginfo',
    'module_set_response_error_status',
  ],
  opens:
    /^(?:\d{1,5}\.\s{0,6})?(?:(?:view trace|Warning|Error|Critical Error|Informational|Verbose)\s{1,6}){0,2}[-+]?\s{0,4}(?:GENERAL|MODULE|NOTIFY|PRE|POST|HANDLER|URL|FILE|OUTPUT|AUTH|ANCM|ASPNET|ASPNETCORE|CGI|ISAPI|FILTER|SECURITY|STATIC|DYNAMIC|USER|ARR|RULE|RULES|CONDITION|CONDITIONS|PATTERN|REWRITE|INBOUND|OUTBOUND|VIRTUAL|REQUEST|AspNetCore)_[A-Z_]{3,60}\b|^HANDLER_CHANGED|^(?:ModuleName|HttpStatus|HttpReason|HttpSubStatus|ConfigExceptionInfo|ContextId|OldHandlerName|NewHandler\w{2,20}|fIsPostNotification(?:Event)?|NotificationStatus)\s{0,4}(?:[\t=:]|\s{2}|$)|^(?:Trigger Status|Failure Reason|Final Status|User from token|App Pool)\s{0,4}[\t:]|^Url\s{1,20}https?:\/\/|^(?:Request Summary|Errors & Warnings|Complete Request Trace|Request Diagnostics for )|^Notification\s{0,4}(?:[\t=:]|\s{2})\s{0,6}"?[A-Z]{3,20}_[A-Z_]{3,60}/,
  holds:
    /^\s{0,16}(?:Url|App Pool|Authentication|User from token|Activity ID|Site|Process|Failure Reason|Trigger Status|Final Status|Time Taken|Notification|ErrorCode|No\.|IIS Web Core|AspNetCoreModule(?:V2)?|Severity|[A-Z]\w{2,30})\s{0,4}(?:\t|=|\s{2}|$)|^\s{0,16}(?:<|\/?>|-->|[\w:.]{1,40}\s?=\s?["'])|^\s{0,16}\d{1,5}\.\s{0,6}(?:view trace|-)/,
  absorbs: ['browser-page'],
  shape: 'xml',
  block: { from: /<failedRequest[ >\n]/, to: '</failedRequest>' },
};
