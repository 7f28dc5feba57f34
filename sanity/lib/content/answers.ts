import type {
  AddressesQueryResult,
  ClaimsQueryResult,
  EnquiryPartiesQueryResult,
  PageQueryResult,
  SchoolQueryResult,
  SchoolsQueryResult,
  SettingsQueryResult,
} from '../../sanity.types.ts'
import type {Scalar, Unchecked, UncheckedFields} from '../unchecked.ts'

/*
 * What the projections answer, by the types that `sanity typegen` makes from schema and queries. A projection that
 * several queries share is named by one of them; the compiler holds the others to it.
 */

type Page = NonNullable<PageQueryResult>
type School = NonNullable<SchoolQueryResult>
type Settings = NonNullable<SettingsQueryResult>
type Section = NonNullable<Page['sections']>[number]
type SectionOf<Type extends Section['_type']> = Extract<Section, {_type: Type}>
type Claim = NonNullable<SectionOf<'benefitClaimsSection'>['claims']>[number]
type Block = NonNullable<Settings['footerText']>[number]
type Question = NonNullable<SectionOf<'questionsSection'>['questions']>[number]
type Link = NonNullable<SectionOf<'callToActionSection'>['target']>

export type PageAnswer = UncheckedFields<Page>
export type SectionAnswer<Type extends Section['_type']> = UncheckedFields<SectionOf<Type>>
export type AnySectionAnswer = UncheckedFields<Section>
export type SchoolAnswer = UncheckedFields<School>
export type SchoolSummaryAnswer = UncheckedFields<SchoolsQueryResult[number]>
export type TestimonialAnswer = UncheckedFields<School['testimonials'][number]>
export type BenefitClaimAnswer = UncheckedFields<Claim['document']>
export type ClaimInUseAnswer = UncheckedFields<ClaimsQueryResult[number]>
export type QuestionAnswer = UncheckedFields<Question>
export type SourceAnswer = UncheckedFields<NonNullable<Question['source']>>
export type SettingsAnswer = UncheckedFields<Settings>
export type ContactDetailsAnswer = UncheckedFields<NonNullable<SectionOf<'contactSection'>['settings']>>
export type NavigationItemAnswer = UncheckedFields<NonNullable<Settings['navigation']>[number]>
export type RichTextAnswer = Unchecked<Block>[] | Scalar
export type BlockAnswer = UncheckedFields<Block>
export type SpanAnswer = UncheckedFields<NonNullable<Block['children']>[number]>
export type PictureAnswer = UncheckedFields<NonNullable<Settings['logo']>>
export type LinkAnswer = UncheckedFields<Link>
export type TargetAnswer = UncheckedFields<NonNullable<Link['target']>>
export type AddressesAnswer = UncheckedFields<AddressesQueryResult>
export type AddressAnswer = UncheckedFields<AddressesQueryResult['documents'][number]>
export type EnquiryPartiesAnswer = UncheckedFields<EnquiryPartiesQueryResult>
