import type {ComponentProps} from 'react'
import {CheckAnswer} from '#components/review/check-answer.tsx'
import {EnterCode} from '#components/review/enter-code.tsx'
import {ReviewMessage} from '#components/review/message.tsx'
import {ReviewReading} from '#components/review/reading.tsx'
import {Receipt} from '#components/review/receipt.tsx'
import {Refused} from '#components/review/refused.tsx'
import {WholePage} from '#components/review/whole-page.tsx'
import type {TypedAnswer} from '#lib/sign-off/answer.ts'
import type {Difference} from '#lib/sign-off/differences.ts'
import type {EventOf} from '#lib/sign-off/event.ts'
import type {Part} from '#lib/sign-off/parts.ts'
import type {Reviewer, SignOffRequest} from '#lib/sign-off/request.ts'
import type {ReviewedContent} from '#sanity/sign-off/reviewed-content.ts'
import {page, paragraphs} from './content.ts'
import type {Room} from './exhibit.tsx'
import {everySection, testimonial} from './sections.ts'

const trustName = 'Hazelbeck Schools Trust'
const reviewer: Reviewer = {
  id: 'r1',
  name: 'Ada Penrose',
  role: 'Headteacher',
  email: 'head@beckham.example',
  required: true,
}
const request: SignOffRequest = {
  id: 'a'.repeat(32),
  subject: {type: 'testimonial', id: 'exhibit'},
  school: 'beckham',
  title: 'A testimonial about Beckham Primary School',
  hash: `content-1:sha256:${'9f86d081'.repeat(8)}`,
  publishedHash: '',
  reviewers: [reviewer],
  why: 'We would like to show this on the page of your school.\nIt is from your letter of June.',
  dueOn: '2026-12-05',
  until: '2026-12-12T10:00:00.000Z',
  at: '2026-11-28T10:00:00.000Z',
  by: 'editor',
  byName: 'Robin Ashe',
  byEmail: 'robin@trust.example',
  round: 2,
}

const quoted: ReviewedContent = {
  type: 'testimonial',
  testimonial: testimonial('We were asked first, and listened to.'),
}
const ownWords: ReviewedContent = {
  type: 'school',
  ownWords: paragraphs('The bell in our turret is rung by a different child each morning.'),
}
const wholePage = page('Beckham Primary School joins us', everySection)
const aPage: ReviewedContent = {type: 'page', page: wholePage}

const parts: Part[] = [
  {title: 'Title', words: 'Beckham Primary School joins us'},
  {title: 'Text “How it began”', words: 'How it began\nThe governors asked us.\n\n• First in May'},
]

const blank: TypedAnswer = {answer: '', comment: '', passage: '', onBehalfOf: ''}
const full: TypedAnswer = {
  answer: 'no',
  comment: 'Please say “pupils”.\nAnd leave out the year.',
  passage: 'asked first',
  onBehalfOf: 'Sam Oakes, Chair of governors',
}

const changes: Difference[] = [
  {
    title: 'Quotation',
    kind: 'changed',
    pieces: [
      {kind: 'same', words: 'We were asked '},
      {kind: 'removed', words: 'last'},
      {kind: 'added', words: 'first'},
      {kind: 'same', words: ', and listened to.'},
    ],
  },
  {
    title: 'Name or role',
    kind: 'changed',
    pieces: [
      {kind: 'removed', words: 'A governor'},
      {kind: 'added', words: 'Headteacher'},
    ],
  },
  {title: 'Introduction', kind: 'looks', pieces: []},
]

const decided = (answer: 'yes' | 'no'): EventOf<'decided'> => ({
  ...full,
  kind: 'decided',
  subject: request.subject,
  request: request.id,
  reviewer: 'r1',
  needed: 'yes',
  hash: request.hash,
  answer,
  codeEvent: '4',
  number: 5,
  at: '2026-11-29T18:20:00.000Z',
  before: '',
})

const reading = (content: ReviewedContent, typed = blank, isWrong = false, asked = request) => (
  <ReviewReading
    trustName={trustName}
    request={asked}
    reviewer={reviewer}
    content={content}
    parts={content.type === 'page' ? parts : []}
    isIncomplete={content.type === 'page'}
    changes={changes}
    changesOfRound={isWrong ? [] : null}
    given={content.type === 'page' ? decided('no') : null}
    typed={typed}
    problems={
      isWrong
        ? [
            {field: 'answer', message: 'Choose yes or no.'},
            {field: 'onBehalfOf', message: 'Give the name in 120 letters at most.'},
          ]
        : []
    }
  />
)

const answered = (
  answer: 'yes' | 'no',
  isWithdrawn = false,
  more: Partial<ComponentProps<typeof Receipt>> = {},
) => (
  <Receipt
    trustName={trustName}
    request={request}
    reviewer={reviewer}
    content={quoted}
    answer={decided(answer)}
    withdrawal={isWithdrawn ? {isOwn: true, by: 'Ada Penrose', at: '2026-12-01T08:00:00.000Z'} : null}
    parts={[]}
    changeUntil={answer === 'no' ? request.until : null}
    why={{typed: '', error: null}}
    {...more}
  />
)

const code = (
  problem: string | null,
  {isOver = false, answer = 'no'}: {isOver?: boolean; answer?: 'no' | 'withdraw'} = {},
) => (
  <EnterCode
    trustName={trustName}
    request={request}
    reviewer={reviewer}
    answer={{...full, answer}}
    problem={problem}
    isOver={isOver}
    isAnother={answer === 'withdraw'}
  />
)

/** What a headteacher reads and answers: every step, and whatever may come between. */
export const reviews: Room = {
  title: 'Sign-off by a headteacher',
  exhibits: [
    {slug: 'review', title: 'A testimonial to be read', show: () => reading(quoted)},
    {
      slug: 'review-with-errors',
      title: 'The question without an answer',
      show: () => reading(ownWords, {...full, answer: ''}, true, {...request, why: ''}),
    },
    {slug: 'review-of-page', title: 'A page to be read', show: () => reading(aPage, full)},
    {
      slug: 'review-page-as-it-appears',
      title: 'That page as it will look',
      show: () => (
        <WholePage
          page={wholePage}
          back={{href: '/component-gallery/review-of-page', words: 'Back to the question'}}
        />
      ),
    },
    {
      slug: 'review-check',
      title: 'The answer once more',
      show: () => (
        <CheckAnswer
          trustName={trustName}
          request={request}
          reviewer={reviewer}
          answer={{...full, answer: 'no'}}
        />
      ),
    },
    {slug: 'review-code', title: 'The code', show: () => code(null)},
    {
      slug: 'review-wrong-code',
      title: 'A wrong code',
      show: () => code('That is not the code. You can try 4 times more.'),
    },
    {
      slug: 'review-code-over',
      title: 'A code that works no more',
      show: () => code('This code no longer works: it is too old, or was tried too often.', {isOver: true}),
    },
    {
      slug: 'review-another-code',
      title: 'Another code, to take an agreement back',
      show: () => code(null, {answer: 'withdraw'}),
    },
    {slug: 'review-yes', title: 'The receipt of a yes', show: () => answered('yes')},
    {slug: 'review-no', title: 'The receipt of a no', show: () => answered('no')},
    {
      slug: 'review-withdrawn',
      title: 'An agreement taken back',
      show: () => answered('yes', true),
    },
    {
      slug: 'review-page-receipt',
      title: 'The receipt of a page, with a reason that is too long',
      show: () =>
        answered('yes', false, {
          content: aPage,
          parts,
          why: {typed: 'Somebody has left.', error: 'Write 10,000 letters at most.'},
        }),
    },
    {
      slug: 'review-refused',
      title: 'A link that does not work',
      show: () => <Refused trustName={trustName} token="" asked={false} />,
    },
    {
      slug: 'review-new-link',
      title: 'A new link was asked for',
      show: () => <Refused trustName={trustName} token="" asked />,
    },
    {
      slug: 'review-closed',
      title: 'Nothing to answer any more',
      show: () => (
        <ReviewMessage trustName={trustName} title="There is nothing to answer any more">
          <p>The time to answer is over, or the question was settled without your answer.</p>
        </ReviewMessage>
      ),
    },
  ],
}
