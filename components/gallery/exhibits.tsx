import {answers} from './answers.tsx'
import {claims} from './claims.tsx'
import {directories} from './directories.tsx'
import {enquiries} from './enquiries.tsx'
import type {Exhibit, Room} from './exhibit.tsx'
import {pages} from './pages.tsx'
import {reviews} from './reviews.tsx'
import {schools} from './schools.tsx'
import {statements} from './statements.tsx'

export const rooms: readonly Room[] = [
  pages,
  schools,
  directories,
  enquiries,
  claims,
  statements,
  answers,
  reviews,
]

export const exhibits: readonly Exhibit[] = rooms.flatMap((room) => room.exhibits)
