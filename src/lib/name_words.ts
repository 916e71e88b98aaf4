/** Words around a name, and capitalised words that are none: the name check's small dictionary of English. */

const words = (text: string) => new Set(text.trim().split(/\s+/))

/** Capitalised inside a sentence and yet nobody's name. */
export const NOT_NAMES = words(`
mon tue tues wed thu thurs fri sat sun feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
christmas easter ramadan hanukkah diwali eid i i'm i'd i've i'll ok okay tv uk eu us usa gp vat iban pdf faq sms id it hr ceo coo cfo cio qr app wifi wi-fi pin
english french german spanish italian dutch polish irish scottish welsh british european american swedish norwegian danish finnish portuguese greek turkish romanian
london dublin paris berlin madrid rome vienna stockholm oslo copenhagen helsinki manchester birmingham leeds glasgow edinburgh cardiff belfast bristol liverpool
germany france spain italy ireland scotland wales england britain europe sweden norway denmark finland poland austria switzerland netherlands belgium portugal
google apple facebook instagram whatsapp twitter linkedin youtube amazon paypal visa mastercard windows android iphone outlook excel teams zoom trustpilot x
billing sales support technical accounts complaints collections customer customers service services returns retentions finance legal credit control operations
reception switchboard helpdesk dispatch logistics marketing engineering security fraud claims payments debt moving metering outage field team department desk
ombudsman regulator ofgem director manager supervisor board god lord sir madam mr mrs ms bill mum dad grandma grandpa internet english level tier line office head centre center
best kind warm yours sincerely thanks greetings
vivaldi mozart greensleeves beethoven bach
`)

/** A capitalised word after one of these is most likely who was spoken to. */
export const SPOKE_TO =
  /\b(?:spoke (?:to|with)|spoken (?:to|with)|speaking (?:to|with)|talked (?:to|with)|talking (?:to|with)|chatted (?:to|with)|(?:put|passed|transferred|connected|handed|gave|sent|forwarded|switched|moved) (?:me |us |him |her |them |it |my call |the call |my case )?(?:on |over |back |through |straight )?(?:to|with)|through to|asked for|ask for|thanks (?:on )?to|thank you|thanked|(?:told|called back|rung back|helped|served|answered|greeted|taken|signed|written|sent|handled|fixed|solved|done|spoken to|explained|(?:and |then )?later|then) by|dealt with|goodness for|mail from|email from|e-mail from|letter from|message from|reply from|signed|signed off as|introduced (?:him|her|them)sel(?:f|ves) as|kudos to|compliments? to|credit to|praise (?:for|to)|regards|wishes|sincerely|faithfully|truly|cheers|hello|hi|hey|dear|agent|adviser|advisor|operator|assistant|colleague|employee|clerk|rep|someone named|somebody named|named|name is|name was|name's|names? of|this is|man called|woman called|lady called|guy called|person called|someone called|somebody called|was called|is called|badge (?:read|reads|said|says)|with|mit|frau|herr)[,:]?\s+[("“‘']?$/i

/** After these even a name in small letters is one: "spoke to sarah". */
export const SPOKE_TO_SMALL =
  /\b(?:spoke (?:to|with)|spoken (?:to|with)|speaking (?:to|with)|talked (?:to|with)|talking (?:to|with)|chatted (?:to|with)|thanks to|told by|helped by|served by|answered by|agent|adviser|advisor|named|name is|name was|name's|name (?:is|was) (?:mr|mrs|ms)\.?|put me through to|passed me (?:on )?to|asked for|ask for|man called|woman called|lady called|guy called|someone called|somebody called|hi|hello|dear)[,:]?\s+["“‘']?$/i

/** What people do: after it a word at the start of a sentence was a person. */
export const DID =
  /^(?:['’]s (?:voice|tone|answer|manner|patience|colleague|supervisor|manager|name|reply)\b|\s+(?:was (?:lovely|kind|nice|great|happy|glad|calm|quick|able|unable|sorry|busy|confused|clear|rude|patient|friendly|helpful|brilliant|wonderful|curt|short|cold|warm|polite|very|so|really|excellent|amazing|a gem|a star|new|on the)|from (?:the\s)?(?:\w+\s)?(?:billing|sales|support|accounts|complaints|collections|customer|finance|service|services|team|retentions|returns|outage|solar|metering|moving|technical|desk|chat|branch|shop|reception|second|first|front|workshop|help ?desk)|(?:in|at|on) (?:the )?(?:chat|reception|workshop|billing|sales|support|accounts|complaints|collections|retentions|branch|counter|shop|front desk|help ?desk|desk|phone|switchboard)\b|said|told|answered|asked|apologi[sz]ed|explained|listened|promised|sounded|laughed|sighed|picked|replied|helped|offered|knew|understood|thanked|wished|rang|phoned|called|emailed|wrote|took|gave|stayed|read|went|kept|tried|checked|looked|found|fixed|sorted|transferred|put me|did|had|has|could|couldn['’]?t|didn['’]?t|wouldn['’]?t|who|and I|at the)\b)/i

/** Speaking verbs only: an unknown word at the start of a sentence needs one of these to be taken for a person. */
export const SAID =
  /^\s+(?:told me|said|apologi[sz]ed|answered (?:me|my|the phone)|asked me|fixed (?:it|my)|explained|listened to|promised me|sighed|laughed|picked up|replied|helped me|thanked me|stayed on|from (?:billing|sales|support|accounts|complaints|collections|customer|finance|retentions|technical))\b/i

/** "Victoria Station", "Charlotte Street": a place. */
export const PLACE_AFTER =
  /^\s+(?:street|road|station|square|avenue|lane|park|house|hospital|airport|bridge|court|place|close|gate|hall|hill|green|gardens|terrace|way|island|day|line)\b/i

/** Only somebody does these, whatever the word before is. */
export const PERSON_ONLY =
  /^(?:,? (?:who|whose)\b|, the (?:person|supervisor|agent|adviser|advisor|engineer|technician|lady|woman|man|guy|girl|boy|team lead(?:er)?|colleague|manager)[,).]|, (?:a|my|his|her|their|our) (?:colleague|supervisor|boss|adviser|advisor|agent|manager)[,).]|,? (?:here|speaking)[,.!]|\s(?:was|is|were) (?:so |very |really |quite |always |extremely |incredibly |most )?(?:kind|rude|friendly|helpful|patient|polite|curt|apologetic|sympathetic|attentive|unfriendly|impatient|on (?:leave|shift|holiday)|my (?:contact|adviser|advisor|agent)|the (?:only )?(?:one|person|man|woman|lady) (?:who|that))\b|\s(?:never|always|kindly|politely|patiently|finally|then|also|even|just)? ?(?:told (?:me|us|her|him)|apologi[sz]ed|laughed|sighed|smiled|picked up|rang (?:me|back)|called (?:me |us )?back|wrote back|came back on|put (?:me|us) (?:on hold|through|back)|raised (?:his|her|their) voice|hung up|introduced (?:him|her|them)sel|shrugged|listened|remembered me)\b|['’]s?\s(?:laugh|smile|voice|tone|patience|manner|kindness|mail|explanation)\b)/i

/** "in Trondheim", "the Kestrel tariff", "like Ovo": what a thing or a place stands behind. */
export const BEFORE_A_THING =
  /\b(?:the|a|an|our|your|my|his|her|its|their|this|that|these|those|no|some|any|each|every|another|in|at|on|into|onto|near|via|of|about|using|use|uses|used|like|than|per|as|for|from|to|by|is|are|was|were|called|named|titled|tariff|product|app|plan|street|word|words|song|hotel|town|city|brand|company|firm|played|play|plays|buy|bought|sell|sells|sold|read|reads|says|say|said|press|pressed|typed|type|enter|entered|chose|choose|click|clicked)\s+["“‘'(]*$/i

/** "St David’s Day". */
export const PLACED_BEFORE =
  /\b(?:(?:bot|chatbot|robot|app|portal|tariff|product|system|menu|machine|plan) (?:is|was) (?:called|named)|storm|hurricane|radio|st\.?|saint|san|santa|port|mount|lake|new|king|queen)\s+$/i

/** After these a word in small letters is a name too: "mr okafor". */
export const TITLE_SMALL = /\b(?:mr|mrs|ms|dr|herr|frau)\.?\s+$/i

export const TITLE =
  /\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau|monsieur|madame|mme|señor|señora|signor|signora|sister|father|lady)\.?\s+$/i

/** What a sentence may well begin with and is nobody: only words that speaking verbs follow naturally. */
export const BEGINNINGS = words(`
he she they it we you who someone somebody everyone everybody anyone nobody one both neither each another others most many some all none few several
management reception support sales billing accounts head nothing something everything this that these those there here then and but so because after before when while
the a an my our your his her their its what which recording recordings bot robot voice machine message letter chat site website app page people staff
colleagues agents advisers operators someone's customers yes no not now still only even just later finally eventually first second next again
`)

/** "Agent: Florin", "Signed: Björn": who it was, as a chat or a letter says it. */
export const WHO_IT_WAS =
  /\b(?:agent|adviser|advisor|operator|assistant|colleague|clerk|rep|name|signed|regards|wishes)\s*:\s+["“‘']?$/i

/** "The man at the counter, Olli, …", "his colleague (Ewa)": said beside whom it was. */
export const BESIDE =
  /\b(?:man|woman|lady|guy|gentleman|girl|boy|person|colleague|agent|adviser|advisor|operator|clerk|engineer|technician|supervisor|manager|team lead|boss|voice)\b[^.!?,;(]{0,40}[,(]\s?$/i

/** Between a title and a surname, and within one. */
export const PARTICLE = /^(?:van|von|de|der|den|da|di|du|la|le|del|della|al|el|bin|ben|af|av|ter|ten|zu|dos|das|’t)$/
