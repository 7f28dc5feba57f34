const listed = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/))

/** First names that are common among children at school in England, in lower case, and that mean nothing else. */
export const commonFirstNames = listed(`
  aaliyah aaron aarav abdul abdullah abigail abraham adam aisha aiden alexander alexandra alfie alice amelia amina amir
  amy ananya andrew anna annabelle anya archie aria arjun arthur arya asha aurora ava ayaan ayesha beatrice bella ben
  benjamin bethany caitlin caleb callum cameron charlie charlotte chloe chloé christopher connor daniel darcey david
  diya dominic dylan ebony edward eliza elizabeth ella ellie elliot elliott eloise elsie emily emma erin esme esmé ethan
  evan evelyn evie ezra fatima fatimah felix finlay fraser freddie frederick freya gabriel george georgie georgina
  gracie haider hamza hannah harriet harrison harry harvey hassan hattie heidi henry hugo ibrahim ines imogen isaac
  isabel isabella isabelle isla ismail jacob jake jakub james jamie jasmin jayden jenson jessica joel joseph joshua jude
  julia kacper kai katie kayden khadija kofi lacey layla leah leo leon lewis liam lila logan lola louie louis luca lucas
  lucy luis luke luna lydia maisie maja malakai margot maria martha maryam matilda matthew max maya megan mia michael
  millie mohammad mohammed molly muhammad musa nadia nancy nathan nathaniel niamh noah oisin ola oliver olivia oluwaseun
  omar oscar ottilie owen patrick phoebe priya rafael ralph reggie reuben riley rohan ronnie rory rosie ryan safa samuel
  sara sarah scarlett sebastian seth shreya sofia sophia sophie stanley talia teddy thea theo theodore thomas tilly toby
  tommy tyler umar wiktoria william xavier yasmin yusuf zachary zahra zainab zara zayn zoe zoë zofia zuzanna
`)

/** First names that are also words, flowers, surnames or places: a sign of a child only beside another sign. */
export const doubtfulFirstNames = listed(`
  albert alfred amber angel archer ashton austin autumn brooke carter charity chester clara crystal daisy dawn eden
  eve faith fern finn florence frank georgia grace grant hazel heath heather holly hope hunter iris ivy jack jade
  jasmine jasper john jordan joy kit lily lincoln mabel mark mary mason miles nell olive paris paul pearl penny
  peter poppy preston ray river robert robin rose rowan ruby rufus sam savannah sienna skye star stella summer victoria
  violet wesley will willow wren
`)
