import {pupilNameIn, pupilNameInFile, pupilNameWithClass} from './pupil-names.ts'

describe('pupilNameIn', () => {
  it.each([
    ['Amy, Year 4', 'Amy'],
    ['Joshua and Mia plant an oak', 'Joshua'],
    ['Painting by Zainab', 'Zainab'],
    ['Pupils with their headteacher, and Harry', 'Harry'],
    ['Joshua’s model of the bridge', 'Joshua'],
    ['Ottoline, Year 4, reads to the nursery', 'Ottoline'],
    ['Quill (7) and a frog', 'Quill'],
    ['Painting by Wrenna, aged 9', 'Wrenna'],
    ['Peregrine in Reception with a kite', 'Peregrine'],
    ['Poppy, 6', 'Poppy'],
    ['Poppy and Grace on the beam', 'Poppy'],
    ['Three runners: Will, Jade', 'Will'],
    ['Grace Millbrook at the harp', 'Grace'],
    ['Zoë holds the cup', 'Zoë'],
    ['SAOIRSE wins, with Tom', 'SAOIRSE'],
    ['Saoirse and Tom', 'Saoirse'],
    ['with Tom', 'Tom'],
    ['saoirse and tom', 'saoirse'],
    ['POPPY AND GRACE ON THE BEAM', 'POPPY'],
    ['OTTOLINE, YEAR 4', 'OTTOLINE'],
  ])('finds the name in %j', (text, name) => {
    expect(pupilNameIn(text)).toBe(name)
  })

  it.each([
    undefined,
    '',
    'Pupils of Year 4 plant an oak',
    'Pupils from Thornmere, Year 4, plant an oak',
    'Science, Year 4',
    'Sports Day, Year 6',
    'Children at Thornmere and Eddlestow on a May morning',
    'Choir practice in April and June',
    'St John’s Church at harvest',
    'Pupils of St Thomas School, and of Daniel Rowe Academy',
    'The garden in Victoria Park',
    'Mr James with the orchestra',
    'Queen Elizabeth opens the hall',
    'Ada Penrose, Headteacher, with the school council',
    'Charlotte Ferrow, our cook, serves lunch',
    'Pupils perform “Oliver!” in the hall',
    'Holly Class in the wood',
    'Poppy seeds and a rose',
    'Grace before lunch',
    'Hope Street in autumn',
    'English and Maths on the board',
    'A pupil reads to a dog',
    'ST JAMES SCHOOL AT HARVEST',
    'SPORTS DAY, YEAR 6',
    'PE, Year 6, and STEM, Year 5',
    'School Council, Year 6',
    'Choir and Orchestra, Year 5',
    'A hall for max. 30, with a table of ebony',
    'A picnic with teddy bears, and an aria on tom-toms',
    'the rose garden, and a holly',
  ])('lets %j pass', (text) => {
    expect(pupilNameIn(text)).toBeNull()
  })
})

describe('pupilNameInFile', () => {
  it.each([
    ['amy-smith.jpg', 'Amy'],
    ['AmySmith.jpg', 'Amy'],
    ['JoshuaMia2.png', 'Joshua'],
    ['IMG_2041 oliver.webp', 'Oliver'],
    ['year4-zainab.jpeg', 'Zainab'],
    ['poppy_year4.jpg', 'Poppy'],
    ['poppy-and-grace.jpg', 'Poppy'],
    ['amelia-sports-day.jpg', 'Amelia'],
    ['SAOIRSE_SPORTS_DAY.JPG', 'Saoirse'],
    ['tom-summer-fair.jpg', 'Tom'],
    ['daniel-rowe-academy.jpg', 'Daniel'],
  ])('finds the name in %j', (file, name) => {
    expect(pupilNameInFile(file)).toBe(name)
  })

  it.each([
    undefined,
    'IMG_1234.JPG',
    'DSC00412.jpg',
    'sports-day-2026.jpg',
    'st-james-hall.jpg',
    'mr-james.jpg',
    'thornmere-primary-year-4.jpg',
    'victoria-park.jpg',
    'may-2026.jpg',
    'poppy-field.jpg',
    'summer-fair.jpg',
    'holly.jpg',
    'brick-school-with-bell-turret.webp',
  ])('lets %j pass', (file) => {
    expect(pupilNameInFile(file)).toBeNull()
  })
})

describe('pupilNameWithClass', () => {
  it.each([
    ['Amy Smith, Year 4', 'Amy'],
    ['AMY SMITH, YEAR 4', 'AMY'],
    ['Ottoline Rowe, Year 11', 'Ottoline'],
    ['Ottoline, Class 3', 'Ottoline'],
    ['Quill (7)', 'Quill'],
    ['Wrenna Dale, aged 9', 'Wrenna'],
    ['Wrenna Dale, Reception', 'Wrenna'],
    ['Oscar Lind, pupil', 'Oscar'],
    ['Parent of Amy, Year 4', 'Amy'],
    ['Jonas from Year 6', 'Jonas'],
  ])('finds the name in %j', (text, name) => {
    expect(pupilNameWithClass(text)).toBe(name)
  })

  it.each([
    undefined,
    '',
    'Trust Headteacher',
    'Ada Penrose, Headteacher',
    'Harry Rowe, parent',
    'Jonas Whitlow, science teacher',
    'Ada Penrose, Year 4 teacher',
    'Ada Penrose, Reception class teacher',
    'Sam Lee, Nursery manager',
    'Jo Bell, Head of Year 7',
    'Mr Smith, Year 4',
    'Oscar Lind, former pupil',
    'Ada Penrose, 45',
    'Student in the second year',
    'Parent of two pupils',
    'Parent, Year 4',
    'School Council, Year 6',
    'Pupils of Thornmere, Year 4',
    'Pupils of Thornmere Primary, Year 4',
  ])('lets %j pass', (text) => {
    expect(pupilNameWithClass(text)).toBeNull()
  })
})
