import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findRoot } from '../../../src/catalog/findRoot.ts';

/** A text as it was before somebody pasted it into Teams. */
export interface Original {
  readonly name: string;
  readonly text: string;
}

const FOLDERS = ['test/intake/kinds', 'catalog/clean'];

/** Two texts of each kind of artifact, the healthy ones of the catalog, and some that other languages of Windows write. */
export function originals(): readonly Original[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(findRoot(), folder))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name, text: readFileSync(path.join(findRoot(), folder, name), 'utf8') })),
  );
  return [...files, ...OTHERS];
}

const OTHERS: readonly Original[] = [
  {
    name: 'German event',
    text: 'Protokollname: System\nQuelle:        Microsoft-Windows-WAS\nDatum:         20.11.2026 14:02:11\nEreignis-ID:   5059\nEbene:         Fehler\nBeschreibung:\nDer Anwendungspool "ShopPool" wurde deaktiviert. Fehlercode: 0x8007052e',
  },
  {
    name: 'French page',
    text: "Erreur HTTP 500.19 - Internal Server Error\nImpossible d'accéder à la page demandée.\n\nInformations détaillées :\nModule\tIIS Web Core\nCode d’erreur\t0x80070021\nFichier de configuration\t\\\\?\\D:\\sites\\boutique\\web.config",
  },
  {
    name: 'Spanish event',
    text: 'Nombre de registro:Application\nOrigen:        IIS AspNetCore Module V2\nId. del evento:1007\nDescripción:\nLa aplicación «/LM/W3SVC/3/ROOT» no se pudo iniciar, ErrorCode = 0x8007023e',
  },
  {
    name: 'Polish page',
    text: 'Błąd HTTP 503. Usługa jest niedostępna.\nŻądanie: https://sklep.contoso.example/zamówienia\n',
  },
  {
    name: 'Russian exception',
    text: 'Необработанное исключение: System.IO.FileNotFoundException: Не удалось загрузить файл\n   в Shop.Web.Program.Main(String[] args)\n   в System.Runtime.CompilerServices.TaskAwaiter.GetResult()\nКод: 0x80070002',
  },
  {
    name: 'Japanese event',
    text: 'ログの名前:    Application\nソース:        IIS AspNetCore Module V2\nイベント ID:   1018\n説明:\nアプリケーション ‘/LM/W3SVC/2/ROOT’ が失敗しました。エラー コード = 0x8007000e',
  },
  {
    name: 'Chinese page',
    text: 'HTTP 错误 500.30 - ASP.NET Core 应用未能启动\n此问题的常见解决方法：\n检查系统事件日志\n错误代码：0x8007000d',
  },
  {
    name: 'web.config with comments, entities and tabs',
    text: '<?xml version="1.0" encoding="utf-8"?>\n<configuration>\n\t<system.webServer>\n\t\t<!-- old: <add name="x" /> -->\n\t\t<handlers>\n\t\t\t<remove name="aspNetCore"/>\n\t\t\t<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />\n\t\t</handlers>\n\t\t<aspNetCore processPath="dotnet"\n\t\t            arguments=".\\Shop.Web.dll --a &quot;b&quot; &amp; c"\n\t\t            stdoutLogEnabled="false" />\n\t</system.webServer>\n</configuration>\n',
  },
  {
    name: 'C# with generics and ticks',
    text: 'var list = new Dictionary<string, List<int>>();\nif (a < b && c > d)\n{\n    throw new InvalidOperationException($"no \'port\' in {list.Count}");\n}\n--- > System.Collections.Generic.List`1.Add(T item)',
  },
  {
    name: 'rows of Event Viewer',
    text: 'Level\tDate and Time\tSource\tEvent ID\tTask Category\nError\t11/20/2026 2:02:11 PM\tWAS\t5059\tNone\nWarning\t11/20/2026 2:02:10 PM\tWAS\t5021\tNone\n\t\tApplication pool ShopPool has been disabled.',
  },
  {
    name: 'appsettings.json',
    text: '{\n  "Logging": {\n    "LogLevel": { "Default": "Information" }\n  },\n  "ConnectionStrings": {\n    "Shop": "Server=.\\\\SQLEXPRESS;Database=Shop;Trusted_Connection=True;"\n  },\n  "Urls": "http://localhost:5000/?a=1&b=2"\n}',
  },
  {
    name: 'W3C with query strings',
    text: '#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query sc-status sc-substatus sc-win32-status time-taken\n2026-11-20 14:02:11 10.0.0.4 GET /orders id=7&copy=1&lt=2 500 19 13 46\n2026-11-20 14:02:12 10.0.0.4 POST /orders - 404 13 0 3',
  },
];
