/** Labels of the event viewer, in the languages of Windows, as parts of regular expressions. */
export const LOG_LABELS =
  'Log Name|Protokollname|Nom du journal|Nombre de registro|Nome (?:do )?(?:[Ll]og|registro)|\u65e5\u5fd7\u540d\u79f0|\u30ed\u30b0\u306e\u540d\u524d|Nazwa dziennika|\u0418\u043c\u044f \u0436\u0443\u0440\u043d\u0430\u043b\u0430|G\u00fcnl\u00fck Ad\u0131|Logboeknaam|\u8a18\u9304\u6a94\u540d\u7a31|\ub85c\uadf8 \uc774\ub984';

export const SOURCE_LABELS =
  'Source|Quelle|Origen|Origine|Fonte|\u6765\u6e90|\u30bd\u30fc\u30b9|\u0179r\u00f3d\u0142o|\u0418\u0441\u0442\u043e\u0447\u043d\u0438\u043a|Kaynak|Bron|\u4f86\u6e90|\uc6d0\ubcf8|Provider ?Name';

export const ID_LABELS =
  "Event[ -]?ID|Ereignis-?ID|ID de l'\u00e9v\u00e9nement|Id\\.? (?:de|del) evento|Identificador (?:de|del) evento|ID evento|ID do evento|Identifica\u00e7\u00e3o do Evento|\u4e8b\u4ef6 ?ID|\u30a4\u30d9\u30f3\u30c8 ?ID|Identyfikator zdarzenia|\u041a\u043e\u0434 \u0441\u043e\u0431\u044b\u0442\u0438\u044f|Olay Kimli\u011fi|Gebeurtenis-?id|\u4e8b\u4ef6\u8b58\u5225\u78bc|\u4e8b\u4ef6 \u8b58\u5225\u78bc|\uc774\ubca4\ud2b8 ?ID";

export const LEVELS =
  'Critical|Error|Warning|Information|Verbose|Kritisch|Fehler|Warnung|Informationen|Critique|Erreur|Avertissement|Advertencia|Informaci\u00f3n|Cr\u00edtico|Erro|Aviso|Informa\u00e7\u00f5es|Errore|Avviso|\u9519\u8bef|\u8b66\u544a|\u4fe1\u606f|\u30a8\u30e9\u30fc|\u60c5\u5831';
