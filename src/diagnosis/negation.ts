/** So many words between a negation and what it negates: "have not yet even tried the reinstall". */
const REACH_WORDS = 4;
/** "no" stands close to its noun. */
const REACH_OF_NO = 2;
const REACH_CHARACTERS = 120;

// English, German, French, Spanish, Portuguese, Italian; "n't" without its apostrophe too, as people type it.
const NEGATION =
  /^(?:not|never|cannot|without|no|(?:have|has|had|did|do|does|is|are|was|were|ca|wo|could|should|would)n'?t|nicht|nie|niemals|kein\w{0,2}|pas|jamais|nunca|não|nao|nem|non|mai)$/;
/** Two words that set something aside: "instead of Azure App Service". */
const SET_ASIDE =
  /(?:instead of|rather than|anstatt|statt|au lieu de|en lugar de|en vez de|em vez de)\s{1,3}(?:\S{1,20}\s{1,3})?$/;
/** A clause begins here: a negation in front of it is about something else. "It does not start since the update". */
const BOUNDARY =
  /^(?:but|and|while|whereas|although|though|however|because|since|after|before|until|till|when|why|how|that's|only|just|und|aber|sondern|obwohl|weil|seit|seitdem|nach|nachdem|bis|wenn|warum|et|mais|depuis|après|quand|pourquoi|y|pero|aunque|porque|desde|después|cuando|mas|depois|após|quando|ma|dopo)$/;
/** The negation is about this verb, unless what is negated follows at once. "It does not work on IIS runs fine in cmd". */
const VERB =
  /^(?:work|works|working|run|runs|running|start|starts|starting|started|load|loads|loading|open|opens|respond|responding|appear|appears|connect|help|helped|change|changed|funktioniert|läuft|startet|geht|fonctionne|marche|démarre|funciona|arranca)$/;
/** Words that pass a denial on to what follows: "is not really in use", "without any certificate", "never had a proxy". */
const PASSING =
  /^(?:a|an|the|any|our|my|your|it|its|this|that|be|been|being|get|got|have|had|has|use|used|uses|using|tried|try|yet|even|really|ever|always|still|just|longer|more|in|on|of|ein\w{0,2}|der|die|das|de[nmrs]?|noch|mehr|wirklich|immer|le|la|les|une?|du|el|los|las|una|uma?|os?|il|lo|gli)$/;
/** What somebody cannot do is what is told, not what is denied: "we cannot log in", "lässt sich nicht hochladen". */
const INABILITY =
  /^(?:can|could|cannot|(?:ca|could|wo)n'?t|will|able|unable|kann|können|konnten?|lässt|lassen|peut|peux|peuvent|pouvons|arrive|arrivent|arrivons|puede|pueden|puedo|podemos|pode|podem|consigo|conseguem|conseguimos|può|possono|posso|riesco|riusciamo|kan|kunnen)$/;
const INABILITY_IN_FRONT = /(?:不能|不了|未能)[^\s，。、；！？,.;!?]{0,2}$/;
/** Chinese and Japanese write the negation right in front. */
const NEGATION_IN_FRONT = /(?:没有|没|沒有|沒|未|不是|并非|並非|从未|不)[^\s，。、；！？,.;!?]{0,2}$/;
const OWN_NEGATION =
  /(?:^|[^\w])(?:not|never|cannot|no|nothing|none|without|nicht|nichts|kein\w{0,2}|pas|rien|aucune?|nada|ning[uú]n\w?|nenhum\w?|não|nunca|\w{2,6}n'?t)(?![\w])|没|沒|无|無|不|ない|なし|ません/;

/**
 * Whether words in front, in the same clause and at most four words away, deny what stands between two offsets:
 * "I have not reinstalled the hosting bundle yet". A phrase that is a denial itself ("nothing in the event log") is never
 * taken as denied.
 * @param text cleaned text with its line ends: a line of its own is a clause of its own
 */
export function isNegated(text: string, start: number, end: number): boolean {
  return wordsToNegation(text, start, end) !== null;
}

/**
 * Whether what stands between two offsets is itself denied, and not a doing that it belongs to: "the pool does not stop"
 * denies the stop, "we cannot write to wwwroot" speaks of wwwroot all the same, and of writing.
 * @param text as for isNegated
 */
export function isDenied(text: string, start: number, end: number): boolean {
  const between = wordsToNegation(text, start, end);
  if (between === null || !between.every((word) => PASSING.test(word))) return false;
  const clause = clauseBefore(text, start);
  // The denial itself and up to two words in front of it.
  const around = wordsBackwards(clause).slice(between.length, between.length + 3);
  return !INABILITY_IN_FRONT.test(clause) && !around.some((word) => INABILITY.test(word));
}

/** The words between a phrase and the negation it stands under, nearest first; null when it stands under none. */
function wordsToNegation(text: string, start: number, end: number): readonly string[] | null {
  const phrase = text.slice(start, end).toLowerCase();
  if (OWN_NEGATION.test(phrase)) return null;
  const clause = clauseBefore(text, start);
  if (NEGATION_IN_FRONT.test(clause) || SET_ASIDE.test(clause)) return [];
  const opensClause = BOUNDARY.test(/^\S*/.exec(phrase)![0]);
  const words = wordsBackwards(clause).slice(0, REACH_WORDS + 1);
  for (const [between, word] of words.entries()) {
    if (NEGATION.test(word)) return word !== 'no' || between <= REACH_OF_NO ? words.slice(0, between) : null;
    if (BOUNDARY.test(word) || VERB.test(word) || opensClause) return null;
  }
  return null;
}

const CLAUSE_MARKS = new Set('.!?;:,()\n\u3002\uff0c\u3001');

/** The words in front of a place that belong to the same clause. */
function clauseBefore(text: string, start: number): string {
  const floor = Math.max(0, start - REACH_CHARACTERS);
  let from = start;
  while (from > floor && !CLAUSE_MARKS.has(text.charAt(from - 1))) from -= 1;
  return text.slice(from, start).toLowerCase();
}

function wordsBackwards(clause: string): string[] {
  return clause.trim().split(/\s+/).reverse();
}
