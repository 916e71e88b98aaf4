import { MORE_CERTAIN } from './more_given_names.ts'

/** Given names that the name check knows, common in Europe and among those who work there. Written in lower case, without accents. */

const CERTAIN = `
aaliyah aaron abdul abdullah abigail adam adele adrian adriana agata agnes agnieszka ahmed aidan aisha aisling ajay akira alan alana albert
alejandro aleksander alessandro alessia alexander alexandra alexandre alexei alexis alfie alfred ali alice alicia alison alistair allan amanda
amara amelia amelie amina amir amit amy ana anastasia anders andre andrea andreas andrei andres andrew andrzej aneta angela angelika angus
anika anil anita anja anjali ann anna annabel anne annette annika anthony antoine anton antonia antonio anya aoife archie arjun armando arne
arnaud arthur arun asha ashley astrid asya aurelie ava axel ayesha barbara bartek bartosz basil beata beatrice beatriz becky ben benedict
benedikt benjamin bernadette bernard beth bethany bianca bilal birgit bjorn blanca bogdan bohdan bonnie boris brenda brendan brian bridget
britta bruno caitlin callum camila camille carina carl carla carlos carmen carol carolina caroline catalina caterina catherine cecilia cecile
celine charles charlie charlotte chiara chloe chris christa christian christiane christina christine christopher ciara cillian claire clara
clarissa claude claudia clemens colin colm conor constance cormac cornelia craig cristina cynthia dagmar daisy dalia damian damien daniel
daniela danielle danuta daphne darren dave david dawid deborah debbie declan deepa deepak deirdre delphine denise dennis derek devika diana
diego dieter dietmar dimitri dinesh dmitri dominic dominika dominique donald donna dora doris dorota dorothy douglas duncan dylan eamon eddie
edith eduardo edward edwin eileen eira elaine eleanor elena eleni eliza elisabeth elise eliza elizabeth ella ellen ellie elliot eloise elsa elvira
emanuel emil emilia emilie emily emma emmanuel enrico enrique eoin eric erica erik erika ernst esteban esther ethan eugene eva evan eve evelyn
ewa fabian fabio fabrice fatima fatou federico felicity felix fernanda fernando filip fiona florence florian francesca francesco francis
francisco franz freya frida frederic frederick fredrik freddie gabriel gabriela gabriele gareth gary gavin gemma geoffrey george georgia georgina gerald
geraldine gerard gerhard gertrud gianni gillian giorgio giovanna giovanni giulia giuseppe gloria gonzalo gordon graham greta gudrun guido guillaume
gunnar gunther gustav hamza hanna hannah hannes hans harald harriet harry harvey hassan heather hector heidi heike heinz helen helena helene helga
helmut hendrik henri henrik henry herbert hilary hiroshi holger howard hubert hugo hussein ian ibrahim ida ignacio igor ilona imran inga inge ingrid
irena irene irina isaac isabel isabella isabelle isla ismail ivan ivana iveta ivo izabela jacek jackie jacob jacques jaime jake jakub james
jamie jan jana jane janet janine janusz jarek jason javier jean jeanette jeff jeffrey jenna jennifer jenny jens jeremy jerome jerzy jess
jessica jesus jill jim jimmy joachim joan joana joanna joanne joao jochen jodie joe joel joerg johan johanna johannes john johnny jonas
jonathan jordan jorge jose josef joseph josephine josh joshua juan judith judy julia julian juliana julie julien juliet julius jurgen justin justyna
kai kamil karen karim karin karina karl karolina kasia katarina kate katerina katharina katherine kathleen kathy katie katja katrin kavita kayleigh
keiko keith kelly kenneth kerry kevin khadija khalid kieran kimberley kirsten kirsty klaus knut konrad konstantin kristina krzysztof kumar kurt kyle
lachlan lakshmi lara lars laszlo latifa laura lauren laurence laurent layla leah leanne leila lena lenka leon leonardo leonie leroy leslie lewis liam
lidia lillian linda lindsay linus lionel lisa liz lizzie lloyd lorenzo lorna lorraine louis louisa louise luc lucas lucia lucie lucy ludwig luigi luis
luisa lukas luke lydia lynn maciej madeleine magda magdalena magnus mahmoud maja malcolm malgorzata mandy manfred manuel manuela marc marcel marcella
marcin marco marcus marek margaret margarita margot maria mariam marianne marie marija marina mario marion marisa marius marko markus marlene
marta martha martin martina martyna mary marzena mateusz mathias mathieu matilda matteo matthew matthias maud maureen maurice max maxime maya meera megan mehmet
mei melanie melissa mercedes michael michaela michal michel michele michelle miguel mihai mikael mike mikhail milan milena millie mina miriam mohamed
mohammed moira molly monica monika moritz muhammad muriel mustafa nadia nadine nancy naomi natalia natalie natasha nathalie nathan nathaniel neha neil
nelson niamh nick nicholas nicola nicolas nicole nigel nikita niklas nikola nikos nils nina nisha noah noel noelle noemi nora norbert norman nuala nuno
oisin olaf ole oleg olga oliver olivia oliwia omar orla oscar oskar otto owen pablo paddy pamela paola paolo pascal patrice patricia patrick patrik patrizia
paul paula pauline pavel pawel pedro peggy penelope pernille peter petra petr philip philippe philippa phoebe pierre pietro pilar piotr pradeep
pranav priscilla priya przemek quentin rachel radek rafael raffaella rafal rahul raj rajesh ralph ramon rania raphael raquel rashid ravi raymond rebecca
regina reinhard rekha renata rene renee reza rhea rhiannon rhys ricardo riccardo richard rita robert roberta roberto robin rodrigo roger roland rolf romain roman
ronald ronan rory rosa rosalind rosemary rosie ross roxana rowan rudolf rufus rupert ruth ryan sabine sabrina sachin saeed sally salma salvatore samantha
samir samira samuel sandeep sandra sandro sanjay sara sarah sasha saskia sean sebastian selina serena sergei sergio shane shannon sharon sheila shirley
shreya siegfried sigrid silke silvia simon simona simone sinead siobhan sofia solveig sonia sonja sophia sophie soren srinivas stacey stanislav stefan stefania
stefano steffen stella stephan stephanie stephen steve steven stuart sunita suresh susan susanna susanne suzanne sven svetlana sylvia sylvie szymon tadeusz tamara
tamsin tanja tania tanya tariq tatiana terence teresa thabo theo theodora theresa thomas tilda tim timo timothy tina tobias toby tom tomas tomasz tommy
tony torsten tracey trevor tristan tyrone udo ulrich ulrike ursula uta uwe vaclav valentina valerie vanessa vera verena veronica veronika victoria vijay
viktor viktoria vikram vincent vincenzo viola virginia vivek vladimir volker wanda wendy werner wilhelm william wojciech wolfgang xavier yasmin yolanda
yusuf yvette yvonne zainab zara zofia zoe zuzanna zsofia
abi adem agathe ahmet aino aiste alain aleksandra alessio alexandru alina ana-maria ander andreea andrius andris andriy anke anneli annegret annelies anouk antal antti aoibheann
apostolos ari arjen arnold asta athanasios attila aurelien bajram balazs basia becca begona bernd berta bozena bram branko catarina christelle christos ciaran consuelo corinne
cosmin costel cristian csaba daan dainius dalibor danica danijel danut darina dariusz darko delia desislava detlef didier dimitrios dimitris dirk dorin doru dovile dragan dragos
dusan edita edgars eevi egle eirik eirini elzbieta endre erzsebet esra eszter ewelina fanni femke ferenc fergal florentina florin frank-walter gabor gaetan gennaro georgi georgios
gergely gerrit gertrude gheorghe ghislaine gintaras giorgia gisela goncalo gosia grainne gregor gregory grzegorz guillermo guntis gyula hakan hakon halina hannele hasna havard heikki
hege heli helle henk henryk hilde hristo hulya iker ildiko ilaria ilze inaki ineke ines inese ingeborg inger ingo ingrida ioana ioannis ionut irma iryna isak istvan ivar
jaakko jaap jadwiga janez janis janne jarmila jaroslav javi jeroen jiri jitka johnny jonna joost jordi jorg josiane josip jovan jozef jozsef jukka jurate jurij jussi jutta kaisa kaja
kaspars kasia katalin katya kees kerstin kev kim konstantinos krisztina krystyna lajos lasse laszlo leszek levente liesbeth lieve liina linas lotte lubomir ludovica lukasz luuk maarit
maarten mads malin malte manon marcelo margarida margit mari mariana marianna marijke mariusz marjan marketa marloes mart mathilde matej matti mattias mihaela mihail mikkel milos mindaugas
minna mircea mireille miroslav mirjana mladen montserrat morten nebojsa nelly nicoleta niels nuria oceane odile odysseas oleksandr olena olli oystein paivi panagiotis pasquale
pavlos pekka pelle pete petru pieter plamen predrag radka radu ralf ramona razvan reka renate rens riikka rikke rimantas rocco rocio roel ruben rui runa ruslan rymantas saara saioa
saku sander sanne saoirse satu sebastien serkan siiri signe sigurd silvie simonas sirpa slavica slawomir snezana solange sorin spyros stavros steffi stelian stijn stine susana svenja
sylwia tadhg teemu teodora tess thierry thijs tiago tiina tijana tiziana tomislav torbjorn tove trine tuomas tuula ugo ursa vaida valdis valentin vasiliki vasilis vasyl veli ventsislav
vesa viljami ville violeta virginie vito vittoria vittorio vlasta vojtech werner wiebke wiktor wim wouter yann yevhen yiannis yves zbigniew zdenek zeljko zoltan zora zsofi zuzana zygmunt
adaeze adebayo ade aditi aiko amaka amadou aminata anjola ananya ankit arif arturo ayse aylin ayo azra babak bao bilal binta boateng burak carys cemal chidi chiamaka
chinedu dilip dewi ebony ekaterina elif emeka emre enzo ezra farah farhan fatma femi feng folake gaurav gita goran grazyna gulsen halima hasan hiba hina huda ifeoma
iman jasper jelena jia jing jovana juma kaan kamal kamila katarzyna kavya keira kemal kofi kwame leticia lin ling lina luca ludmila mahesh manish manoj mateo
mehdi mercy meryem ming mohammad mohan murat musa nadeem nasir natalya neema ngozi nia nikolai nikhil niall nikolay nilufer nkechi obi oksana olu oluwaseun omer ondrej ozlem
pooja pranjal pravin rabia rachael radoslaw ramesh ranjit rehana rizwan rohan roshni sadia saima sakura salim sana sanja selin senthil shabnam shanti shilpa siddharth
sina sneha suleiman swati tadeo tamika tanisha tunde usha uzma vanja vasile vesna vikas vlad wei xin yan yara yemi yuki yulia zahra zeynep zoran zsuzsanna
`

/** Names that are also ordinary words, months or cities: only their surroundings tell. */
const DOUBTFUL = `
angel aspen aurora autumn berry bo blanche brandy brooke carter cherry clay cliff cooper crystal dakota dallas denver destiny dot eden fern fife ginger griffin harper hazel honey hunter innocent
israel jade jan jett jordan laurel lincoln lou luna madison marshall mo moss myrtle newton parker patsy peace per phoenix piper porter precious raven reg rex rick rocky sam scarlet scott serene sierra skye
sterling temperance tory trinity valentine val venus verity wilson willow wes
adele amber angel april art august austin bill bob brook carol chance charity chase chelsea christian claude dale dawn dean drew earl ernest eve faith finn florence
florida frank gene georgia gill gloria grace grant guy harmony harry heath heather holly hope hunter iris ivy jack jasmin jasmine jay jean jet joy june kit lance lee lily
major mark marina mason max may melody mercedes mercy mike miles milan nick olive orlando page paris pat patience pearl penny pierce poppy preston prudence
ray reed rich rob robin rod roman rose rosemary ross ruby rusty sage sally sandy savannah sky skip sol spencer stone sue summer sunny sydney ted terry tiffany tom
tony trinity troy tucker vera victor victoria violet viola virginia wade ward warren wayne will woody
`

const names = (words: string) => new Set(words.trim().split(/\s+/))
const certain = names(CERTAIN + MORE_CERTAIN)
const doubtful = names(DOUBTFUL)

/** A word as the lists write it: "José" to "jose", "Anne-Marie’s" to "anne". */
export function plainName(word: string): string {
  const first = word.replace(/[’']s?$/, '').split(/[-’']/)[0] ?? ''

  return first.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ø', 'o').replaceAll('ł', 'l')
}

/** Certain: a capital letter is enough. Doubtful: the words around must tell. */
export function knownName(word: string): 'certain' | 'doubtful' | null {
  const plain = plainName(word)
  if (doubtful.has(plain)) return 'doubtful'

  return certain.has(plain) ? 'certain' : null
}
