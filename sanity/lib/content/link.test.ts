import type {TargetAnswer} from './answers.ts'
import {parseTarget} from './link.ts'

test.each<[TargetAnswer, string]>([
  [{_type: 'page', slug: 'joining/us'}, '/joining/us'],
  [{_type: 'page', slug: 'welcome', home: true}, '/'],
  [{_type: 'school', slug: 'larkrigg'}, '/schools/larkrigg'],
  [{_type: 'resource', url: 'https://www.example.org/report.pdf'}, 'https://www.example.org/report.pdf'],
])('%j is at %s', (target, address) => {
  expect(parseTarget(target)).toEqual({address, problem: null})
})

test.each<TargetAnswer>([
  {_type: 'page', slug: '/evil.example'},
  {_type: 'page', slug: '\\evil.example'},
  {_type: 'resource', url: '//evil.example'},
  {_type: 'resource', url: '/\\evil.example'},
  {_type: 'resource', url: 'javascript:alert(1)'},
  {_type: 'resource', url: 'mailto:office@school.example'},
])('%j leads nowhere, whatever wrote it', (target) => {
  expect(parseTarget(target)).toEqual({address: null, problem: expect.any(String)})
})
