import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';

const engine = createEngine(openCatalog(findRoot()));

function idsOf(text: string): string[] {
  return diagnoseInquiry({ text }, engine).candidates.map((one) => one.id);
}

describe('damaged pastes', () => {
  const DENIED = [
    'fail: Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware[1]',
    '      An unhandled exception has occurred while executing the request.',
    "System.UnauthorizedAccessException: Access to the path 'E:\\web\\fleet\\upload' is denied.",
  ].join('\n');

  it('a cause with a message of its own stands before the page entry, in upper case too', () => {
    assert.equal(idsOf(DENIED)[0], 'app-pool-identity-access-denied');
    assert.equal(idsOf(DENIED.toUpperCase())[0], 'app-pool-identity-access-denied');
  });

  it('so it does when the sentences of the page add up to more', () => {
    const start = [
      'HTTP Error 500.30 - ASP.NET Core app failed to start',
      "hit unexpected managed exception, exception code = '0xe0434352'. First 30KB characters of captured stdout and stderr logs:",
      'Unhandled exception. Fleet.StartFailure: see inner',
      '   at Fleet.Startup.ConfigureServices(IServiceCollection services)',
      "Method not found: 'Void Fleet.Core.Register(System.Object)'.",
    ].join('\n');
    const [first, second] = diagnoseInquiry({ text: start }, engine).candidates;
    assert.deepEqual([first?.id, second?.id], ['incoherent-packages-after-upgrade', 'app-startup-or-config-failure']);
    assert.ok(first !== undefined && second !== undefined && first.score < second.score);
  });

  it('a page entry with a decisive message stays first', () => {
    assert.equal(
      idsOf("This site can't be reached\nThe connection was reset.\nERR_CONNECTION_RESET")[0],
      'connection-reset',
    );
  });

  it('a line of the page is no damaged form of an event', () => {
    const page = [
      'Common causes of this issue:',
      'The application process failed to start',
      'The application process started but then stopped',
      'The application process started but failed to listen on the configured port',
    ].join('\n');
    assert.deepEqual(idsOf(page), ['app-startup-or-config-failure']);
  });

  it('a message that the beginning of the paste cuts is still read', () => {
    const cut =
      "y specified in the application dependencies manifest (Fleet.deps.json) was not found:\n    package: 'Dapper'";
    assert.equal(idsOf(cut)[0], 'deps-json-assembly-missing');
  });

  const HEADLESS: readonly (readonly [string, string])[] = [
    [
      'aspnetcore-port-conflict',
      [
        '   at Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets.SocketConnectionListener.Bind()',
        '   at Microsoft.AspNetCore.Server.Kestrel.Core.Internal.AddressBinder.BindEndpointAsync(ListenOptions endpoint)',
        '   at Microsoft.Extensions.Hosting.Internal.Host.StartAsync(CancellationToken cancellationToken)',
      ].join('\n'),
    ],
    [
      'sql-connection-failed',
      [
        '   at Microsoft.Data.SqlClient.TdsParser.Connect(ServerInfo serverInfo, SqlInternalConnectionTds connHandler)',
        '   at Microsoft.Data.SqlClient.SqlInternalConnectionTds.AttemptOneLogin(ServerInfo serverInfo)',
        '   at Fleet.Store.Open() in E:\\src\\fleet\\Store.cs:line 12',
      ].join('\n'),
    ],
    [
      'app-startup-or-config-failure',
      [
        '   at Microsoft.Extensions.Configuration.FileConfigurationProvider.Load(Boolean reload)',
        '   at Microsoft.Extensions.Configuration.ConfigurationRoot..ctor(IList`1 providers)',
        '   at Fleet.Program.Main(String[] args) in E:\\src\\fleet\\Program.cs:line 9',
      ].join('\n'),
    ],
    [
      'ancm-v2-not-registered',
      'Notification  ExecuteRequestHandler\nHandler  aspNetCore\nError Code  0x8007000d\nLogon User  Anonymous',
    ],
    ['windows-auth-401', 'Notification  AuthenticateRequest\nError Code  0x80070005\nLogon Method  Not yet determined'],
    [
      'files-locked-during-deploy',
      'because it is being used by another process.\n+ Copy-Item -Path $from -Destination $to -Recurse',
    ],
  ];
  for (const [id, text] of HEADLESS)
    it(`${id} is read from what stands behind its first line`, () => {
      assert.equal(idsOf(text)[0], id);
    });

  it('frames alone are never certain, and a tool has the same Main', () => {
    const frames = HEADLESS.find(([id]) => id === 'app-startup-or-config-failure')![1];
    assert.notEqual(diagnoseInquiry({ text: frames }, engine).word, 'certain');
    assert.deepEqual(idsOf('   at Fleet.Tool.Program.Main(String[] args) in E:\\src\\tool\\Program.cs:line 9'), []);
  });
});
