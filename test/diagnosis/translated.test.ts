import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';

const engine = createEngine(openCatalog(findRoot()));

/** What Windows, .NET Framework and IIS print in other languages, and the cause that must be in the first three. */
const TABLES: Readonly<Record<string, readonly (readonly [text: string, cause: string])[]>> = {
  German: [
    ['Webseite startet nicht. Es steht nicht genug Speicherplatz auf dem Datenträger zur Verfügung.', 'disk-full'],
    [
      "Der Prozess kann nicht auf die Datei 'D:\\sites\\shop\\Shop.dll' zugreifen, da sie von einem anderen Prozess verwendet wird.",
      'files-locked-during-deploy',
    ],
    [
      "System.UnauthorizedAccessException: Der Zugriff auf den Pfad 'D:\\sites\\shop\\logs\\a.txt' wurde verweigert.",
      'app-pool-identity-access-denied',
    ],
    ['Quelle: Microsoft-Windows-WAS\nEreignis-ID: 5057\nEbene: Warnung', 'pool-identity-invalid-503'],
    [
      'Anwendungspool ShopPool startet nicht: Der Benutzername oder das Kennwort ist falsch.',
      'pool-identity-invalid-503',
    ],
    [
      'Name der fehlerhaften Anwendung: w3wp.exe, Version: 10.0.17763.1, Zeitstempel: 0xcfdb13d8',
      'worker-process-crash',
    ],
    [
      'Der Dienst "WWW-Publishingdienst" wurde mit folgendem Fehler beendet: Zugriff verweigert',
      'was-w3svc-wont-start',
    ],
    ['404 - Datei oder Verzeichnis wurde nicht gefunden.', 'static-or-handler-404'],
  ],
  French: [
    ['Espace insuffisant sur le disque.', 'disk-full'],
    [
      "Le processus ne peut pas accéder au fichier 'C:\\sites\\shop\\Shop.dll', car il est en cours d'utilisation par un autre processus.",
      'files-locked-during-deploy',
    ],
    ['Source : Microsoft-Windows-WAS\nID de l’événement : 5002', 'rapid-fail-protection-503'],
    [
      "Le pool d'applications ne démarre pas : Le nom d'utilisateur ou le mot de passe est incorrect.",
      'pool-identity-invalid-503',
    ],
    [
      'Une seule utilisation de chaque adresse de socket (protocole/adresse réseau/port) est habituellement autorisée. Kestrel',
      'aspnetcore-port-conflict',
    ],
    [
      "Le service Service de publication World Wide Web s'est arrêté avec l'erreur : Accès refusé",
      'was-w3svc-wont-start',
    ],
    ['404 - Fichier ou répertoire introuvable.', 'static-or-handler-404'],
  ],
  Spanish: [
    [
      "El proceso no tiene acceso al archivo 'C:\\sites\\shop\\Shop.dll' porque está siendo utilizado por otro proceso.",
      'files-locked-during-deploy',
    ],
    ['Origen: Microsoft-Windows-WAS\nId. del evento: 5021', 'pool-identity-invalid-503'],
    ['Nombre de la aplicación con errores: w3wp.exe, versión: 10.0.17763.1', 'worker-process-crash'],
    [
      'Kestrel: Solo se permite un uso de cada dirección de socket (protocolo/dirección de red/puerto)',
      'aspnetcore-port-conflict',
    ],
    [
      'El grupo de aplicaciones no arranca. El nombre de usuario o la contraseña no son correctos.',
      'pool-identity-invalid-503',
    ],
    ['500 - Error interno del servidor.', 'iis-500-general'],
  ],
  Italian: [
    ['Spazio su disco insufficiente.', 'disk-full'],
    ["%1 non è un'applicazione di Win32 valida.", 'bitness-mismatch-800700c1'],
    ["Accesso al percorso 'D:\\siti\\shop\\logs' negato.", 'app-pool-identity-access-denied'],
    ['Origine: Microsoft-Windows-WAS\nID evento: 5059', 'app-pool-stopped'],
    ['404 - File o directory non trovato.', 'static-or-handler-404'],
  ],
  Portuguese: [
    ['Espaço insuficiente no disco.', 'disk-full'],
    ["O acesso ao caminho 'D:\\sites\\shop\\logs' foi negado.", 'app-pool-identity-access-denied'],
    ['%1 não é um aplicativo Win32 válido.', 'bitness-mismatch-800700c1'],
    ['Nome do aplicativo com falha: w3wp.exe, versão: 10.0.20348.1', 'worker-process-crash'],
    ['500 - Erro interno do servidor.', 'iis-500-general'],
  ],
  Polish: [
    ['Za mało miejsca na dysku.', 'disk-full'],
    ['%1 nie jest prawidłową aplikacją systemu Win32.', 'bitness-mismatch-800700c1'],
    ["Odmowa dostępu do ścieżki 'D:\\sites\\shop\\logs'.", 'app-pool-identity-access-denied'],
    ['Źródło: Microsoft-Windows-WAS\nIdentyfikator zdarzenia: 5057', 'pool-identity-invalid-503'],
  ],
  Russian: [
    ['Недостаточно места на диске.', 'disk-full'],
    ['%1 не является приложением Win32.', 'bitness-mismatch-800700c1'],
    ['Источник: Microsoft-Windows-WAS\nКод события: 5002', 'rapid-fail-protection-503'],
    [
      'Обычно разрешается только одно использование адреса сокета (протокол/сетевой адрес/порт). Kestrel',
      'aspnetcore-port-conflict',
    ],
    ['404 - Файл или каталог не найден.', 'static-or-handler-404'],
  ],
  Turkish: [
    ['Diskte yeterli alan yok.', 'disk-full'],
    ['%1 geçerli bir Win32 uygulaması değil.', 'bitness-mismatch-800700c1'],
    ['Kaynak: Microsoft-Windows-WAS\nOlay Kimliği: 5059', 'app-pool-stopped'],
  ],
  Dutch: [
    ['%1 is geen geldige Win32-toepassing.', 'bitness-mismatch-800700c1'],
    ['Bron: Microsoft-Windows-WAS\nGebeurtenis-id: 5011', 'worker-process-crash'],
    ["De toegang tot het pad 'D:\\sites\\shop\\logs' is geweigerd.", 'app-pool-identity-access-denied'],
  ],
  'Chinese, simplified': [
    ['磁盘空间不足。', 'disk-full'],
    ['文件“D:\\sites\\shop\\Shop.dll”正由另一进程使用，因此该进程无法访问此文件。', 'files-locked-during-deploy'],
    ['来源: Microsoft-Windows-WAS\n事件 ID: 5021', 'pool-identity-invalid-503'],
    ['错误应用程序名称: w3wp.exe，版本: 10.0.17763.1', 'worker-process-crash'],
    ['404 - 找不到文件或目录。', 'static-or-handler-404'],
  ],
  'Chinese, traditional': [
    ['磁碟空間不足。', 'disk-full'],
    ['%1 不是正確的 Win32 應用程式。', 'bitness-mismatch-800700c1'],
    ['來源: Microsoft-Windows-WAS\n事件識別碼: 5059', 'app-pool-stopped'],
    ['Kestrel: 一次只能用一個通訊端位址 (通訊協定/網路位址/連接埠)。', 'aspnetcore-port-conflict'],
  ],
  Japanese: [
    ['ソース: Microsoft-Windows-WAS\nイベント ID: 5117', 'memory-pressure'],
    [
      "別のプロセスで使用されているため、プロセスはファイル 'D:\\sites\\shop\\home\\site\\wwwroot\\Shop.dll' にアクセスできません。",
      'app-service-locked-files',
    ],
    ['障害が発生しているアプリケーション名: w3wp.exe、バージョン: 10.0.17763.1', 'worker-process-crash'],
    ['404 - ファイルまたはディレクトリが見つかりません。', 'static-or-handler-404'],
  ],
  Korean: [
    ['디스크 공간이 부족합니다.', 'disk-full'],
    ['올바른 Win32 응용 프로그램이 아닙니다.', 'bitness-mismatch-800700c1'],
    ['원본: Microsoft-Windows-WAS\n이벤트 ID: 5002', 'rapid-fail-protection-503'],
  ],
};

for (const [language, rows] of Object.entries(TABLES))
  describe(`system texts in ${language}`, () => {
    for (const [text, cause] of rows)
      it(`${text.slice(0, 70)} -> ${cause}`, () => {
        const ids = diagnoseInquiry({ text }, engine).candidates.map(({ id }) => id);
        assert.ok(ids.slice(0, 3).includes(cause), ids.join(', ') || 'unknown');
      });
  });
