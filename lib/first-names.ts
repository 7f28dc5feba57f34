const listed = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/))

/** First names that are common among children at school in England, in lower case, and that mean nothing else. */
export const commonFirstNames = listed(`
  aaliyah aarav aaron abdul abdullah abigail abraham adam aiden aisha aisling alex alexander alexandra alfie ali alice
  alicia amelia amina amir amira amy ananya andrew anna annabelle annie anya archie aria arjun arlo arthur arya asha
  ashleigh aurora ava ayaan ayesha beatrice becky bella ben benjamin beth bethany billy bobby caitlin caleb callum
  cameron cara carys cerys charley charlie charlotte chloe chloé chris christopher clodagh connor cormac dan daniel
  danny darcey david dexter diya dominic dylan ebony edward eilidh eleanor elena eliza elizabeth ella ellie elliot
  elliott eloise elsie emilia emily emma emmanuel erin esme esmé ethan eva evan evelyn evie ewan ezra fatima fatimah
  felix fergus finlay finley fionn francesca frankie fraser freddie frederick freya gabriel george georgie georgina
  gracie grayson gwen haider hamza hannah harriet harrison harry harvey hassan hattie heidi henry hollie hugo ibrahim
  idris ieuan imogen ines iona isaac isabel isabella isabelle isha isla ismail jacob jake jakub james jamie jasmin
  jaxon jayden jenson jess jessica jessie jimmy joe joel jonathan joseph josh joshua josie jude julia kacper kai kara
  karim kate katherine katie katy kayden keira khadija kian kiera kieran kofi kyle lacey lara lauren layla leah leila
  leo leon lewis lexi liam lila logan lola lottie louie louis luca lucas lucy luis luka luke luna lydia maddie
  maddison madison maeve maisie maisy maja malakai marcus margot maria mariam martha maryam matilda matt matthew max
  maya megan melissa mia michael mila millie milo mohammad mohammed molly muhammad musa nadia nancy naomi natasha
  nathan nathaniel nia niamh nicholas nicole nina noah nora oisin ola oliver olivia ollie olly oluwaseun omar orla
  oscar otis ottilie owen paige patrick phoebe pippa priya priyanka quinn rachel rafael ralph reece reggie reuben rhys
  riley rohan roisin ronan ronnie rory rosalie rosie ryan róisín safa safiya samuel saoirse sara sarah scarlett sean
  sebastian seth seán shaun shreya sid simran siobhan sofia sonny sophia sophie stanley tabitha talia tamara tara
  teddy tegan thea theo theodore thomas tia tilly tobias toby tom tommy tristan tyler umar wiktoria william winnie
  xavier yasmin yasmine yusuf zac zach zachary zack zahra zainab zara zayn zoe zofia zoya zoë zuzanna
`)

/** First names that are also words, flowers, surnames or places: a sign of a child only beside another sign. */
export const doubtfulFirstNames = listed(`
  albert alfred amber angel archer ashton austin autumn brooke carter charity chester clara crystal daisy dawn eden
  eve faith fern finn florence frank georgia grace grant hazel heath heather holly hope hunter iris ivy jack jade
  jasmine jasper john jordan joy kit lily lincoln mabel mark mary mason miles nell olive paris paul pearl penny
  peter poppy preston ray river robert robin rose rowan ruby rufus sam savannah sienna skye star stella summer victoria
  violet wesley will willow wren
`)

/** Those of the common first names that are words when they are written in lower case: “max. 30”, “teddy bears”, “a tom-tom”. */
export const wordsInLowerCase = listed('aria aurora billy dan ebony harry matt max ola sid teddy tia tom')
