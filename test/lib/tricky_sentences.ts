/** Written to break the rules: words that are names too, names no list knows, numbers of every kind. Used to improve them. What is to be marked stands after «=>». */
import { labelledLines } from './labelled_sentences.ts'

export const TRICKY = labelledLines(`
The price of our gas went up in October and again in December.
I rang on Good Friday, of all days, and got through in a minute.
Will power is what you need to finish the menu.
Will it be fixed before winter? Nobody could say.
Will you hold? Will I ever get off this line?
May we put you on hold, may we ask for your date of birth, may we transfer you.
Grace is what the older lady at the desk had plenty of.
Grace and good manners cost nothing.
Hope dies last, and on this line it does so slowly.
Hope for the best and keep your reference.
I can only hope it was a bad day.
Mark this as urgent, I asked, and it was marked as closed.
The mark on the meter was read wrongly.
Summer was over before they answered.
April is the month of the new tariffs.
The rose garden behind the shop is nicer than the shop.
Rose prices, falling service: that is our year.
Prices rose. Service fell.
Frank and clear, that is how I would describe the letter.
Bill me, then explain; that seems to be the rule.
Bills in three colours, none in plain words.
The art of saying nothing in four sentences.
A penny for every time they said sorry.
Sue us, then, was the undertone.
Jack of all trades, master of none: that is the front desk.
Rich in words, poor in answers.
Ray of light: the callback came early.
Earl Grey was offered in the branch, an answer was not.
Angel of a woman, devil of a system.
Christian holidays are on the calendar, others are not.
Paris has a shop, Lyon has a shop, Lille has a van.
I flew from Heathrow to Stockholm and back in the time it took.
The Scottish line is quicker than the English one.
The Wi-Fi in the Birmingham branch is called FreeWifi and is not free of trouble.
IKEA, Lidl and British Airways all do it better.
Netflix cancels in one click, we cancel in eleven days.
The Financial Times wrote about it; our own people had not heard.
Citizens Advice told me more than our own line.
Ofgem says eight weeks. We say twelve.
Which? magazine gives us two stars.
Google Maps sends customers to the old office on Mill Road.
The branch in King Street closes at four.
The office at 14 Queen Anne Street is for deliveries only.
Victoria Line trains ran better than ours that day.
The Smart Home Bundle, the Solar Flex tariff and the Boiler Care plan all have the same number to ring.
Solar Support and Metering blame each other.
I asked Customer Care, then Retentions, then Field Services.
The Chief Executive’s letter was on the wall of the shop.
It is always the same: Kafka would have enjoyed it.
Kafkaesque, that is the word.
They played Mozart, Abba and then silence.
A Dickens novel is shorter than the contract.
Alexa understood me faster than the bot did.
Siri had the number; our website did not.
Their bot is called Nelly, and it is not funny.
Our order was 1200 euros and they asked for a stamp.
The invoice was 2450 pounds too high.
The contract is 24 months, the notice 3.
My account was 4500 euros in credit and nobody had noticed.
The meter reading was 045123 on 1 March.
I used 3 450 000 litres? No: 3 450.
10 000 customers wrote in, 4 000 got an answer.
1.234,56 € is what they took, 1.243,65 € is what I owed.
From 09:00 to 17:30, Mon–Fri, except on 24/12 and 31/12.
It took 00:45 to answer and 12:30 to say no.
The 2024/25 price list is still on the page, next to the one for 2025/26.
Tariff code E-7 means night rate.
They wanted form P60, form 1099 and my blood type.
ISO 9001 certified, it says on the door.
Room 204, second floor, take a number: 87.
Windows 11, Chrome 141, cookies allowed: the form still failed.
A score of 9.5 out of 10, if only for the tone.
A refund of 1 250.00 was promised.
They open 24/7/365, it says.
In 1998 it took a stamp; in 2026 it takes an app, a code and 14 days.
Call 999? No, but I was close.
I AM NOT A NUMBER, I wanted to say.
VERY kind, VERY slow.
The FAQ says YES, the hotline says NO.
Dear Customer, it began, and went on like that.
Yours faithfully, a machine.
Kind regards and no name at all: fair enough.
Thanks to the new system it took an hour.
Thanks to everyone in the branch for the tea.
Hello World, said the chat window when it broke.
Hi there! was the whole reply.
with respect, that is not an answer
spoken to by a robot, answered by a form
They connected me to Sales by mistake.
I was put through to Dublin, then to Manila.
I was transferred to Tier 2.
He asked for Proof of Purchase, in capitals.
She was from Cornwall, I think, and she laughed like it.
Her accent was Irish, her patience too.
Someone said that Corporate had decided it.
Whoever trained this lady deserves a bonus.
Colleagues in Brno were faster than those in Bristol.
Operator, get me a human.
Agent after agent asked me the same.
Adviser of the month, says the poster; the chair was empty.
The Manager on Duty never came.
Name? Number? Password? Again?
The name of the game is waiting.
My name is all they had.
Signed, sealed and never delivered.
“Sorry, my screen froze” is honest, at least.
Oh, and Trustpilot will hear of it.
Nothing. Not even a Merry Christmas.
Yesterday Parcelforce, today Evri, tomorrow a pigeon.
The Met Office had warned us; the outage page had not.
If Amazon can, we can.
She compared Solar Basic with Solar Plus line by line.
Only the Welsh line was open on St David’s Day.
I waited through Easter Monday and Whit Monday.
Ramadan opening hours were announced in time: well done.
spoke to anita, lovely woman => anita
with dave in collections it went quickly => dave
anna said they would call => anna
mr okafor was brilliant => mr okafor
mrs jones told me to wait => mrs jones
Mr Li rang back. => Mr Li
I spoke to Jo. => Jo
Talked to Bo about the bill. => Bo
Then I got Thulani, who knew the answer. => Thulani
It was Ngozi again. => Ngozi
Oyelaran told me that it could not be changed. => Oyelaran
In the end Bartholomew called back. => Bartholomew
My agent, Quetzalli, laughed with me. => Quetzalli
Luckily Tamsyn was on shift. => Tamsyn
Wiremu was so kind that I forgot the wait. => Wiremu
Ifan helped me in Welsh. => Ifan
Thank goodness for Delyth at the front desk. => Delyth
I cannot praise Anneke enough. => Anneke
Many thanks to Gethin and Rhodri. => Gethin => Rhodri
Her name badge read Temperance. => Temperance
My call was taken by Ruaridh. => Ruaridh
The call was answered by Ms Fitzwilliam-Hart. => Ms Fitzwilliam-Hart
I dealt with Tadhg O’Sullivan throughout. => Tadhg O’Sullivan
Two people helped: Imogen and a man whose name I missed. => Imogen
Imogen in chat was quick. => Imogen
My complaint is with Jarvis now. => Jarvis
Please tell your colleague Ottoline that she was right. => Ottoline
The engineer (Dafydd) left his number. => Dafydd
Jane Doe, customer relations, wrote back. => Jane Doe
“You’re through to Kayode.” => Kayode
“Kayode speaking, how can I help?” => Kayode
“Hello, Bethan here.” => Bethan
Kind regards, Yetunde => Yetunde
Best, Corwin => Corwin
Cheers, Tosh => Tosh
Your sincerely, H. Blackwood => H. Blackwood
Will was kind. => Will
Will, who picked up, was kind. => Will
I asked Will whether it was possible. => Will
Will and Grace both told me to write. => Will => Grace
Grace at the counter remembered me. => Grace
Grace was the only one who listened. => Grace
I was helped by Mark and later by Rose. => Mark => Rose
Mark rang me back at once. => Mark
April was very rude to me. => April
April told me that May was on leave. => April => May
I had May on the phone first. => May
Summer answered my mail the same day. => Summer
Hope never raised her voice. => Hope
Faith put me on hold four times. => Faith
Joy laughed when I told her. => Joy
Dawn rang on Tuesday and apologised. => Dawn
My best moment was with Rose from complaints. => Rose
Bill said it would be sorted by Monday. => Bill
I spoke to Bill about the bill. => Bill
Jack put me through to Sue. => Jack => Sue
Ray in the workshop knew the part. => Ray
I never got past Penny on reception. => Penny
Frank’s answer was frank. => Frank
Chelsea from chat sent a link. => Chelsea
Sydney was my contact, the person, not the city. => Sydney
I dealt with Paris, who was new. => Paris
LINDA said no. => LINDA
i was told by KEVIN to wait => KEVIN
THANK YOU MARGARET => MARGARET
Ann-Kathrin und Karl-Heinz haben geholfen. => Ann-Kathrin => Karl-Heinz
Łukasz and Şebnem took turns. => Łukasz => Şebnem
Ångström, the lady on the phone, spelled it for me. => Ångström
Þóra wrote back in an hour. => Þóra
François’ mail was warm. => François
the lady said her name is mrs patel => mrs patel
Señora García me llamó. => Señora García
Monsieur Dupont-Aignan was polite. => Monsieur Dupont-Aignan
Call me on 07700900456. => 07700900456
It rang from 0044 20 7946 0123. => 0044 20 7946 0123
Use (555) 012-3456 for that. => (555) 012-3456
Phone 22 12 34 56 in Oslo. => 22 12 34 56
Her direct line is 417 233. => 417 233
Text 07700-900-789 to stop. => 07700-900-789
Number on file: 8134-2290-11. => 8134-2290-11
My customer ID C-449120 was wrong. => C-449120
Meter point 1200012345678 is not ours. => 1200012345678
The ticket was INC-88231. => INC-88231
Parcel no. RR123456785GB is lost. => RR123456785GB
Invoice 2026-004711 was paid. => 2026-004711
They sent it to NL91ABNA0417164300. => NL91ABNA0417164300
My contract (no. 4471) is not found. => 4471
I mailed support@northwind.example and j.doe@northwind.example. => support@northwind.example => j.doe@northwind.example
Reach her at anna (at) northwind.example. => anna (at) northwind.example
@karin.helps wrote to me. => @karin.helps
ext. 4410 is her desk => 4410
Employee number 9931 signed it. => 9931
`)
