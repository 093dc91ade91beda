/**
 * A log of about `bytes` bytes: ordinary lines of a running app, with a start failure of the module at its end,
 * where the newest entries are. The same size gives the same text.
 */
export function logText(bytes: number): string {
  const lines: string[] = [];
  let size = 0;
  for (let index = 0; size < bytes - FAILURE.length; index += 1) {
    const line = ORDINARY[index % ORDINARY.length]!.replace('{n}', String(100000 + ((index * 7919) % 899999)));
    lines.push(line);
    size += line.length + 1;
  }
  return `${lines.join('\n')}\n${FAILURE}`;
}

/** The cause that the failure at the end of `logText` has. */
export const FAILS_WITH = 'aspnetcore-arguments-wrong';

const ORDINARY: readonly string[] = [
  'info: Microsoft.AspNetCore.Hosting.Diagnostics[1]',
  '      Request starting HTTP/1.1 GET http://localhost/api/orders/{n} - -',
  'info: Microsoft.AspNetCore.Routing.EndpointMiddleware[0]',
  "      Executing endpoint 'Nordwind.Lager.Api.OrdersController.Get (Nordwind.Lager)'",
  'info: Microsoft.EntityFrameworkCore.Database.Command[20101]',
  "      Executed DbCommand (3ms) [Parameters=[@id='?'], CommandType='Text', CommandTimeout='30']",
  '      SELECT [o].[Id], [o].[Total] FROM [Orders] AS [o] WHERE [o].[Id] = {n}',
  '2026-03-05 10:11:12 10.0.0.4 GET /api/orders/{n} - 443 - 10.0.0.7 Mozilla/5.0+(Windows+NT+10.0) - 200 0 0 31',
  'warn: Nordwind.Lager.Stock[7] stock of article {n} is below its minimum, ordering again',
];

const FAILURE = [
  '',
  'Log Name: Application',
  'Source: IIS AspNetCore Module V2',
  'Event ID: 1000',
  "Application 'MACHINE/WEBROOT/APPHOST/LAGER' with physical root 'E:\\sites\\lager\\' failed to start process with commandline '\"dotnet\" .\\Nordwind.Lager.dll', ErrorCode = '0x80004005 : 80008081.",
  "The application to execute does not exist: 'E:\\sites\\lager\\Nordwind.Lager.dll'",
].join('\n');
