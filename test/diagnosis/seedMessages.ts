/** Long product messages of the common errors; values in braces. */
export const FAILED =
  "Application 'MACHINE/WEBROOT/APPHOST/{SITE}' with physical root '{PATH}' failed to start process with commandline";
export const NO_NATIVE =
  'Invoking hostfxr to find the inprocess request handler failed without finding any native dependencies. This most likely means the app is misconfigured, please check the versions of Microsoft.NetCore.App and Microsoft.AspNetCore.App that are targeted by the application and are installed on the machine. Could not find inprocess request handler.';
export const CRASHED =
  "Application 'MACHINE/WEBROOT/APPHOST/{SITE}' with physical root '{PATH}' created process with commandline '\"{PATH}{APP}.exe\" ' but either crashed or did not reponse or did not listen on the given port '{PORT}', ErrorCode = '0x800705b4'";
export const REDIRECTION =
  'Could not start stdout redirection in C:\\Program Files\\IIS\\Asp.Net Core Module\\V2\\aspnetcorev2.dll. Exception message: HRESULT 0x80070005 returned at {PATH}aspnetcoremodulev2\\commonlib\\fileoutputmanager.cpp:84. Could not stop stdout redirection in C:\\Program Files\\IIS\\Asp.Net Core Module\\V2\\aspnetcorev2.dll. Exception message: HRESULT 0x80070002 returned at {PATH}.';
export const NOT_FOUND =
  "It was not possible to find any compatible framework version. The specified framework 'Microsoft.AspNetCore.App', version '{VERSION}' was not found.";
export const SDK =
  'Did you mean to run dotnet SDK commands? Please install dotnet SDK from: https://go.microsoft.com/fwlink/?LinkID=798306&clcid=0x409';

/** Values that no document used; a row is tried with each set. */
export const VALUES: readonly Readonly<Record<string, string>>[] = [
  {
    SITE: 'CONTOSO.ORDERS',
    PATH: 'E:\\hosting\\orders\\',
    APP: 'Contoso.Orders.Web',
    PORT: '28411',
    PID: '7316',
    VERSION: '2.2.8',
  },
  {
    SITE: 'DEFAULT WEB SITE/LAGER',
    PATH: 'C:\\inetpub\\wwwroot\\lager\\',
    APP: 'Nordwind.Lager',
    PORT: '51207',
    PID: '948',
    VERSION: '3.1.32',
  },
];

/** Puts the values in. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([A-Z]+)\}/g, (_all, name: string) => values[name] ?? name);
}
