import assert from 'node:assert/strict';
import { readSettings } from '../../../src/intake/config/readSettings.ts';
import type { Setting } from '../../../src/intake/config/setting.ts';
import { SETTING_IDS, settingCaptures } from '../../../src/model/settings.ts';
import { readDocument } from '../../../src/intake/readDocument.ts';
import { element, launch, webConfig } from './webConfig.ts';

/** Facts of a sound file, which tell nothing by themselves. */
const PLAIN = new Set(['aspnetcore-handler', 'runtimeconfig-framework']);

interface Found extends Setting {
  readonly quote: string;
}

function found(raw: string): Found[] {
  const document = readDocument('text', raw);
  return readSettings(document)
    .filter(({ id }) => !PLAIN.has(id))
    .map((one) => ({ ...one, quote: document.text.slice(one.start, one.end) }));
}

const pool = (inside: string): string => `<applicationPools>${inside}</applicationPools>`;
const CONFIG = (version: string, more = ''): string =>
  `{ "runtimeOptions": { ${more}"framework": { "name": "Microsoft.NETCore.App", "version": "${version}" } } }\n`;
const LISTED = (version: string, folder = 'C:\\Program Files'): string =>
  `Microsoft.NETCore.App ${version} [${folder}\\dotnet\\shared\\Microsoft.NETCore.App]\n`;

/** Text, the setting found in it (none: only plain facts), and what it is shown with. */
const TABLE: readonly (readonly [string, string | null, string?])[] = [
  [webConfig(), null],
  [`My file:\n${webConfig()}\nand it answers 500.30`, null],
  // processPath and arguments
  [
    webConfig({ element: '<aspNetCore arguments=".\\Shop.dll" />' }),
    'process-path-missing',
    '<aspNetCore arguments=".\\Shop.dll" />',
  ],
  ['I added <aspNetCore requestTimeout="00:20:00" /> to it', null],
  [launch('', 'Shop.dll'), 'process-path-empty', 'processPath=""'],
  [launch('%LAUNCHER_PATH%', '%LAUNCHER_ARGS%'), 'launcher-placeholder', 'processPath="%LAUNCHER_PATH%"'],
  [launch('dotnet'), 'dotnet-without-arguments', '<aspNetCore processPath="dotnet" />'],
  [launch('dotnet.exe', ''), 'dotnet-without-arguments'],
  [launch('C:\\Program Files\\dotnet\\dotnet.exe', 'exec'), 'dotnet-arguments-without-app'],
  [launch('dotnet', 'exec .\\Shop.dll --trace'), null],
  [launch('dotnet', '&quot;.\\My Shop.dll&quot;'), null],
  [launch('dotnet', '%APP_DLL%'), null],
  [launch('dotnet', 'Shop'), 'dotnet-arguments-without-app', 'arguments="Shop"'],
  [launch('dotnet', '.\\Shop.exe'), 'dotnet-arguments-name-exe', 'arguments=".\\Shop.exe"'],
  [launch('dotnet', 'run --project Shop'), 'dotnet-arguments-sdk-command'],
  [launch('.\\Shop.exe'), null],
  [launch('.\\Shop.exe', '--culture de'), null],
  [launch('.\\Shop.exe', '.\\Shop.dll'), 'exe-with-its-dll-as-argument'],
  [launch('.\\Shop.dll'), 'process-path-is-dll', 'processPath=".\\Shop.dll"'],
  [launch('/usr/bin/dotnet', 'Shop.dll'), 'process-path-of-linux'],
  [launch('bin\\Release\\net8.0\\win-x64\\Shop.exe'), 'process-path-in-build-folder'],
  // attributes
  [element('hostingModel="in-process"'), 'hosting-model-unknown', 'hostingModel="in-process"'],
  [element('hostingModel="OutOfProcess"'), null],
  [element('startupTimeLimit="3601"'), 'attribute-out-of-range', 'startupTimeLimit="3601"'],
  [
    element('startupTimeLimit="3600" shutdownTimeLimit="600" rapidFailsPerMinute="100" processesPerApplication="100"'),
    null,
  ],
  [element('shutdownTimeLimit="601"'), 'attribute-out-of-range'],
  [element('rapidFailsPerMinute="-1"'), 'attribute-out-of-range'],
  [element('processesPerApplication="0"'), 'attribute-out-of-range'],
  [element('forwardWindowsAuthToken="yes"'), 'attribute-out-of-range'],
  [element('requestTimeout="00:60:00"'), 'attribute-out-of-range'],
  [element('requestTimeout="00:02:30"'), 'attribute-out-of-range'],
  [element('requestTimeout="20"'), 'attribute-out-of-range'],
  [element('requestTimeout="01:00:00"'), null],
  [element('requestTimeout="#{Timeout}#"'), null],
  [element('requestTimeout="00:01:00"'), 'request-timeout-short'],
  [element('hostingmodel="inprocess"'), 'attribute-unknown', 'hostingmodel="inprocess"'],
  [element('xdt:Transform="Replace" colour="red"'), null],
  [
    webConfig({
      element:
        '<aspNetCore processPath="dotnet" arguments="a.dll"><environmentVariable name="A" value="1" /></aspNetCore>',
    }),
    'config-element-unknown',
  ],
  [element('stdoutLogEnabled="true" stdoutLogFile=".\\logs\\stdout"'), 'stdout-log-into-subfolder'],
  [element('stdoutLogEnabled="false" stdoutLogFile=".\\logs\\stdout"'), null],
  [element('stdoutLogEnabled="true" stdoutLogFile="\\\\?\\%home%\\LogFiles\\stdout"'), 'stdout-log-of-app-service'],
  // handlers
  [webConfig({ handler: '' }), 'handler-missing'],
  [
    webConfig({ handler: '<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV3" />' }),
    'handler-module-unknown',
  ],
  [webConfig({ element: '' }), 'aspnetcore-element-missing'],
  [
    webConfig({
      handler: '<add name="a" modules="AspNetCoreModuleV2" /><add name="a" path="*" modules="AspNetCoreModuleV2" />',
    }),
    'config-entry-twice',
    '<add name="a" path="*" modules="AspNetCoreModuleV2" />',
  ],
  [
    webConfig({
      handler:
        '<add name="a" modules="AspNetCoreModuleV2" /><remove name="a" /><add name="a" modules="AspNetCoreModuleV2" />',
    }),
    null,
  ],
  [
    webConfig({
      more: '<staticContent><mimeMap fileExtension=".a" mimeType="x/y" /><mimeMap fileExtension=".a" mimeType="x/z" /></staticContent>',
    }),
    'config-entry-twice',
  ],
  // other sections
  [webConfig({ more: '<rewrite><rules /></rewrite>' }), 'rewrite-section'],
  [webConfig({ more: '<httpErrors existingResponse="Replace" />' }), 'http-errors-replace'],
  [webConfig({ more: '<httpErrors existingResponse="PassThrough" />' }), 'http-errors-kept'],
  [webConfig({ more: '<modules runAllManagedModulesForAllRequests="true" />' }), 'run-all-managed-modules'],
  [webConfig({ more: '<modules><remove name="WebDAVModule" /></modules>' }), 'webdav-removed'],
  [
    webConfig({
      more: '<security><authentication><windowsAuthentication enabled="true" /></authentication></security>',
    }),
    'lockable-section',
  ],
  [webConfig({ more: '<!-- <rewrite /> <httpErrors existingResponse="Replace" /> -->' }), null],
  [
    '<configuration><system.web><httpModules><add name="a" type="A.B" /></httpModules></system.web></configuration>',
    'system-web-modules',
  ],
  [
    '<configuration><system.web><compilation targetFramework="4.8" /></system.web></configuration>',
    'system-web-of-framework',
  ],
  ['<environmentVariables><environmentVariable name="ASPNETCORE_URLS" value="http://*:5000" />', 'env-urls'],
  ['<environmentVariables><environmentVariable name="ASPNETCORE_PORT" value="5000" />', 'env-port'],
  ['<environmentVariables><environmentVariable name="DOTNET_STARTUP_HOOKS" value="a.dll" />', 'env-startup-hooks'],
  // applicationHost.config
  [pool('<add name="Shop" enable32BitAppOnWin64="true" />'), 'pool-32-bit'],
  [pool('<add name="Shop" autoStart="false" />'), 'pool-auto-start-off'],
  [pool('<add name="Shop"><failure rapidFailProtection="false" /></add>'), 'pool-rapid-fail-off'],
  [pool('<add name="Shop"><processModel identityType="SpecificUser" userName="svc" /></add>'), 'pool-own-account'],
  [
    '<sites><site name="a"><application path="/"><virtualDirectory path="/" /><virtualDirectory path="/img" /></application></site></sites>',
    'virtual-directory-in-site',
  ],
  [pool('<add name="Shop"><processModel loadUserProfile="false" /></add>'), 'pool-without-profile'],
  [pool('<add name="Shop"><processModel loadUserProfile="true" /></add>'), 'pool-with-profile'],
  // runtimeconfig.json and the list of runtimes
  [CONFIG('8.0.0') + LISTED('8.0.11'), 'framework-listed'],
  [CONFIG('8.0.0') + LISTED('8.1.0'), 'framework-listed'],
  [CONFIG('8.0.5') + LISTED('8.0.4'), 'framework-not-listed', '"Microsoft.NETCore.App", "version": "8.0.5"'],
  [CONFIG('8.0.0') + LISTED('9.0.0'), 'framework-not-listed'],
  [CONFIG('8.0.0', '"rollForward": "Major", ') + LISTED('9.0.0'), 'framework-listed'],
  [CONFIG('8.0.0', '"rollForward": "latestPatch", ') + LISTED('8.1.0'), 'framework-not-listed'],
  [CONFIG('8.0.0') + LISTED('8.0.0-rc.1.23419.4'), 'framework-not-listed'],
  [CONFIG('8.0.0') + LISTED('8.0.1', 'C:\\Program Files (x86)'), 'framework-listed-for-x86-only'],
  [CONFIG('8.0.0', '"rollForward": "newest", '), 'runtimeconfig-roll-forward-unknown', '"newest"'],
  [CONFIG('8.0.0', '"configProperties": { "TRUSTED_PLATFORM_ASSEMBLIES": "x" }, '), 'runtimeconfig-host-property'],
  ['{ "runtimeOptions": { "tfm": "net8.0" } }', 'runtimeconfig-without-framework'],
  [
    '{ "runtimeOptions": { "includedFrameworks": [ { "name": "Microsoft.NETCore.App", "version": "8.0.1" } ] } }',
    'runtimeconfig-self-contained',
  ],
  [
    '{ // made by hand\n "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", /* two */ "version": "8.0.0" } } }',
    null,
  ],
  ['{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "ver', null],
  ['{ "runtimeTarget": { "name": ".NETCoreApp,Version=v8.0/linux-x64" }, "targets": {} }', 'deps-json-not-for-windows'],
  ['{ "runtimeTarget": { "name": ".NETCoreApp,Version=v8.0/win-x86", "signature"', 'deps-json-for-x86'],
  ['{ "runtimeTarget": { "name": ".NETCoreApp,Version=v8.0" } }', null],
];

describe('settings of configuration files', () => {
  for (const [raw, id, quote] of TABLE) {
    it(`${id ?? 'nothing'} in ${raw.replace(/\s+/g, ' ').slice(0, 400)}`, () => {
      const settings = found(raw);
      assert.deepEqual([...new Set(settings.map((one) => one.id))], id === null ? [] : [id]);
      if (quote !== undefined) assert.equal(settings[0]!.quote, quote);
    });
  }

  it('captures only what the table of ids lists, and every id is listed once', () => {
    for (const [raw] of TABLE)
      for (const { id, captures } of found(raw))
        for (const name of Object.keys(captures)) assert.ok(settingCaptures(id).includes(name), `${id} ${name}`);
    assert.equal(new Set(SETTING_IDS).size, SETTING_IDS.length);
    assert.deepEqual(settingCaptures('no-such-id'), []);
  });

  it('reads a handler that module V1 does not serve in-process', () => {
    const ids = found(webConfig({ handler: '<add name="aspNetCore" path="*" modules="AspNetCoreModule" />' })).map(
      (one) => one.id,
    );
    assert.deepEqual(ids, ['in-process-with-module-v1', 'handler-module-v1']);
  });

  it('tells two files with a handler that is handed down, and one below a location', () => {
    const open = webConfig().replace(' inheritInChildApplications="false"', '');
    assert.deepEqual(
      found(`${open}\nand the sub app:\n${open}`)
        .map((one) => one.id)
        .sort(),
      ['handler-for-sub-applications', 'handler-for-sub-applications', 'handlers-of-two-files'],
    );
    assert.deepEqual(found(`${webConfig()}\nbefore:\n${webConfig()}`), []);
    const below = found(webConfig().replace('path="."', 'path="api"'));
    assert.deepEqual(
      below.map((one) => [one.id, one.captures.path]),
      [['handler-below-location', 'api']],
    );
  });

  it('reads the numbered lines of an error page', () => {
    const page =
      'Config Source:\n   11:     </handlers>\n   12:     <aspNetCore processPath="" arguments=".\\Shop.dll" />\n   13:   </system.webServer>\n';
    assert.deepEqual(
      found(page).map((one) => one.id),
      ['process-path-empty'],
    );
  });

  it('does not take a masked password for markup', () => {
    const raw = webConfig({
      more: '<x value="Server=db;User Id=sa;Password=Secret12345;Database=a" /><value>Password=abcdefghij</value>',
    });
    assert.deepEqual(found(raw), []);
  });
});
