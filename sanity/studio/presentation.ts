import {defineDocuments} from 'sanity/presentation'

/** The document that an address of the site shows, so that Preview opens the right form. */
export const resolveMainDocuments = defineDocuments([
  {route: '/', filter: '_type == "page" && _id == *[_id == "siteSettings"][0].homePage._ref'},
  {route: '/schools', filter: '_id == "siteSettings"'},
  {route: '/accessibility-statement', filter: '_id == "siteSettings"'},
  {route: ['/schools/:slug', '/schools/:slug/talk'], filter: '_type == "school" && slug.current == $slug'},
  {
    route: '/:first/:second/:third',
    filter: '_type == "page" && slug.current == $slug',
    params: ({params}) => ({slug: `${params.first}/${params.second}/${params.third}`}),
  },
  {
    route: '/:first/:second',
    filter: '_type == "page" && slug.current == $slug',
    params: ({params}) => ({slug: `${params.first}/${params.second}`}),
  },
  {route: '/:slug', filter: '_type == "page" && slug.current == $slug'},
])
