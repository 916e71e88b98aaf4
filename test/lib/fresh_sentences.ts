/** Written beside the tricky ones and put away before either was measured: no rule was changed for their sake. What is to be marked stands after «=>». */
import { labelledLines } from './labelled_sentences.ts'

export const FRESH = labelledLines(`
The queue music stopped, and for a second I thought somebody was there.
Somebody from Billing rang back within the hour, as they had said.
I would rather have heard no than maybe.
Autumn is when the first big bills land, and it shows.
We moved in August; the final bill came in November.
May was quiet, June was chaos, and nobody had told the phone team.
In April I was told to wait, in May to wait longer.
Summer opening hours are nowhere on the website.
Will they ever stop asking for my postcode?
I hope the new menu goes the way of the old one.
There was a note of hope in the way she said it.
He gave me a frank answer, and I liked him for it.
You could mark the page with a big red cross and it would look the same.
It was a matter of faith that the form had been sent.
With patience and luck you get through before noon.
Their patience was greater than mine.
The young man chose to bill me twice, or the system did.
An old rose on the desk in the shop, a new sofa, nobody at the counter.
Dawn was breaking by the time the bot gave up.
Joy is not a word I would use for that call.
The case worker said that Article 15 of the GDPR allows a month.
It took them from Monday 2 March to Thursday 12 March to send one PDF.
Between Amsterdam and Rotterdam the app lost my booking twice.
I compared it with Octopus and with E.ON, and we come off badly.
The Post Office would have been quicker.
My Samsung could not open the link; my daughter’s iPad could.
DHL brought the meter on time, we lost it in our own hall.
I got the same answer from WhatsApp, from Chat and from the branch in Leeds.
The Swedish text says “du”, the German one says “Sie”: both sound wrong.
In Vienna they greet you, in Zurich they thank you, here they scan you.
I asked in English and was answered in Dutch.
The tariff Green Flex 24 is not on the page it links to.
Do not call on a Monday. Do not call at nine.
The bill fell from £1,480 to £1,244.50 after one honest conversation.
We owe them €12.80 and they spent 40 minutes collecting it.
It said 14:35 on the screen and 14.53 in the mail.
They quoted 27,4 cents, then 29,1 cents, then “about thirty”.
My use last year was 12 450 kWh, according to a letter of 28.02.2026.
Two thousand and some people wrote reviews; I read about 50.
The deposit of CHF 1’200 took six weeks to come back.
Press 4, then 2, then 9, then the star.
It is the 3rd time in 2026 and the 7th since 2023.
I was caller number 112 in a queue of 130.
The meter stood at 034512 and they wrote 034521.
SW1A 1AA is not an address they know, it seems.
They need the postcode 10115 before they will even say hello.
Error 503, then Error 404, then a very cheerful “Oops”.
Version 12.4.1 of the app fixed the login and broke the bill.
The offer runs from 01/12/2025 to 31/01/2026.
“Your call is important to us”, said nobody in particular.
“I am so sorry to hear that” is what she opened with, and she meant it.
“Let me see what I can do for you.” And then she did it.
The agent said that her supervisor would call me. He did, too.
The gentleman at the desk apologised for his colleague.
My mother could not have used this form.
The team in Outage knew more than the website did.
Head Office will love the survey and hate the comments.
NOBODY listens. I wrote it in capitals because I meant it.
PLEASE hold. PLEASE hold. PLEASE hold.
ok so the bot thinks i am a new customer
they were nice about it, which made it harder to be cross
i rang twice, wrote once and got three different answers
Honest people with a dishonest script.
Polish is offered as a language, and then nobody speaks it.
Turkey is not in the list of countries, Turkmenistan is.
The Beatles on hold, and after that Adele for nine minutes.
The Customer Charter hangs on the wall, in a frame.
Nowhere does it say that Economy Seven ends this year.
Black Friday prices, Ash Wednesday service.
Trust me, nobody reads Section 7.3 of the Terms.
Right answer. Wrong tone. Same result.
One agent in Cork, one in Kraków, no one in charge.
Her tone changed the moment I said the word ombudsman.
I am a nurse; I know what kindness at the end of a shift costs.
Saturday, 9 to 1, is all there is.
Microsoft Teams links do not belong into a letter.
A visit by an electrician, who wiped his feet and explained the fuse box.
The Complaints Team wrote “Kind regards, the Complaints Team”.
Everything was fine until Step 4 of the form.
Good Morning was all I got before the transfer.
It was Thandiwe who finally opened the file. => Thandiwe
Spoke to Li, who could not help but tried. => Li
with Anna from billing it took three minutes => Anna
mit Jürgen am Telefon ging es schnell => Jürgen
Mr Okafor stayed on the line until it was settled. => Mr Okafor
I was told that Mrs. de Souza handles such cases. => Mrs. de Souza
Then Xiomara came back on the line and said it was done. => Xiomara
Keisha and Brandon argued in the background about my bill. => Keisha => Brandon
A certain Mr. Thorne signed the letter. => Mr. Thorne
My adviser today was Shanice. => Shanice
The letter is signed “R. Whitfield, Team Leader”. => R. Whitfield
Please pass my thanks on to Gwendolyn in the Leeds branch. => Gwendolyn
Hope answered on the second ring and knew her tariff. => Hope
Will picked up, Will listened, Will rang back. => Will
Then May said she would look into it. => May
I finally reached April, who works in retentions. => April
Mark, the supervisor, was as lost as I was. => Mark
Summer from the chat team found the order. => Summer
I want to praise Rose, who stayed past six. => Rose
Ask for Grace, she is the only one who knows. => Grace
Frank told me to write a letter. => Frank
Joy in collections was the nicest person all day. => Joy
sophie was great, she fixed it in a minute => sophie
she said her name was bronwen => bronwen
Hi, this is Declan, how can I help? => Declan
“Bonjour, Mathilde à l’appareil”, and everything got easier. => Mathilde
The technician, Szymon Wiśniewski, came an hour early. => Szymon Wiśniewski
Ole-Kristian had to ask, and he said so. => Ole-Kristian
Siân’s patience was endless. => Siân
D’Angelo at the counter smiled the whole time. => D’Angelo
I spoke first with O’Connell, then with Nguyen. => O’Connell => Nguyen
The chat window said: “You are now connected to Ritika”. => Ritika
JESSICA WAS RUDE. => JESSICA
The receipt says “Served by: TANISHA”. => TANISHA
It ended with Zbigniew apologising for something he had not done. => Zbigniew
According to Ms. Abernathy there is no such tariff. => Ms. Abernathy
Nobody but Femi understood what I wanted. => Femi
After that Chukwuemeka took over, and took it seriously. => Chukwuemeka
I asked to speak to Dagny again, because she had listened. => Dagny
When I mentioned Horst, they all laughed. => Horst
The one with the deep voice, Vasyl, sounded tired. => Vasyl
Both Marta and her boss agreed that it was our mistake. => Marta
Team leader Yolanda Pritchard rang at eight. => Yolanda Pritchard
They gave me to Ahmed, Ahmed gave me to Lucy, Lucy hung up. => Ahmed => Lucy
You should promote Kirsty. => Kirsty
Kudos, Ewan! => Ewan
Tell Priyanka she made my week. => Priyanka
Dr. Hübner from the legal team signed. => Dr. Hübner
Herr Yılmaz und Frau Özdemir waren beide freundlich. => Herr Yılmaz => Frau Özdemir
Mme Lefèvre m’a rappelé le soir même. => Mme Lefèvre
His badge said “Rashid”. => Rashid
I was served by a young woman named Saskia. => Saskia
As Leila put it: the system decides, not us. => Leila
He introduced himself as Mr Featherstone. => Mr Featherstone
Ring me back on +44 (0)20 7946 0991, I said. => +44 (0)20 7946 0991
Their number is (020) 7946 0337. => (020) 7946 0337
She dictated 06 12 34 56 78 and hung up. => 06 12 34 56 78
Call 0664/1234567 between nine and ten. => 0664/1234567
The callback came from 1-202-555-0143. => 1-202-555-0143
My mobile, 079 123 45 67, is on file twice. => 079 123 45 67
It should have gone to GB29 NWBK 6016 1331 9268 19. => GB29 NWBK 6016 1331 9268 19
The refund went to FR76 3000 6000 0112 3456 7890 189. => FR76 3000 6000 0112 3456 7890 189
They read my card number, 4111 1111 1111 1111, out loud. => 4111 1111 1111 1111
Sort code 20-45-77 was printed on the letter. => 20-45-77
My account no. 00912345 does not exist, they say. => 00912345
The meter with the serial number K21E0099812 is not mine. => K21E0099812
Order #10293847 never left the warehouse. => 10293847
It is complaint CMP-2026-00417, still open. => CMP-2026-00417
My tracking code is JD014600006281230704. => JD014600006281230704
Under reference AB/12/99871 nobody found anything. => AB/12/99871
Write to anna.k@northwind.example, she said. => anna.k@northwind.example
A certain @northwind_jess answered me on X. => @northwind_jess
I got a DM from @tomhelps_energy. => @tomhelps_energy
Ask for extension 227. => 227
Agent 4471 was friendly. => 4471
Clerk no. 118 took my papers. => 118
My policy is 88-220-417-3. => 88-220-417-3
`)
