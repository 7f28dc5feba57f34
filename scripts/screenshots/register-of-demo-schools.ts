import {readFileSync} from 'node:fs'
import path from 'node:path'
import {type Fields, fieldsIn, isFields, textIn} from '#lib/attention/plain-document.ts'
import {csv} from '../../__tests__/support/register-files.ts'

const content = path.resolve(import.meta.dirname, '../../sanity/content/data.ndjson')

/** Phases as the register writes them, where its words are others than ours. */
const registerPhases: {readonly [phase: string]: string} = {
  primary: 'Primary',
  secondary: 'Secondary',
  nursery: 'Nursery',
  middle: 'Middle deemed secondary',
  'all-through': 'All-through',
  '16-plus': '16 plus',
  special: 'Not applicable',
}

/** A row of the register about a school of the demo content. */
function rowOf(school: Fields) {
  const {name, urn, telephone, website, religiousCharacter} = school
  const phase = textIn(school.phase) ?? ''
  const {from, to} = fieldsIn(school.ages)
  const {street, locality, town, county, postcode} = fieldsIn(school.address)
  return {
    URN: textIn(urn),
    EstablishmentName: textIn(name),
    'TypeOfEstablishment (name)': phase === 'special' ? 'Academy special converter' : 'Academy converter',
    'EstablishmentStatus (name)': 'Open',
    'PhaseOfEducation (name)': registerPhases[phase],
    'TrustSchoolFlag (name)': 'Supported by a multi-academy trust',
    'Trusts (code)': '7001',
    'Trusts (name)': 'WRENFOLD SCHOOLS TRUST',
    StatutoryLowAge: String(from ?? ''),
    StatutoryHighAge: String(to ?? ''),
    'ReligiousCharacter (name)': textIn(religiousCharacter) ?? 'None',
    Street: textIn(street),
    Locality: textIn(locality),
    Address3: '',
    Town: textIn(town),
    'County (name)': textIn(county),
    Postcode: textIn(postcode),
    SchoolWebsite: textIn(website),
    TelephoneNum: textIn(telephone)?.replaceAll(' ', ''),
  }
}

/**
 * A file of the register, without places on the map, in which one school of the demo content has another telephone number, and which knows a new
 * school, to be chosen in a browser.
 */
export function registerOfDemoSchools() {
  const schools = readFileSync(content, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line))
    .filter(isFields)
    .filter(({_type, status}) => _type === 'school' && status !== 'left')
    .map(rowOf)
  const [first, ...others] = schools
  if (first === undefined) throw new Error('The demo content has no school.')
  const rows = [
    {...first, TelephoneNum: '01632960877'},
    ...others,
    {
      ...first,
      URN: '900099',
      EstablishmentName: 'OAKGARTH NURSERY SCHOOL',
      Street: '2 Acorn Lane',
      Town: 'Oakgarth',
      Postcode: 'ZW9 9AB',
      SchoolWebsite: 'https://oakgarth.example',
      TelephoneNum: '01632960878',
    },
  ]
  return {
    name: 'edubasealldata20261127.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv(Object.keys(first), rows)),
  }
}
