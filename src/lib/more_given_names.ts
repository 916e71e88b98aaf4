/** More given names that the name check knows: a capital letter is enough. Lower case, without accents. */
export const MORE_CERTAIN = `
abbey abbie abdullahi abena abhishek abiola abraham ada addison adela adelaide adelina adil adina adnan adwoa afia agatha agustin ahmad ailbhe ailsa
aine ainsley aiysha akash akeem akin akosua akua alanna alannah alasdair alastair alba alberto alec aled alejandra aleksandar aleksandr alen alexandr alexey alfonso alfredo alisa alisha allegra allison alma almudena aloysius alvaro alwyn alyssa amal amari amaya amirah amrit amrita anais
anand ananda anastasiya andile andras andreja anette angelica angelina angelique angelo angharad angie anhelina anisa anisha aniya annabelle annalise
anneliese annemarie annemieke annie annmarie ansel anselm anthea anthoni antonella antoni antonin anwar aodhan aoi arabella aram araminta arash
archibald ariana ariane arianna arkadiusz arlene armin arnav arnie arno artem arthurs arwen aryan asad ashanti ashlee ashleigh ashok ashton asif atif
atul aubrey audra audrey augusta augustin augustine avani ayanna ayman ayobami azad aziz aziza bahar balraj baltasar baptiste bartholomew bashir
bastian beatrix bedrich behzad bela belen belinda bella benita benjy benny benoit berenice bernardo bernice bert bertie bertrand beryl bessie betsy
bettina betty beulah beverley beverly bhavna billie billy bindi birgitta bjarne blaise blake blathnaid blerim boaz bobbie bobby bodhi boyd brad
bradley brady brandi brandon brandy breanna brecht bree brent bret brett briana brianna bridie brigid brigitte brittany broderick bronagh bronwen
bronwyn bryan bryce bryn brynn bryony burcu byron caitlyn caleb callie calum calvin camden cameron camilla camilo campbell candice candida caoimhe
cara carey carlene carlo carlotta carly carmela carmine carolyn carrie carsten carwyn caryl caryn casey caspar casper cassandra cassidy cassie
catarzyna cath cathair cathal catherina cathleen cathy catrin catriona cedric celeste celia cerys cesar chad chaitanya chanel chantal chantelle charis
charleen charlene charlize charmaine chaya cherryl cheryl chet chimamanda chioma chrissie chrissy christal christen christie christoph chrystal chuck
chukwudi chukwuemeka cian cindy clarence claribel clarice clarisse claudette claudine claudio claus clayton clemence clement clementine cleo clifford
clint clinton clive clodagh clyde cody colby coleen coleman colette colleen collette concetta connie connor conrad constantin constantine cordelia
corey cori corina corinna cornelis cornelius corwin cory courtney crispin cristiano cristobal cuthbert cyril cyrus dacre dafydd dagfinn dagny dahlia
daisuke daithi damaris damion damir damon dan dana danette dania danilo danita danny dante daria dario darius daryl dashiell daveed davina davis davor
dayo deandre deb debby debora debra deena deidre dejan delano delilah della delroy delwyn delyth demetrius dena denis denisa denny denzel derrick
desiree desmond dev devin devon dexter dhruv diane dianne diarmaid diarmuid diederik dilan dilys dimitra dina dinah dion dionne dirkje divya dobromir
doina dolores domenico dominga donal donatella donnacha donnie donovan dorcas doreen dorian dorien dorotha dorothea dougal dougie dov dries duarte
dulce dwayne dwight dyfan dymphna eabha eamonn ebba ebele eberhard edda edeltraud edgar edie edmund edna edoardo edouard edurne edwina edyta efe effie
efosa efrain egon eilidh eilis eimear eirlys eithne ekene elain elaina eldon eleanora eleonora eleri elia elias elijah elin elina elinor eliot elisa
elisabetta elisha elizabet elke ellis elmar eloisa eloy elsie elspeth elton elvis elwyn elyse emery emi emile emiliano emlyn emmanuela emmett emrys
emyr ena engelbert enid ennio enrica enya eoghan ephraim epiphany erasmus erin ernestina ernesto errol erwin esa esme esmeralda esperanza estelle
ester estrella etta euan eugenia eugenie eunice evander evangeline evelina everett evette evie ewan ewen ezekiel ezequiel fadi faisal faiza fanny
farid farida fariha faris farouk farrah faruk fatoumata faustina fausto fay faye fearghal felicia felipe felisa fenella ferdinand fergus fermin fern
fiadh fidel finlay finley finnian finola fionnuala flavia fleur flora florentino floyd folasade forrest fran franca francene frances francine
francisca franciszek francois francoise frankie franklin franziska fraser freddy fredric friedrich fritz fulvio gabe gabi gaby gael gail gaius galina
ganesh garfield garret garrett garrick gaspard gavril gaynor gearoid geert gemima genevieve genevra geoff geordie georgette georgie geraint geralyn
gerry gert gertie gethin ghada giacomo giancarlo gianluca gideon gil gilbert gilberto giles gillie gina ginette giovana gladys glen glenda glenn
glenys glyn glynis godfrey gottfried graciela graeme greg gregg gregoire gregorio gretchen gretel grettel griet griffin griselda guadalupe gudmund
guilherme guillem guinevere gulnara gunter gurpreet gustavo guus gwen gwenda gwendolen gwendolyn gwilym gwyneth gwynne gyorgy habib hadiya hadley
hafsa haidar haley halle hallie hamid hamish hanan hani hania hanneke hannelore hansel hanspeter hardeep hari haris harish harjit harlan harmen haroon
harrison hartmut haruka haruki haruto harvinder hashim hattie hayden hayley hedda hedwig helaine heloise hema hennie henning henny henrietta henriette
herman hermann hermione hester hettie hikaru hilaire hilda hildegard himanshu hin hiram hiro hiroto hoang hollie honor horace horacio horst hortense
hosea hristina hsin huan huang hugh hughie humberto humphrey huong huw hywel iago iain ianthe ianto iarlaith ibtisam ichiro idris ieuan ifan ifeanyi
ignatius igraine iiro ilana ileana ilene ilse imani imelda immaculata immanuel imogen imogene indira indra ingmar inigo innes ioan iolanda iolo iona
iosif ira iram iren irfan irmgard irvin irving irwin isaiah isamu isaura iseult isha ishaan isidora isidore ismael isobel isolde israel issa itai
italo ivanka ivet ivonne ivor iwan izaak izzy jaafar jacinda jacinta jackson jacobo jacqueline jacquelyn jacqui jada jade jaden jagdeep jago jaiden
jaimie jaina jalal jalen jamal jameel jamil jamila janae janelle janette janey janice janie janina janna jared jarl jarod jaron jarrod jarvis jasbir
jasminder jaspreet jaswinder javad jaxon jaya jayden jayesh jayne jazmin jeanine jeanne jeannette jeannie jed jedidiah jeffery jelle jem jemima jemma
jen jenifer jenkin jennie jensen jeremiah jermaine jesper jessamy jesse jessie jethro jie jillian jin jitendra jo joanie joaquin jocelyn jock jody
joelle joey johann johnnie jolanta jolene jolie joni jonty joris josefina josefine joselyn josette joshi joss josue joyce juana juanita judd jude
juliane julianne julieta juliette juliusz junaid junichi juno jurgita justine kacper kaitlin kaitlyn kaleb kali kalpana kalyani kamala kamau kamran
kane kanika kara kareem karel karena kari karla karlheinz karna karolin karsten karthik kasey kaspar kasper kassandra kat katelyn katerine katey
katharine katherina kathi kathrin kathryn katia katinka katlego katy kay kaya kaye kayla kaylee kayode kaz kazimierz kazuo keanu keegan keeley keely
keenan keiran keisha kelechi kelli kellie kelsey kelvin ken kendall kendra kenji kenny kenton kenza kerensa kermit kerri kerrie kersti keshia ketan
kevan keziah khadeeja khadijah khaled khalil khan kiera kieren kieron kiki kiley killian kimani kimberly kimi kiran kirk kirsti kirstie kirstin
kirstyn kitty kizzy kjell klaas klara klement klodian koen kolya konstantina koray korina kosta kosuke krishna krista kristen kristian kristie kristin
kristine kristof kristofer kristy krystal krystian kuldeep kulwinder kunal kushal kwabena kwaku kwasi kylie kym kyra lacey laci ladislav laia laila
lakisha laleh lalita lamar lambert lamia lana lancelot lanre larissa larry latasha latisha latonya lauran lauri laurie lauryn lavinia lawrence lazaro
leandra leandro leann leanna leanora leda leena leif leigh leighton lela leland lemuel len lenard lenny lenore leo leona leonard leonid leonora
leontine leopold leora leta letitia letizia levi lex lexi lexie li lia liana liane lianne libby lieke liesl lila lilia lilian liliana lilith lilla
lilli lillie lilly lilo lindsey linette linnea linzi lisbet lisbeth lise liselotte lisette lita livia liza lizette ljubica llewellyn loic lois lola
lon lora loraine loredana lorelei lorena lorenz loretta lorette lori lorin loris lottie lou louella loulou lourdes lowri luana luay lubna lucian
luciana luciano lucien lucila lucile lucille lucinda lucius lucrezia luda ludivine ludo luella luigia luka lulu luna lupe luther luz lyam lyle lyn
lynda lyndon lyndsay lyndsey lynette lynne lynsey lyra lysander maaike mabel macey mackenzie macy maddie maddison maddy madelaine madeline mae maeve
mafalda magali magdalene maggie mahalia mahin mahmud mahnoor mahsa mahyar maia maike mairead mairi mairtin maisie makayla makoto malachi malachy
malaika malak malcom malgosia malia malik malika mallory mamadou mana manav manda mandeep mandisa mandla maninder manjit manjula manpreet mara marcela
marceline marci marcia marcy maree margarete margaretha margaux marge margery margie margo margret marguerite mariah mariano maribel marica marietta
marijana marilyn marin marisol marissa maritza marjolein marjorie marla marlies marlon marnie marsha martijn marty marvin marwa marwan maryam maryann
masako masha masood massimo mathew mathijs matilde matt matthijs mattie maude maura maurizia maurizio mauro mavis maxim maximilian maximiliano maximo
maxine maxwell mayra mayumi mckenzie meadhbh meaghan meena meg meghan meghna mehwish meike mel melina melisa melvin melvyn melynda meng meral merav
mercedez meredith merete meri meriel merle merlin merlyn merrick merrill mert merv mervin mervyn mette mia mica micah michaella michaelle michail
micheal mick mickey mieke mieszko mika mikayla mikko mila milagros mildred millicent milly milo miloslav milosz mimi mindy minerva minnie mio mira
mirabel mirabelle miranda mirela mirella miriama mirko mirna misha missy mitch mitchell miyuki moe mohamad mohit moises mona monique monserrat
montague montgomery morag morgan morgana moshe motshidisi moya muhammed muireann muna munira murray muyiwa mya myfanwy myles myra myriam myrna nadege
nadezhda nadja nagwa nahla naila naima najib nalini nan nanami nanci nanda nandini nanette naoise naoko narelle narinder nasreen nasser nastasia nat
natalija natan natascha natasja nate nathania nathanial naveed naveen navid navjot nazia nazir neal ned nefeli nehemiah neill nelda nele nella nenad
neomi nerea nerys nessa nestor netta neve neville nevin newton neyla ngaio nguyen nhung nichola nicholle nicki nickolas nicky nico nicolaas nicolai
nicoletta nicolette nicolo niel nieves nigella nihal nika nikki niko nikodem niloofar nimesh nimrod ninette nino niraj nirmala nishant nita nitin noa
noam noelia noeline noemie nola nolan noleen nollaig nona noor norah noreen norma nour noura novak nura nusrat nyah nye nyla obafemi obinna octavia
octavio oda odessa odette odhran ola oleksandra oliwier ollie olly olumide olwen omari omolola oona oonagh ophelia oran oriana orianne oriel orin
orlagh orlaith orna orson orville osama osman ossian osvaldo oswald otis ottilie ottoline ovidiu owain oya ozan paavo padma padraic padraig palesa
palmira paloma pamella paolina paraskevi pari parisa parminder parvati parveen pascale pascual pasha patryk patsy patti pattie patty paulette pauliina
paulina paulo paval payal payam payton peder pegeen penina pepijn percival percy peregrine pernilla perry peta petar petronella petros petula peyton
phil phillip phillipa phillis philomena philomene phineas phuong phyllis pia pieternel pippa piran piroska portia prakash pramod prasad prashant
pratik pratima praveen preethi preeti premila priit priscila pritam priti priyanka prudencia prunella puneet purnima qasim quetzalli quincy quinn
rachana rachele rachelle racquel radhika raelene rafaela rafaella rafe rafiq raghav raghu rahel rahim raina rainer raisa raja rajan rajeev rajinder
rajiv raju rakesh raleigh rama raman ramiro ramsay ramsey ramzi rana randal randall randi randolph randy rani raoul raphaela raphaelle rasa rashad
rasheed rashida rashmi rasmus ravinder rayan rayna raza razia rebeca rebekah reece reem reese reg regan reggie reginald regis rehan reid reine remi
remy rena renan renard renu reshma reuben reva rex reyhan reyna reynaldo rhett rhiain rhian rhoda rhodri rhona rhonda rhonwen rhydian ria rian ricarda
riccarda richelle richie rick rickey ricki ricky riko riley rina rinat ringo rishi ritchie ritika ritu riya rizwana roan robbie robby robyn rochelle
roddy roderick rodney rodolfo rogelio rohit roisin rolande rolando rollo roma romana romeo romilly romola ron rona ronja ronnie ronny rori rosalba
rosaleen rosalia rosalie rosalyn rosamund rosana rosanna rosanne roseanne rosella roselyn rosemarie rosetta rosina rosita roslyn rossana roswitha
rowena roxanne roxie roy ruairi ruari ruaridh rubina rudi rudolph rudy rufina rukhsana rupa rupinder russ russell ruta ruthie ruud ryo ryoko ryota
ryszard saad saba sabah sabiha sacha sadie sahar sahil sahra saira sajid sakari saleh salimah salman salome salvador sam samara sami samia samina
samson samuele samuli sandi sandie sandrine sania sanna santiago santino santos sanya saqib sarabeth sarai sarita saroj sarva sarvesh sascha satish
satnam saul saundra sava saverio savita scarlett scott seamus seana sebastiano sebnem seema sefton segun seiji sejal selena selene selim selma selwyn
semra senan seonaid sepp septimus serafina seraphina seren serene serge sergej sergey servaas seth seumas seumus seung sevda severin seymour shaan
shabana shadi shafiq shahid shahida shahin shahnaz shahzad shaimaa shakeel shakira shalini shamim shamima shan shanaya shanelle shani shanice shanna
shannen shaquille shari sharlene sharma sharmila sharmin sharyn shaun shauna shawn shawna shayla shayna sheelagh sheena shefali sheikh shela shelagh
shelby sheldon shelley shelly shena shenaz shereen sheri sherif sherri sherrie sheryl shilah shimon shinji shira shireen shirin shiv shiva shivani
shlomo shobha shona shoshana shruti shu shubham shyam sian siana siavash sibyl sibylle sid siddhartha sidney sidonie sidra sieglinde siegrid sigismund
sigmund sigourney silas silvana silvano silvester silvina sima simeon simonetta simran sindhu sipho siva skye skyla skylar skyler slava slavko slavoj
sloane slobodan snehal sofie sohail soheil soledad soleil soley somerled sonal sondra soniya sonny sophy soraya sorcha sorley soroush sorrel souad
soumaya spiros srikanth srinivasan sriram stan stanley starla stefani stefanie stefanos steph stephane stephani stephania stephany stevan stevie
stewart stig stu subhash sudha sudhir suhail sujata sukhdeep sukhvinder suki suma suman sumaya sumit sumitra sunil sunniva supriya suraj suri surinder
surya sushil sushma susie suzan suzana suzette suzi suzie suzy svante svein swapna sweta sybil sydnee sylvain sylvester sylvette sylvi szilvia tabatha
tabea tabitha tadas tadashi taha tahir tahira taisia taj takashi takumi tala talia talitha tallulah tamar tamas tamer tammi tammie tammy tamsyn
tancredi tane tanesha tanita tanith tansy tanveer tanvi tanwen tara tarek tarik taro tarun taryn tasha tasnim tasos tatjana tatum tavish tawanda
taylah taylor teagan teddy tegan tegwen teo teodor teresita tereza teri terrance terrell terrence terri tessa tevin thabiso thaddeus thais thalia
thandeka thandi thandiwe thanh thea thelma theodoor theodore theodoros theophilus theunis thiago thibault thibaut thora thorben thorsten thulani
thurston thuy tian tianna tiberiu tibor tiernan tierney tiffani tihana tilak tilly timea timofey timon timothee tine tino tirion tirza titus tobi todd
tolga tolu tomi tommaso toni tonia tonja tonje topher tora torben tordis tore tori torin torquil tosh tosin toyin tracie tracy trang travis tressa
tricia trish trisha tristram trixie troels trond trudi trudie trudy trygve tuan tuija turlough tuva tybalt tyler tyra tyree tyrell tyson uchechi
ugochi ugonna ulla ulric ulrica ulrik ulrika uma umair umar una unai unni uriah uriel urmila urs urszula ute vadim vaibhav valda valdemar valentijn
valentine valentino valeria valeriu valeriya valery vandana vangelis vani varsha varun vasant vasco vaughan vaughn veda veena velda velma venetia
venkat venkatesh verity verna vernon veronique vic vicente vicki vickie vicky vidya vikki vilde vilhelm vilma vina vinay vince vineet vinnie vinod
violaine viorel viraj viren virgil virgilio virpi visnja vitali vitaly vivi vivian viviana viviane vivien vivienne vlada vladislav volodymyr vusi wael
waleed walid wallace wally walt walter walther wang waqas waseem wasim waylon weiming wen wenche wendel wendell wendi wenzel wes wesley weston wilbert
wilbur wilf wilfred wilfrid wilhelmina willa willem willemijn willi willie willis wilma wilmer wilson winifred winnie winona winston wiremu
wlodzimierz woodrow wynn wynne xander xanthe xavi xenia xi xia xiang xiao xiaoling xiaoming ximena xiomara xochitl xu yaa yadira yael yahya yakov
yalda yaman yana yanis yannick yannis yaqub yaroslav yaseen yash yasir yasmina yasmine yassin yassine yasuko yazmin yehudi yelena yesenia yetunde
yevgeny yichen yingying yiorgos ylva yogesh yohan yohanna yoko yolande yolandi yonatan yong yoni yosef yoshi yoshiko yousef youssef yudit yue yukiko
yuliya yumi yun yuna yunus yuri yuriy yusra yusuke yuta yuto yuval yvan zac zach zachariah zachary zack zadie zahid zahir zaid zaida zain zaina
zakaria zaki zakir zander zandra zane zaria zarina zbyszek zdenka zdravko zebedee zeenat zeke zelda zelma zenia zeno zenobia zenon zeynab zhen zheng
zhi zia ziad zian zina zineb zita ziva ziya zlata zlatko zoey zofie zosia zsa zubair zuleika zuri
`
