import { tokenize } from './tokens.js';

/** Tells English from other languages by the small words that every sentence needs. It knows words only, no grammar. */

/** Words that English alone uses much, among the languages that are written in Latin letters. */
const clearEnglish = words(`the and of is with for you your yours yourself i my myself this that these those it its
  they them their theirs she his him her hers our ours ourselves us are be been being were have has having does did
  doing not nothing never nobody none what who whom whose which when where why how if than then there here because
  though although while until since unless whether could would should might must cannot shall will may can from into
  onto about above below between through throughout without within against after before during again just only very
  really even still already ever always often sometimes maybe perhaps too much many more most less least few some any
  every each both either neither other another such same own else everyone everybody everything someone somebody
  something anyone anybody anything yes yeah yep nope please sorry thank thanks well like know think want need say
  says said tell told get gets got getting give given gives make makes made making go goes going went gone come comes
  came take takes taken took keep keeps kept look looks looking see seen saw seems use uses used using work works
  working worked find found call called put try tries trying tried ask asked asking leave left feel felt good better
  best bad worse worst right wrong new old first last next long great little big whole sure real enough thing things
  way ways time times day days week weeks month months year years people guy guys person now today yesterday tomorrow
  yet instead rather quite almost away back down out off up around later soon once twice two three four five six
  seven eight nine however therefore thus hence whatever whenever wherever anyway dude bro lol lmao rofl wtf omg idk
  tbh imo imho btw smh ffs lgtm nvm damn fuck fucking fucked shit bullshit crap asshole hello hey hi ok okay oh wow
  ugh huh yay hell god literally actually obviously probably basically simply clearly apparently`);

/** Words that English shares with others, and ordinary words that may well stand in another language's text. */
const likelyEnglish = words(`a an in on at to by as or so no do we he me am was had over under also all out one per
  via but both let men man add added adding adds fix fixed fixes fixing change changed changes changing remove
  removed removes removing check checked checks checking update updated updates write writes writing wrote written
  read reads reading run runs running ran break breaks breaking broke broken close closed closing opened opens
  opening merged merging miss missed missing move moved moves happen happens happened mean means meant show shows
  showed shown start started starts starting stop stopped stops stopping help helped helps waste wasted wasting
  ignore ignored ignores ignoring blame fail failed fails failing learn learned stuck sense sick tired bored angry
  useless stupid dumb lazy idiot idiots terrible horrible awful pathetic ridiculous garbage trash nonsense joke clown
  moron careless sloppy shame ashamed embarrassing disgusting disgrace insane crazy fault mistake mistakes mess
  worthless clueless incompetent incompetence arrogant ignorant rude toxic annoying nice cool glad happy sad lovely
  brilliant perfect amazing awesome thought thoughts idea ideas answer answers answered reply replied replies word
  words name named names line lines case cases problem problems reason reasons issue issues developer developers
  maintainer maintainers author authors colleague colleagues customer customers company community errors warning
  value values function functions variable variables return returns method methods classes number numbers field
  fields key keys testing tested comments reviewed reviewing approve approved reverted revert deploy deployed meeting
  meetings deadline deadlines weekend morning night hour hours minute minutes half d'oh c'mon d'you d'ya s'more t'was
  able allow allowed allows correct correctly current currently different easy easier enough exactly existing
  expected explain explained fast hard high instead itself low multiple necessary obvious proper properly ready
  recently required separate several short similar single slow small specific usual usually unnecessary useful clean
  clear late early slowly quickly completely entirely totally absolutely honestly seriously definitely certainly
  possibly finally unfortunately believe care bother bothered caused causes consider create created creates decide
  decided expect forget forgot hate hold hope hurt involve involved kill lose lost love matters notice noticed pay
  play prefer provide provided push pushed promised promise pull refuse refused remember repeat repeated replace
  rewrite seem send sent set shut sit sounds speak spend spent suppose supposed suggest talk talking teach throw
  touch touched trust turn understand understood wait waited waiting wants watch wish wonder worry worth yell yelled
  needs needed knew known handle handled save saves saved saving 's hurry honest dare idiotic insult insulting excuse
  excuses dismiss dismissed incapable stubborn`);

/**
 * Words of other languages that their sentences cannot do without, and those that speak to a reader. A word that English has too is
 * listed all the same: it then counts for both.
 */
const foreign: Readonly<Record<string, ReadonlySet<string>>> = {
  german: words(`der die das den dem des ein eine einen einem einer eines kein keine keinen keiner und oder aber denn
    weil dass daß wenn als ob wie was wer wo wann warum wieso weshalb welche welcher welches nicht nie niemals nichts
    immer schon noch nur auch sehr mehr viel viele hier dort da jetzt heute gestern morgen wieder mal doch eben wohl
    ganz so sonst ist sind war waren bin bist seid wird werden wurde wurden worden haben hat hast habe hatte hatten
    sein seine ihre ihr ihren ich du er sie es wir mir mich dir dich dein deine deinen uns unser unsere euch euer
    sich man mit von vom zu zum zur auf für aus bei beim nach über unter durch gegen ohne um vor seit bis im am ins
    in an kann kannst können konnte muss musst müssen soll sollte solltest darf dürfen will willst mag möchte bitte
    danke ja nein machen macht machst gemacht geht gibt lassen alle alles etwas jemand niemand dieser diese dieses
    diesen jeder jede jedes andere zwischen während bereits damit dann dafür dazu deshalb leider genau falsch richtig
    fehler datei dateien deiner deinem deines`),
  dutch: words(`de het een en of maar want omdat als dan dat die dit deze wat wie waar waarom wanneer hoe welke niet
    nooit niets geen altijd al nog ook wel heel erg veel meer hier daar er nu vandaag weer toch even zo is zijn was
    waren ben bent wordt worden werd werden heb hebt heeft hebben had hadden ik jij je u you hij zij ze wij we jullie
    mij jou jouw mijn uw ons onze hun haar zich men met van voor naar op in uit bij aan over onder door tegen zonder
    om tot sinds tussen tijdens te kan kun kunt kunnen kon moet moeten mag wil wilt willen zou zouden zal zullen doen
    doet gaan gaat maakt maken staat alles iets iemand niemand elke andere alleen goed graag sorry dus zodat echt
    gewoon weet nie ek jy hy sy moenie altyd wees hierdie daardie vir eens eerst ooit`),
  swedish: words(`och eller men att det den de ett en är var vara varit blir blev har hade jag du han hon vi ni dem
    mig dig sin sitt sina din ditt dina vår våra inte aldrig alltid ingen inget inga också bara mycket mer mera här
    där nu idag igen som när hur vad vem varför vilken vilket vilka om för med av på från till under över efter utan
    mellan mot kan kunde ska skulle måste vill får göra gör gjort denna detta dessa alla allt något någon några så än
    då ju väl tack redan varje kanske eftersom finns i ur hos samt bli blivit användas använda`),
  danish: words(`og eller men at det den de et en er var være været bliver blev har havde jeg du han hun vi dem mig
    meg dig deg seg sin sitt din dit dine min vores deres ikke ikkje aldri aldrig altid alltid ingen intet også bare
    meget mye veldig mer her der nu nå idag igen igjen som når hvor hvordan hva hvad hvem hvorfor hvilken hvilket om
    for med av af på fra til under over etter efter uten uden mellom mellem mot kan kunne skal skulle må vil ville
    får gøre gør gjør gjort denne dette disse alle alt noget noe nogen noen så enn da jo vel tak takk hver fordi
    findes finnes hvis blir bli blitt ein eit eg vert frå dei berre i ved ud inn ut opp op bruke bruge`),
  french: words(`le la les l' un une des du de d' et ou mais donc or ni car que qui quoi dont où quand comment
    pourquoi combien quel quelle quels quelles ne pas plus jamais rien toujours encore déjà aussi très trop peu
    beaucoup bien ici là maintenant est sont était étaient être été sera suis es sommes êtes ai as a avons avez ont
    avait avoir eu je tu il elle on nous vous ils elles me te se moi toi lui leur leurs eux mon ma mes ton ta tes son
    sa ses notre nos votre vos ce cet cette ces cela ça ceci c'est dans sur sous avec sans pour par en au aux chez
    vers entre depuis pendant avant après contre peut peux peuvent pouvez doit dois devez doivent faut fait faire
    fais veux veut va vais tout tous toute toutes autre autres même si comme alors ainsi parce afin oui non merci
    quelque chaque aucun aucune plusieurs lors selon fichier fichiers`),
  spanish: words(`el la los las lo un una unos unas de del al y e o u pero sino porque que qué quien quién cual cuál
    cuando cuándo donde dónde como cómo no nunca jamás you nada nadie siempre también tampoco ya aún todavía muy más
    menos mucho poco aquí ahí hoy ahora es son era eran ser sido soy eres somos está están estar estaba estoy estás
    hay he has ha hemos han había haber yo tú usted ustedes él ella nosotros ellos ellas me te se nos le les mi mis
    tu tus su sus nuestro nuestra este esta esto estos estas ese esa eso esos esas aquel en con sin por para sobre
    entre desde hasta hacia según durante contra puede puedes pueden poder debe debes deben hacer hace haces hecho
    hizo tiene tienes tengo quiero quiere voy va todo todos toda todas otro otra otros cada si sí así entonces
    gracias aunque mientras fue fueron usar archivo archivos`),
  portuguese: words(`o a as um uma uns umas de do da dos das no na nos nas ao aos à às pelo pela pelos pelas e ou
    mas porque que quem qual quais quando onde como não nunca nada ninguém sempre também já ainda muito mais menos
    pouco aqui aí hoje agora é são era eram ser sido sou és somos está estão estar estava estou há foi foram tem têm
    tinha ter tenho eu tu você vocês ele ela nós eles elas me te se lhe meu minha teu tua seu sua seus suas nosso
    nossa este esta isto estes estas esse essa isso esses essas aquele em com sem por para sobre entre desde até
    durante contra pode podes podem poder deve deves devem fazer faz feito fez quero quer vai vou tudo todo todos
    toda todas outro outra cada si sim assim então obrigado obrigada embora enquanto usar usado arquivo ficheiro`),
  italian: words(`il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal
    dalla in nel nella nei nelle con su sul sulla per tra fra e ed o ma perché perchè che chi cosa quale quali quando
    dove come non mai niente nulla nessuno sempre anche già ancora molto più meno poco qui qua oggi ora adesso è sono
    era erano essere stato stata sei siamo siete ho hai ha abbiamo avete hanno aveva avere tu lui lei noi voi loro mi
    ti si vi ne mio mia tuo tua tuoi suo sua nostro vostro questo questa questi queste quello quella ciò può puoi
    possono potere deve devi devono fare fa fai fatto voglio vuoi vuole va vai tutto tutti tutta tutte altro altri
    ogni se sì così allora quindi grazie dopo prima senza mentre stai viene usare`),
  catalan: words(`el la els les un una uns unes de del dels al als i o però perquè que què qui quan on com no mai res
    sempre també ja encara molt més menys aquí avui ara és són era ser estat està amb sense per entre des fins aquest
    aquesta això aquests aquell pot poden ha han hem fer fa tot tots tota altre altra cada si així gràcies jo tu ell
    ella nosaltres vosaltres ells meu teu seu seva nostre fitxer`),
  romanian: words(`și şi sau dar că să ca de la în din pe cu fără pentru prin despre între după nu niciodată nimic
    mereu mai foarte mult aici acum azi este e sunt era erau fi fost am ai are avem aveți au eu tu el ea noi voi ei
    ele mă te se ne vă îi îl o un unei unui acest această aceasta acesta aceste care ce cine cum când unde dacă decât
    doar poate trebuie face faci fac vrei vreau toate tot toți alt altă fiecare nici deci mulțumesc al ale lui sa cea
    cele esti sunteti daca fara tău vina nimeni`),
  polish: words(`i a we ze na do od po za o u nie nigdy nic zawsze też także już jeszcze tylko bardzo więcej tu tam
    teraz dziś jest są był była było były być będzie jestem jesteś mam masz ma mają ja ty on ona ono my wy oni mnie
    mi cię go jej ich im się sobie mój twój nasz wasz swój ten ta to te tego tej tych tym co kto który która które
    których jak gdy kiedy gdzie dlaczego czemu czy bo ponieważ że żeby aby ale lub albo oraz więc dla przez przed pod
    nad przy bez między może możesz można musi musisz trzeba chce chcesz robi robisz zrobić wszystko wszystkie każdy
    inny tak dobrze proszę dziękuję jeśli plik pliku twoja twoje moja moje nikt`),
  czech: words(`a ve ze na do od po za o u se ke i ne nikdy nic vždy vždycky také taky už ještě jen pouze velmi více
    tu tady tam teď dnes je jsou byl byla bylo byly být bude jsem jsi jste jsme mám máš má mají já ty on ona my vy
    oni mě mi tě ti ho jí jeho jejich můj tvůj náš váš svůj ten ta to toho té těch tím co kdo který která které jak
    když kdy kde proč protože že aby ale nebo tedy pro při bez mezi může můžeš lze musí musíš chce chceš dělá děláš
    všechno všechny každý jiný tak ano prosím díky pokud není nejsou soubor nič tiež ešte len viac teraz sú bol bola
    bolo boli byť som si sme ste ja mňa ťa ich čo kto ktorý ktorá ktoré ako keď kedy prečo pretože alebo môže môžeš
    všetko iný áno ďakujem nie tvoje tvá tvojej nikdo nikto`),
  croatian: words(`i u na za od do sa iz po o ne nikad nikada ništa uvijek uvek također takođe već još samo vrlo više
    ovdje ovde sada danas je su bio bila bilo biti bi će sam si smo ste imam imaš ima ja ti on ona mi vi oni me te ga
    ih im se svoj moj tvoj naš vaš ovaj ova ovo taj ta to što šta tko ko koji koja koje kako kada kad gdje gde zašto
    jer da ali ili pa može možeš mora moraš treba sve svi svaki drugi tako hvala ako nije nema kaj tudi ni ker zakaj
    vedno lahko bo so če kot pri tvoja tvoje nitko niko opet`),
  hungarian: words(`a az egy és vagy de hogy ha mert mint nem ne soha semmi mindig is már még csak nagyon több itt
    ott most ma van vannak volt voltak lesz lenni lehet kell én te ő mi ti ők engem téged ez ezt ezek azt azok aki
    ami amely ki mit miért hogyan mikor hol nincs nélkül után előtt között alatt szerint által minden más sok igen
    köszönöm kérem tud tudsz csinál csinálsz akkor így úgy meg fel be le el sem pedig senki megint`),
  finnish: words(`ja tai mutta että jos kun koska kuin ei en et emme ette eivät älä koskaan mitään aina myös jo vielä
    vain hyvin enemmän täällä tässä nyt tänään on ovat oli olivat olla ollut olen olet minä sinä hän me te he minun
    sinun hänen meidän teidän tämä tätä nämä se sen sitä ne joka jotka mikä mitä kuka miksi miten milloin missä
    kanssa ilman ennen jälkeen voi voit voivat pitää täytyy kaikki jokainen muu muut kiitos niin sitten ole olisi
    sekä tämän ega aga kui sest ning ka veel ainult väga siin täna olema oled mina sina tema meie teie nemad see mis
    kes miks kuidas ilma pärast kõik mitte kunagi alati kukaan`),
  turkish: words(`ve veya you ama çünkü ki ile için gibi kadar göre sonra önce bu şu o bir her hiç hiçbir asla daima
    hep da de değil var yok mı mi mu mü ne neden niye niçin nasıl kim hangi zaman nerede ben sen biz siz onlar bana
    sana bunu senin benim çok daha en az şimdi bugün burada olan olarak oldu olur olmak olduğu etmek eder ise eğer
    sadece bile tüm bütün başka lütfen teşekkürler evet hayır yine dosya üzerinde degil icin cok kimse`),
  indonesian: words(`dan atau secara terhadap serta namun apakah apabila adakah berikut melalui hal para tetapi tapi
    karena bahwa jika kalau yang ini itu di ke dari dengan tanpa untuk pada oleh dalam antara tidak tak bukan jangan
    belum sudah telah akan sedang masih juga hanya saja sangat lebih lagi selalu pernah ada adalah ialah saya aku
    kamu anda dia kami kita mereka awak apa siapa mengapa kenapa bagaimana kapan bila mana bisa boleh dapat harus
    perlu mau semua setiap lain banyak seperti agar supaya sini situ sekarang you terima kasih tolong nya kok sih deh
    dong gue lu nggak gak enggak bikin buat berkas fail orang`),
  swahili: words(`you na wa kwa ni sio hadi moja hata kwanza badala watu ndiyo jinsi kuwa yote juu au tofauti mwa la
    za cha vya katika kama lakini kwamba hii hiyo huu hizi hizo hili yako yangu yake yao wako wangu wao wetu yetu
    mimi wewe yeye sisi ninyi si hapana daima kamwe kila tu sana pia zaidi bila kabla baada ikiwa ili kufanya ambayo
    ambao nini nani kwanini vipi lini wapi hapa sasa leo`),
  vietnamese: words(`và là của không có cho được với các những một này đó tôi bạn anh chị em chúng ta khi nếu thì mà
    nhưng vì để từ trong trên đã đang sẽ cũng rất nhiều hơn bao giờ luôn tại sao ai gì nào như khong ban cua nhung
    cac duoc`),
  tagalog: words(`ang ng mga sa ay hindi ko mo ka ako ikaw siya kami tayo kayo sila namin natin ninyo nila ito iyan
    iyon na pa din rin naman kasi dahil kung para kapag bakit paano sino ano kailan saan palagi lagi wala walang
    dapat pwede kaya`),
  hindi: words(`hai hain tha nahi nahin kya kyun kyu kaise kab kahan kaun aur lekin agar toh bhi mein main tum
    tumhara tumne aap apne mera yeh woh ye wo ko ka ki ke se par kar karo karte karna raha rahe rahi kuch koi sab
    bahut yaar bhai`),
  pidgin: words(`dey wetin wey abeg sabi una don wan fit dis dat di dem no be e am im pipol pesin wahala na`),
  latin: words(`ipsum dolor amet sit lorem et ut sed non cum quod qui quae ad in est enim nisi velit`),
};

/** Words of other languages that stand in English texts too: as names, in set phrases, as abbreviations, as words of their own. */
const looseForeign = words(`die den des bin mit war hat mal dir uns ins im als wo da um er es ob wie con de del van
  la le les el los las et est ad il lo si se al un te ma mes pas plus pour sur son ton sous dont car ni comment tout
  sans non var med sin min din dig dit ud op till har alt ja jo met en nu ben tot heel door pod na po za co ten tak
  jest ale tu tam mi ich ona oni dan ini ya ai em ta sao anh tha sab par main kar ko ki ka ke ye hai fit dis dat dem
  don di dove prima qua vain tack jag mon elle ella ada mina mia mora aina sen situ devi ova jen nur seine finns dina
  dine bent bo mimi pia nila ito kaya hindi kwanza eder ora res chez que che wat ont ut meg kad mis esa nel ela della
  ca leo ga aki yang ea mir dos fa bi ses sam bio lain nas ama mag hal av para mo face yo todos ban ali eg ed pro len
  bare eu kim kung yaar merci quelle com sobre todo ser era una uno mas nada ha sa pa ng rin moja vina`);

/** Of these, one says it all: the rest of such a sentence looks like English. */
const decisive = words('dey wetin wey abeg sabi');

/** Words with letters that English takes over along with the word. */
const borrowed = words(`
  café cafés naïve naïvely naïveté résumé résumés cliché clichés clichéd façade façades fiancé fiancée déjà voilà über crème brûlée
  entrée exposé protégé née passé élite élan smörgåsbord doppelgänger pâté soufflé rosé touché blasé risqué sauté crêpe fête décor
  jalapeño piñata señor coöperate coördinate reëvaluate précis vis-à-vis
`);

/** What is left of a small word before a vowel in French and Italian: `l'erreur`, `dell'errore`. */
const elided = words('l d c j n s m t qu jusqu lorsqu puisqu quelqu dell all nell sull dall un quest quell');
/** What Turkish hangs on a name: `GitHub'da`. */
const hung = words('nin nun in un da de ta te dan den tan ten ya ye yi yu i u a e na ne la le ni nu lar ler');

/** Last letters that few English words have, though many names do. */
const foreignLast = new Set('aijouz');
/** Last three letters of words of other languages, and of English. Taken from translated guides. */
const foreignEndings = words(`
  aal aan aar ais ait aux cie dag dad det ede ego eer ele eit eur eux gen het ich ige ijk ijn kan kat lar
  lde len ler lle lub mos nde nen nez nie nte oen pan que ren rez rte sch sen ser ste ten tet tiv tur ung ych
`);
const englishEndings = words(`
  ack ble bly cal ced cts ded ely ess ful ght hed ial ick ied ies ing ion ity ked led lly med nds ned ngs nts ock ous ped red sed ted tic
  tly uck ved zed
`);

/** A word that only English has speaks so much for it, and one that only other languages have so much against it. */
const strong = 2;
/** So much a word that may stand in both. */
const weak = 1;
/** So much an ending. */
const hint = 0.5;
const decided = 4;
/** So much a word with an accent, which may be a name. */
const accented = 1.5;
/** So much each letter of another script, up to some: Chinese and Japanese have no space between words. */
const otherLetter = 2 / 3;
const otherLettersCounted = 6;

/** By so much another language must be ahead: what nothing speaks for or against is read as English. */
const margin = 1.5;
/** The same for more than a few words of which next to none is English. */
const marginOfUnknown = 1;
const fewWords = 3;

/** What a word that is listed speaks for. */
interface Evidence {
  readonly english: number;
  readonly foreign: number;
  /** The languages that have it, by their place in {@link foreign}. */
  readonly languages: readonly number[];
}

interface Weights {
  readonly english: number;
  /** Of the language that is most likely after English. */
  readonly foreign: number;
}

let listed: ReadonlyMap<string, Evidence> | undefined;

function list(): ReadonlyMap<string, Evidence> {
  const table = new Map<string, Evidence & { readonly languages: number[] }>();
  for (const [language, list] of Object.values(foreign).entries()) {
    for (const word of list) {
      const known = table.get(word);
      if (known === undefined) {
        const english = clearEnglish.has(word) || likelyEnglish.has(word) ? weak : 0;
        table.set(word, { english, foreign: foreignWeight(word, english), languages: [language] });
      } else {
        known.languages.push(language);
      }
    }
  }
  for (const word of [...clearEnglish, ...likelyEnglish]) {
    if (!table.has(word)) {
      table.set(word, { english: clearEnglish.has(word) ? strong : weak, foreign: 0, languages: [] });
    }
  }
  return table;
}

function foreignWeight(word: string, english: number): number {
  if (decisive.has(word)) {
    return decided;
  }
  // A letter alone is as often the name of something.
  const alone = word.length === 1 && word < '\x80' ? hint : strong;
  return english > 0 || looseForeign.has(word) ? weak : alone;
}

function weigh(sentence: readonly string[]): Weights {
  listed ??= list();
  const scores: number[] = [];
  let english = 0;
  let best = 0;
  let unlisted = 0;
  for (const word of sentence) {
    const evidence = listed.get(word);
    if (evidence === undefined) {
      const guess = guessOf(word);
      unlisted += Math.max(0, guess);
      english += Math.max(0, -guess);
    } else {
      english += evidence.english;
      for (const language of evidence.languages) {
        const score = (scores[language] ?? 0) + evidence.foreign;
        scores[language] = score;
        best = Math.max(best, score);
      }
    }
  }
  return { english, foreign: best + unlisted };
}

/** How much the letters of a word speak against English; negative for English. */
function guessOf(word: string): number {
  let accents = 0;
  let letters = 0;
  let others = 0;
  let apostrophe = -1;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code >= 97 && code <= 122) {
      letters += 1;
    } else if (code === 0x27) {
      apostrophe = at;
    } else if (code > 0x7f) {
      accents += isAccented(code) ? 1 : 0;
      others += isOfOtherScript(code) ? 1 : 0;
    }
  }
  if (letters === word.length) {
    return guessOfEnding(word);
  }
  // Alone, a letter with an accent or a Greek one is a sign for something.
  if (others > 1 || (accents > 0 && word.length > 1)) {
    return borrowed.has(word) ? 0 : Math.max(accented, Math.min(others, otherLettersCounted) * otherLetter);
  }
  return apostrophe > 0 && isCutWord(word, apostrophe) ? strong : 0;
}

function guessOfEnding(word: string): number {
  if (word.length < 5) {
    return 0;
  }
  const ending = word.slice(-3);
  if (foreignLast.has(word.charAt(word.length - 1)) || foreignEndings.has(ending)) {
    return hint;
  }
  return englishEndings.has(ending) ? -hint : 0;
}

/** Latin letters beyond a to z. */
function isAccented(code: number): boolean {
  return (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code < 0x1f00);
}

/** From Greek on, without punctuation, the marks of masked text and wide Latin letters. */
function isOfOtherScript(code: number): boolean {
  const isPunctuation = code >= 0x1e00 && code < 0x2c00;
  const isPrivate = code >= 0xe000 && code < 0xf900;
  return code >= 0x370 && !isPunctuation && !isPrivate && !(code >= 0xff00 && code < 0xff66);
}

function isCutWord(word: string, apostrophe: number): boolean {
  return elided.has(word.slice(0, apostrophe)) || (apostrophe > 2 && hung.has(word.slice(apostrophe + 1)));
}

/**
 * Tells English from what has more words of another language. A sentence without evidence counts as English, names are forgiven.
 * @param sentence its words as `tokenize` gives them.
 */
export function isEnglish(sentence: readonly string[]): boolean {
  const { english, foreign } = weigh(sentence);
  const isUnknown = english <= weak && sentence.length > fewWords;
  return foreign - english < (isUnknown ? marginOfUnknown : margin);
}

/** Whether a word in lower case is a common one of English, so that a capital letter does not make it a name. */
export function isCommonWord(word: string): boolean {
  return clearEnglish.has(word) || likelyEnglish.has(word);
}

/** As many characters of a text are looked at. */
export const sampleLength = 4000;
/** The least that must be known of a text to tell its language. */
const enough = 10;
/** All that is no prose: front matter, code, comments, tags, the target of a link, addresses. */
const notProse =
  /^---\r?\n[\s\S]*?\n---|(```|~~~)[\s\S]*?(?:\1|$)|`[^`\n]*`|<!--[\s\S]*?(?:-->|$)|<[^<>\n]*>|\]\([^()\n]*\)|\bhttps?:\S+/g;

/** Tells of a document, by the prose at its beginning, whether it is in English; `undefined` where it is too short to tell. */
export function isEnglishText(text: string): boolean | undefined {
  const sample = text.slice(0, sampleLength).replace(notProse, ' ');
  const { english, foreign } = weigh(tokenize(sample).map(({ word }) => word));
  return english + foreign < enough ? undefined : foreign <= english;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
