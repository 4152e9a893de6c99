/**
 * First names and surnames that are common in the Netherlands, collected by hand for this gate.
 * Left out: names that are ordinary Dutch words or places, because a column is judged by them.
 */
const FIRST = `
johan johannes jan jans cornelis kees pieter piet willem wim hendrik henk gerrit gerard jacob jaap
dirk klaas theo thijs thomas tim tom daan sem lucas luuk lars levi finn noah milan jesse bram ruben
stijn sven bas koen niels rick rik jeroen joost joris jasper jurgen marcel mark marco martijn
maarten matthijs michiel michel mike patrick paul peter petrus ralf raymond remco rene richard rob
robert robin roel roelof rogier ron ronald rudy ruud sander sebastiaan stefan steven teun tobias
victor vincent wesley wouter erik eric frank frans fred freek guus hans harm herman hugo ivo jelle
jeffrey jochem joep jules julian kevin laurens leon leendert luc max mees melvin mitchell nick olaf
oscar otto pascal pim quinten reinier anton antonius arend arie arjen arno bart ben bernard casper
chris christiaan danny david dennis dick dylan edwin egbert emiel ernst evert ferdinand floris gijs
anna anne annie anja annemarie anneke annelies angela astrid barbara bianca birgit carla carolien
caroline chantal charlotte christina claudia connie cornelia corrie daphne debbie denise diana
dominique dorien edith elisabeth ellen els elsbeth emma esmee esther eva eveline femke fleur floor
francien geertje gerda greetje hanna hanneke heleen helena henriette hilde ilse inge ingrid irene
iris isabel jacqueline janneke jeanette jennifer jessica johanna jolanda josephine judith julia
karin kim kirsten kitty laura lieke lies lieve linda lisa lisanne loes lotte lucia maaike manon
margriet maria marianne marieke marijke marjan marjolein marlies marloes martine mathilde melanie
melissa mieke mirjam monique nancy naomi natasja nathalie nicole nienke noor olga patricia petra
pauline ria rianne rita romy roos sabine sandra sanne sara saskia silvia simone sofie sophie sonja
stephanie susan suzanne sylvia tamara tanja tess tineke trudy truus ursula vera veronique wendy
wilhelmina willemijn yvonne zoe aaltje geertruida grietje hendrika trijntje
mohammed mohamed muhammad mohammad ahmed ali hassan hussein omar youssef yusuf ibrahim ismail karim
khalid mustafa mehmet murat emre burak hakan huseyin osman rachid said samir tarik bilal hamza
abdel abdullah amir anouar driss fouad hicham jamal mourad nabil soufiane yassin yasin zakaria
fatima fatma aisha ayse emine hatice khadija leila layla meryem mariam naima nadia nora rachida
samira salma sevda sumaya yasmina zeynep zohra elif esra hanan houda ikram karima latifa malika
jaswant rajesh priya sunita anil kofi kwame ama agnieszka andrzej katarzyna krzysztof magdalena
malgorzata piotr pawel tomasz wojciech olena oleksandr iryna svitlana dmytro mykola volodymyr
`;

const LAST = `
jansen janssen janssens jong vries bakker visser smit smits meijer meyer mulder hendriks hendriksen
dekker dijkstra brouwer peters pieters pietersen jacobs jacobsen willems willemsen driessen
vermeulen martens maas verhoeven kuijpers kuipers schouten vink wouters gerritsen claassen koster
postma veenstra hoekstra hofstra terpstra bosma bouwman evers blom koopman kramer scholten huisman
peeters schipper hermans hermsen theunissen geerts aalbers ruiter timmermans timmer molenaar
verbeek lammers bouma dijkman groot graaf boer wit ridder leeuwen linden heuvel broek velde berkel
beek wijk hoekman kamp veldhuis veldhuizen veldman rietveld zijlstra sijtsma wiersma wijnen
wolters wessels wesseling verhagen verkerk verschoor verbruggen vermeer versteeg verstraten
aerts adriaansen bos dam damen derks diepeveen doorn eijk elzinga essen franken goossens haan
haas hagen ham hansen heijden heijmans hendrikx heemskerk hofman hoogendoorn houten huizinga jaspers
jonker kok kuiper langen leeuw lems loon manders meulen mol moerman nijhof nijhuis
nooij otten oosterhuis pol pronk reijnders romeijn rutten rooij ruijter sanders schaap
schuurman simons slot snijders spaans staal stam straten swart swinkels tromp vliet vos vroom
wagenaar weijers westra winkel wijngaarden zanden zwart zwaan yilmaz kaya demir sahin celik ozturk
aydin arslan dogan kilic yildiz yildirim aslan cetin koc kurt polat korkmaz gunes bulut
benali bouzid amrani bakkali haddad idrissi mansouri alaoui azzouzi bennani chaoui hamdaoui
karimi tahiri ziani mohamud hussain khan singh nguyen tran ramdin ramsaran mohan jagroep
kowalski kowalska nowak wisniewski shevchenko kovalenko bondarenko tkachenko santos silva fernandes
`;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Lower case, without diacritics. */
export const FIRST_NAMES = words(FIRST);
export const LAST_NAMES = words(LAST);
