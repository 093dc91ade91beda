/**
 * Whether a sentence asks how to do something and tells of no failure: "how do I publish an app?", but not "how do I fix
 * that the pool stops?".
 * @param sentence a person's words, one sentence
 */
export function asksOnly(sentence: string): boolean {
  const plain = sentence.trim();
  return (ASKS.test(plain) || ASKS_AT_END.test(plain)) && !NAMES_FAILURE.test(plain);
}

const ASKS =
  /^[^\p{L}]{0,10}(?:(?:can|could) (?:some|any)(?:one|body) (?:tell|explain|show)|(?:does )?any(?:one|body) knows? (?:how|what|which|where)|can (?:i|we|two|several)|how (?:do|can|to|should|would|many|much)|what (?:is|are|does)|what's|which|where|when (?:do|should)|should (?:i|we|two|it)|is (?:it|there)|are there|kann (?:ich|man)|wie (?:kann|macht|mache|geht|viele|groß|installier|veröffentlich)|was (?:ist|sind)|welche[rsnm]?|wo |soll(?:te)? (?:ich|man)|ist es|gibt es|comment|peut-on|quel|où|est-ce|faut-il|cómo|cuál|qué|dónde|se puede|como (?:faço|posso|instal|public)|qual|onde|come si|quale|dove|jak |który|gdzie|hoe |welke|waar|nasıl|hangi|как |какой|какие|где |怎么|如何|什么是|请问如何|どうやって|方法)/iu;
const ASKS_AT_END = /(?:どうすれば|方法は|ですか|怎么(?:做|弄|配置|安装|发布)|吗)[^\p{L}]{0,3}$/u;
const NAMES_FAILURE =
  /\b(?:[45]\d\d|errors?|fail\w{0,4}|crash\w{0,3}|wrong|broken|problems?|issues?|stop\w{0,4}|fix\w{0,2}|solve\w?|avoid|rid|denied|timeouts?|not|no|never|\w{2,6}n'?t|fehler\w{0,2}|nicht|kein\w{0,2}|problem\w{0,2}|erreurs?|pas|errore?s?|falla\w?|não|nie|niet)\b|[不没无無ない错誤失败]/iu;
