/** Sentences as leaders write them. What is to be marked stands after «=>», several parts after each other; most have none. */
const ORDINARY = `
I was thanked three times and still do not know what I owe.
She stayed on the line while she read the meter history, and told me she was doing it.
The chat knew my name, and not one thing I had told it.
Nobody picked up for eleven minutes and then the line went dead.
I felt like a nuisance until the very last sentence.
They called me back on Friday, exactly as promised.
My bill in March was £212 and the one in April £104.
I will not call again unless I have to.
May I ask you to hold, they said, and never came back.
It was the first time in years that somebody at a company apologised to me.
The music on hold was Vivaldi, twice.
Billing said it was a matter for Sales, and Sales said it was Billing.
I asked for the Ombudsman and was given a web address.
The bot offered me three options and none was mine.
He read the policy to me word for word.
Would I recommend us to my own mother? Not after this.
Mark my words, we will lose customers over this.
Frank answers would have helped.
I hope they never treat my dad like that.
Faith in a company is lost one call at a time.
The joy in her voice was real.
Grace under pressure is what I heard.
A rich answer to a poor question.
Rose-tinted adverts, grey service.
The bill was wrong and they knew it.
Bill shock is real, and I felt it in my own kitchen.
It took 45 minutes and two transfers to get a yes.
I waited from Monday to Thursday for one line of text.
The shop in Manchester was warm, bright and completely empty.
Our London office would be ashamed of this queue.
Northwind Energy knows my meter better than it knows me.
I rang at lunch and was told to ring after lunch.
Reception answered within two rings.
Management told me this could not happen.
Everyone said sorry; no one said what for.
They put me through to Technical Support, who were closed.
I was transferred to Collections without a word.
The Outage line had a recording from last Tuesday.
We promise 24/7 and mean nine to five.
In 2024-2025 we spent millions on this system.
On 12/03/2026 they promised a visit.
The tariff was 34.5 pence and they quoted 29.
Over 100,000 customers read this letter, and I did not understand it.
The account is mine, and still I had to prove it four times.
I gave my reference twice and my patience once.
An e-mail came the next day, kind and complete.
The form has 27 fields and not one for what I wanted to say.
They spoke to me like a person.
The person I spoke with laughed at the right moment.
With Christmas coming, I would have expected more people on the line.
I chatted with somebody who typed faster than I can think.
English is not my first language, and they noticed and slowed down.
I believed our hold times were under three minutes.
I believed people leave because of price. They leave because of silence.
What is the point of a callback nobody makes?
Thank you for holding is not an apology.
Hello, how can I make your day better, was how it began.
This is what good looks like.
Dear customer, it began, and went downhill.
I asked for a supervisor and got a sigh.
Passed on three times, each time from the start.
The agent did not read what I had typed.
My own colleague would have done better, I thought.
The adviser explained the standing charge in one breath.
They offered a call-back between two and four.
I was told by the system that I am not eligible.
It was signed by the whole team.
Kind regards, it said, and nothing else.
I sat in the car and listened to Greensleeves.
The app crashed on my iPhone twice.
The WhatsApp answer came at once.
I could hear others in the background laughing.
The visit was moved from May to June without asking.
August would be the earliest, they said.
April was quoted as the month of the change.
I was asked to press one, then two, then one again.
On Saturday nobody is there, whatever the website says.
He said “leave it with me” and I did.
“I can see why that would worry you” was the sentence that turned it.
“Computer says no” in all but words.
They asked how I felt before they asked for my number.
Somebody at the desk remembered me from last week.
The Complaints team wrote me a real letter.
Customer Service was neither.
The Solar sales desk wanted my roof before my name.
Nothing told me whether the complaint had arrived.
Something apologised, but it was a recording.
Sorry seemed to be the hardest word.
Will it be fixed by winter? Nobody could say.
Will I stay a customer? Unsure.
I wanted to hear that the heating would be back before night.
The technician came at 8:45 and was gone by 9:10.
My daughter’s medicine is in that fridge, I said, and it went quiet.
We have a policy for everything except this.
I have worked here for nine years and did not know this rule.
I would pay 10% more for that kind of calm.
Their estimate was 4500 kWh and I use 2800 kWh.
The refund of £1,204.50 came after ten days.
Paris was easier to reach than our own help desk.
Berlin and Vienna have a chat; we have a form.
I am embarrassed to have signed that process off.
I was proud to carry the same badge.
Hope is not a service level.
The summer queue in winter.
Chance decided whom I reached, and chance was kind.
I got the answer in one go.
Max. two minutes, said the voice. It was nine.
Art. 15 gives me the right to my data, and nobody knew it.
No one should have to say it three times.
Sunny voice, cloudy answer.
Each hand-off cost me a repetition.
The IVR speaks of Level 2 as if I knew.
A lovely person trapped in a dreadful script.
The silence after my question was long.
I was third in the queue for half an hour.
The letter came on Valentine’s Day, of all days.
The branch on Charlotte Street was closed.
I passed Victoria Station twice while on hold.
Her patience made me want to stay.
They had no way to see the other system.
That was warm, quick and wrong.
My question was simple: who pays?
`

const MARKED = `
I spoke to Sarah and she was wonderful. => Sarah
Sarah from billing told me to wait. => Sarah
The agent, Priya, understood at once. => Priya
He said his name was Karim. => Karim
A man called Tomasz answered. => Tomasz
Thanks to Michelle I know what I owe. => Michelle
Julie read the meter history to me. => Julie
I was put through to Ahmed in the end. => Ahmed
Ask for Daniela, she is the only one who knows. => Daniela
Mr Whitcombe was rather short with me. => Whitcombe
Ms. Okafor called back within the hour. => Okafor
Dr Brandt explained the clause. => Brandt
Frau Schneider was kind. => Schneider
I dealt with Agnieszka Nowak for ten minutes. => Agnieszka Nowak
Then Peter took over and it all began again. => Peter
Will said he would ring me back. => Will
Grace was lovely about it. => Grace
Mark from the outage team knew the street. => Mark
I spoke with Joy, who lived up to it. => Joy
Spoke to sarah, who was great. => sarah
spoke to kevin and he had no idea. => kevin
The chat was answered by Lukas. => Lukas
Hi, this is Chloe, how can I help, and she did. => Chloe
“Hello, my name is Fatima”, and the day got better. => Fatima
Somebody named Olu helped me. => Olu
Someone called Xanthe rang back. => Xanthe
Told by Gareth that it was impossible. => Gareth
Emma K. sorted it in four minutes. => Emma K
J. Hargreaves signed the letter. => J. Hargreaves
The letter was signed by Hannah Whitfield. => Hannah Whitfield
Anne-Marie laughed with me. => Anne-Marie
José apologised twice. => José
Zoë was on her first day and it showed. => Zoë
I was passed to Siobhan, then back to Declan. => Siobhan => Declan
Nikolai promised a call by Friday. => Nikolai
Yusuf’s patience saved the call. => Yusuf
Caroline's voice was tired. => Caroline
It was Beth who broke the rules for me. => Beth
Both Ivan and Leila said the same. => Ivan => Leila
The supervisor, Graham, refused. => Graham
Rebecca did not know, and said so. => Rebecca
My call was taken by Hamza. => Hamza
I would hire Ingrid on the spot. => Ingrid
Poor Colin had to read the script again. => Colin
Kasia in the shop walked me to the shelf. => Kasia
Only Birgit seemed to care. => Birgit
Rose told me she would check. => Rose
Hope said she hoped so, ironically. => Hope
Chase picked up at once. => Chase
I asked Dawn for her manager. => Dawn
The best sentence came from Patrick. => Patrick
Xiomara told me the truth. => Xiomara
Thandiwe explained it in two sentences. => Thandiwe
Spoken with Mrs Dlamini at the counter. => Dlamini
Write to sarah.jones@northwind.example and she will answer. => sarah.jones@northwind.example
He gave me his own address, t.hale@example.org, which is brave. => t.hale@example.org
Ring 0808 157 0342 and ask for the desk. => 0808 157 0342
Their direct line is +44 20 7946 0018. => +44 20 7946 0018
She told me to ring (020) 7946 0018 next time. => (020) 7946 0018
The mobile was 07700 900123. => 07700 900123
My account number is 7714 208 336. => 7714 208 336
They asked for account 7714208336 three times. => 7714208336
Case 20417733 is still open. => 20417733
The reference was INV-204981 and nobody found it. => INV-204981
Order no. 88812 never arrived. => 88812
IBAN DE89 3704 0044 0532 0130 00 was read out loud. => DE89 3704 0044 0532 0130 00
The ticket number 4471-9920 got lost. => 4471-9920
They repeated my card 4539 1488 0343 6467 aloud. => 4539 1488 0343 6467
Customer number: 5520193. => 5520193
Tel. 030 901820 was on the letter. => 030 901820
Miguel and a lady called Ewa both tried. => Miguel => Ewa
In the end it was Mohammed on the phone who knew. => Mohammed
Katarzyna stayed ten minutes past her shift. => Katarzyna
I told Stephen that he had made my day. => Stephen
They wrote “Best wishes, Nadine” and meant it. => Nadine
Natalie was excellent. => Natalie
I could hear that Denise was reading. => Denise
A new starter, Callum, asked for help at once. => Callum
Ravi, on chat, typed faster than I read. => Ravi
Sandra had to ask Norbert, who had to ask the system. => Sandra => Norbert
`

export interface Labelled {
  sentence: string
  marked: string[]
}

export const LABELLED: readonly Labelled[] = labelledLines(`${ORDINARY}\n${MARKED}`)

/** One sentence a line. */
export function labelledLines(text: string): Labelled[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [sentence = '', ...marked] = line.split('=>').map((part) => part.trim())

      return { sentence, marked }
    })
}
