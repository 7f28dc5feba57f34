import {NextRequest} from 'next/server'
import {proxy} from '../../proxy.ts'

// A site that visitors can reach; its configuration is read at the first request.
process.env.SANITY_PROJECT_ID = 'ab12cd34'
process.env.SANITY_API_READ_TOKEN = 'a token'

test.each(['/component-gallery', '/component-gallery/sections', '/component%2Dgallery/sections'])(
  'a hosted site has no gallery: %s is not found, whatever cookie a visitor sends',
  async (path) => {
    for (const cookie of ['', '__prerender_bypass=anything']) {
      const answer = await proxy(new NextRequest(`http://localhost:3000${path}`, {headers: {cookie}}))
      expect(answer.headers.get('x-middleware-rewrite')).toBe('http://localhost:3000/_not-found')
    }
  },
)
