/**
 * Words that stand with a capital letter inside a sentence and are nobody's name: departments, products, titles of papers, companies,
 * places, peoples. Countries, languages and the cities of the time zones come with the runtime.
 */

const words = (text: string) => text.trim().split(/\s+/)

/** English words that companies like to write with capitals. */
const CAPITALISED = words(`
about academy accept access accident accord account accounts accountability action active activity additional address admin administration advance advanced
advantage advice adviser advisor affairs after afternoon agency agenda agent agreement aid air alarm alert all alliance allowance alternative ambassador
anniversary annual answer answers apartment apology appeal appliance application appointment area arrears article assembly assessment asset assets assistance
assistant associate association assurance attention audit authority auto automatic autumn average award awards back background balance band bank banking base basic
basics basis battery bay beautiful benefit benefits beta better bid big bill billing bills bin bio birthday black blue board boiler bond bonus book booking bot box branch
brand breakdown breakfast brexit bright broadband broker brown budget builder building bundle bureau business button buy buyer cabinet cable calendar call caller calls
campaign campus cancel cancellation capital car card cards care career carrier case cash category cause central centre certificate chain chair challenge champion
chancellor change changes channel chapter charge charger charges charity chart charter chat chatbot check checkout cheque chief child children choice church circle citizen
citizens city claim claims class classic clause clean clear clearance clerk click clinic clock cloud club coach coast code collect collection college comfort comment
commerce commercial commission committee common communication communications community commuter company compare comparison compensation competition compliance
complete computer concept concern condition conditions conduct conference confirmation connect connection consent construction consultant consumer
contact contacts content contract control convenience cooling co-op copy core corporate corporation cost council counsel counter country county courier course court cover
credit crew crisis crown culture currency current curriculum custody customer customers cycle daily damage damages dark dash dashboard database date day days deal dear
debit debt december decision declaration deep default delivery demand department deposit deputy description desk desktop detail details developer development device
diamond diesel digital direct direction directive director directory disability discount discovery dispatch display dispute distribution district division doctor document
documents domestic door double double-check down draft dream drive driver dual duty early earth east easy economic economics economy edition editor education effect electric
electrical electricity electronic elite email emergency emissions employee employer employment end energy engine engineer engineering enquiries enquiry enterprise
entry environment environmental equal equipment error escalation essential essentials estate estimate ethics evening event events everyday evidence examiner example excellence
exchange executive exhibition exit expert experience explorer express extension external extra extras eye fabric facilities facility factory facts fair fairness family fast
father fault faults feature federal fee feedback fees fibre field file final finance financial find finder fire first fit fix fixed flag fleet flex flexi flexible flight floor
fly focus folder food force foreign form forms forum forward foundation four frame free freedom freeze freight fresh friday friend friends front frontline fuel full fund funds
furniture future gallery game gas gate gateway general generation genius gift global go gold golden good goodbye goodwill government grand grant great green grid ground group growth
guarantee guard guest guidance guide guidelines hall handbook hand happy hardware hardship head headquarters health heat heating heart help helpdesk helpline here heritage hero high higher highway holiday
holidays home homes honour hope hospital host hot hotel hotline hour hours house household housing hub human hybrid ideas identity image impact important inbox incident
income index individual industrial industry information initiative innovation input inquiry inspection inspector inspire install installation installer instant institute insurance
integration intelligence interest interim internal international internet interview intranet investment invoice invoices island issue item items job jobs
journal journey judge junior jury justice keep key kids king kit kitchen knowledge lab label labour land landlord landline language large last late law lead leader leadership league
learning leave legal lender letter letters level liability liaison library licence life lifestyle light lighting limited line link links list lite live living loan loans
local location lock log login logo long loss lost lounge love loyalty luck machine magazine mail mailbox main maintenance major make management manager managing manual map
march mark market marketing markets master match material matters maximum media medical medium meeting member members membership memo men menu merchant merger message messages
messenger meter metering meters metro middle military mini minimum minister ministry minute missed mission mobile mode model modern moment monday money month monthly monitor more
morning mortgage mother motor move movement movers moving multi museum music mutual national native natural nature navigator need net network networks neutral new news newsletter next night
no non north northern not note notes notice notification number numbers nurse objective occupier ocean off offer offers office officer official oil ombudsman on one online only open opening
operation operations operator opinion option options orange order orders ordinary organisation organization origin original other our outage outages outcome outlet output outreach over overdraft overview owner
pack package packet page pages panel paper papers parcel parent park parking parliament part partner partners partnership parts party pass passport password past patient pay payment payments payroll peace peak pension
people per percent performance period permit person personal phone phones photo pilot pipe place plan planning plans plant platform platinum play please plus pocket point points police policies policy pool poor pop
popular portal portfolio position post postal poster pot pound power practice preferred premier premium prepaid prepayment presentation president press prevention price prices pricing pride primary prime prince
princess principal principles print priority privacy private pro problem problems procedure process procurement product production products professional profile program programme project promise promotion
proof property proposal protect protection protocol provider public publication publicity pulse purchase purchases purpose quality quarter quarterly queen question questions queue quick quiet quote quotes
radio rail rate rates rating reader reading ready real rebate receipt reception record recorder records recovery recruitment recycling red reduction reference referral refund refunds
regard regards region regional register registration registry regulation regulations regulator relations relationship release relief remote removal renewable renewables renewal rental repair repairs replacement report
reporter reports request requests rescue research reserve resident residential residents resolution resource resources response responsible rest restaurant results retail retention retentions return returns revenue review reviews reward
rewards right rights ring risk river road roadside roof room rooms round route royal rule rules safe safeguarding safety salary sale sales satisfaction saturday save saver savings say schedule scheme school science scope score screen script sea
search season second secondary secret secretary section sector secure security select self seller senate send senior sense sensor series server service services session set settings settlement setup share shared shares sheet shield
shift ship shipping shop shopping shops short shout show shower shuttle side sign signal signature silver simple simply single sir site six sky sleep small smart smile social society soft software solar sole solution solutions sorry sort sound source south southern space spark
speak special specialist speed spirit sport sports spring square stability staff stage standard standards standing star start state statement states station status statutory stay step steps stock stop storage store stores story storm
strategic strategy stream street stress strong student studio study style sub subject submit subscription success suite summary summer sun sunday sunrise super supermarket supervisor supplier suppliers supplies supply support supreme sure
survey sustainability sustainable switch switchboard switching system systems tab table tag take talk tank target tariff tariffs task tax taxi team teams tech technical technician technology telecom telephone television temporary ten tenant tenancy
term terminal terms test testing text thank thanks theatre then there thermal thermostat third thursday ticket tickets tier time timetable tip tips title today token tomorrow tool toolkit tools top total touch tour tower town track tracker tracking
trade trading traffic train trainee trainer training transaction transfer transfers transformation transition transparency transport travel treasury treat tree trial tribunal trip true trust tube tuesday turbo two type ultimate ultra under union unit
united universal university unlimited up update updates upgrade urban urgent usage use user users utilities utility vacation valley value values van variable vehicle vendor verification version very veteran vice video view village vintage virtual vision visit
visitor vital voice voicemail volume voluntary volunteer voucher vouchers vulnerable wallet warden warehouse warm warning warranty waste watch water way ways web webchat website wednesday week weekend weekly welcome welfare wellbeing west western white who wholesale why
wi-fi win wind winter wire wireless wise with women wood work worker workers workplace works workshop world worry wow write year years yellow yes you your youth zero zone
whitsun whit easter lent advent ash boxing hogmanay pentecost passover hannukah yule xmas midsummer noon midnight dawn sunset
ask tell get give see find bring take hold wait use try ring send look read hello hey hi goodness please yours faithfully
abc adsl api asap atm bbc bot ccs cctv cc dab dvd eon esim ev evs faqs gdpr gps hgv hq html http id ids isbn iso isp lcd led mot mp3 nhs nfc otp pc pcs pdfs pos qa rsvp sim sla slas sos tvs ui url usb vip voip vpn wc www
`)

/** Companies, papers, products and what is played on hold. */
const BRANDS = words(`
abba adidas adobe aegon airbnb aldi alexa alibaba allianz amex android apple argos asda asos asus audi aviva axa barclaycard barclays bmw boohoo bosch bolt bosporus bt bulb bupa burberry
b&q camelot canon carrefour cathay chatgpt chrome chrysler cisco citibank clearpay coca-cola comcast converse copilot cortana costa currys daikin decathlon deezer deliveroo dell deutsche dhl disney dpd dropbox dunelm dyson easyjet ebay ecotricity
edf eir elavon endesa enel engie equifax ericsson etsy eurostar evri experian expedia facebook fairphone farrow fedex fiat firefox ford fujitsu gazprom gazeta gemini giffgaff glovo gmail google greggs gucci guardian halfords halifax hermes hilton hitachi honda
hotmail hotpoint hsbc huawei hyundai ibm iceland ikea ing instagram intel ionity ipad iphone itv jaguar jetblue john-lewis kia kindle klarna klm kodak kraken lego lenovo levis lg lidl linkedin linux lloyds lufthansa lyft mac macbook marriott mastercard mazda mcdonald mcdonalds
messenger miele microsoft mini mitsubishi monzo morrisons mozilla n26 natwest nectar nespresso nest netflix next nike nintendo nissan nokia norton o2 ocado octopus ofcom ofgem oneplus opodo oracle orange ovo panasonic parcelforce paypal pepsi peugeot philips
pinterest playstation porsche primark qantas renault reddit revolut ricoh roku rolex rightmove ryanair safari sage sainsbury sainsburys samsung santander sap screwfix seat seiko shein shell siemens signal siri sky skype slack smarty snapchat sony spotify starbucks starling
stripe subaru suzuki swatch tado teams telefonica telegram telekom temu tesco tesla threads ticketmaster tiktok tinder toshiba toyota trainline trello tripadvisor truecaller trustpilot trustly tui tumblr twitch twitter uber ubuntu ups utilita vaillant vattenfall verizon vimeo virgin visa vodafone
volkswagen volvo waitrose waze wechat whatsapp which wikipedia wizz worldpay xbox xerox yahoo yamaha yodel yorkshire youtube zalando zara zendesk zoom zoopla
bach beethoven beatles brahms chopin debussy elgar enya greensleeves handel haydn mahler mozart muzak offenbach oasis puccini queen ravel rossini schubert strauss sibelius tchaikovsky verdi vivaldi wagner coldplay dickens kafka orwell shakespeare tolstoy orwellian kafkaesque
monopoly tetris grey nelly python java babel titanic everest olympics olympus wembley wimbledon brexit nato unesco unicef interpol
`)

/** Places of more than a time zone, and who lives there. */
const PLACES = words(`
aachen aberdeen aberystwyth ankara antwerp augsburg avignon bangor barcelona basel basingstoke bath bedford bergen bern bilbao birmingham blackburn blackpool bologna bolton bonn bordeaux bournemouth bradford bratislava bremen brest brighton bristol brno bruges brunswick budapest
burgundy bucharest calais cambridge canterbury cardiff carlisle catalonia chelmsford cheltenham chester chesterfield chichester cologne copenhagen cork cornwall coventry cracow crawley croydon cumbria darlington debrecen derby derry devon dijon doncaster dorset dortmund dover dresden dublin dundee dundalk durham düsseldorf
edinburgh eindhoven enfield essen essex exeter exmouth falkirk florence frankfurt fribourg galway gdansk geneva genoa ghent glasgow gloucester gothenburg granada graz grenoble grimsby groningen guildford haarlem hague halle hamburg hannover harlow harrogate hastings heathrow hemel hereford hertford holland hove huddersfield hull innsbruck inverness ipswich
karlsruhe kassel kent kilkenny kiel kraków krakow lancaster lancashire lausanne leeds leicester leiden leipzig leith lichfield lille limerick linz liverpool livingston lincoln london łódź lodz lugano luton luzern lucerne lyon maastricht maidstone malaga malmö malmo manchester manila mannheim margate marseille merseyside middlesbrough midlands milan milton montpellier mumbai munich münster nantes naples
newcastle newport nice norfolk northampton northumberland norwich nottingham nuremberg odense odesa oldham orkney osaka oxford palermo peterborough plymouth poole porto portsmouth potsdam poznań poznan prague preston provence pula reading redditch reims rennes rochdale rostock rotterdam rouen rugby salford salisbury salzburg scandinavia scarborough seville sheffield shropshire silesia slough slovak solent somerset southampton southend stafford
stevenage stirling stockport stoke strasbourg stratford stuttgart suffolk sunderland surrey sussex swansea swindon tallinn tampere taunton telford thames thessaloniki torquay tottenham toulouse trondheim truro tuscany turin turku ulster utrecht uppsala valencia venice verona wakefield walsall warrington warwick watford wells wessex westminster weymouth wigan wiltshire winchester windsor wolverhampton worcester worthing
wrexham wrocław wroclaw yeovil york yorkshire zaragoza zurich zürich boston chicago dallas denver detroit miami seattle philadelphia washington texas california bangalore delhi pune chennai hyderabad beijing europe european africa african asia asian america american antarctica arctic atlantic baltic balkans caribbean mediterranean pacific alps nordic iberia
argentinian australian austrian belgian brazilian british canadian celtic chilean colombian cornish cuban egyptian eu german germanic indian iranian iraqi israeli jamaican jordanian kenyan lebanese manx mexican moroccan nigerian norman pakistani peruvian roman scotch scots scottish serb south sri swiss syrian tunisian turk turks uk ukrainians us usa venezuelan welsh yankee
catholic christian christians buddhist hindu islam islamic jewish jew judaism methodist muslim muslims orthodox protestant sikh sikhs bible koran quran torah
`)

const REGION_CODES = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((a, _, all) => all.map((b) => a + b))

function placesOfTheRuntime(): string[] {
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  const countries = REGION_CODES.map((code) => regions.of(code) ?? '')
  const spoken = REGION_CODES.map((code) => languages.of(code.toLowerCase()) ?? '')
  const cities = Intl.supportedValuesOf('timeZone').map((zone) => zone.split('/').at(-1) ?? '')

  return [...countries, ...spoken, ...cities].flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)).filter(Boolean)
}

const ORDINARY: ReadonlySet<string> = new Set([...CAPITALISED, ...BRANDS, ...PLACES, ...placesOfTheRuntime()])

/** Asked of the whole word in small letters, accents and all. */
export function isOrdinaryWord(word: string): boolean {
  return ORDINARY.has(word) || ORDINARY.has(word.normalize('NFD').replace(/\p{M}/gu, ''))
}

/** What English nouns and adjectives end in, and given names hardly do: an unknown word like these is no name. */
export const ORDINARY_ENDING =
  /(?:ings?|tions?|sions?|ments?|ness|ities|ity|ships?|ances?|ences?|ables?|ibles?|fully?|less|ously|ally|ably|ised|ized|ology|hood)$/
