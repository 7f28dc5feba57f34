import {Editable} from '#components/editable/index.tsx'
import {NaturalFrequency} from '#components/natural-frequency/index.tsx'
import {dayInWords} from '#lib/dates.ts'
import type {Source, Statistic} from '#sanity/lib/content/benefit-claim.ts'
import {editable, type Origin, within} from '#sanity/lib/origin.ts'
import styles from './evidence.module.css'

/** What stands behind a statistic, all of it in sight: the picture, the date, who was counted, the source. */
export function Evidence({statistic}: {statistic: Statistic}) {
  const {before, after, counted, population, ofThoseThat, asAt, source, doesNotShow, origin} = statistic
  return (
    <figure className={styles.evidence} aria-label="The evidence for this">
      <figure className={styles.picture}>
        {counted !== null && <figcaption className={styles.counted}>{counted}</figcaption>}
        <NaturalFrequency
          frequency={before}
          label="Before"
          ofThoseThat={ofThoseThat}
          origin={within(origin, 'before')}
        />
        <NaturalFrequency
          frequency={after}
          label="After"
          ofThoseThat={ofThoseThat}
          origin={within(origin, 'after')}
        />
      </figure>
      <dl className={styles.facts}>
        <Fact name="As at">{asAt}</Fact>
        <Fact name="Who was counted">{population}</Fact>
        <Fact name="Source" wide>
          <SourceOf source={source} origin={within(origin, 'source')} />
        </Fact>
        {doesNotShow !== null && (
          <Fact name="What this does not show" wide>
            {doesNotShow}
          </Fact>
        )}
      </dl>
    </figure>
  )
}

function Fact({name, wide = false, children}: {name: string; wide?: boolean; children: React.ReactNode}) {
  return (
    <div className={wide ? styles.wide : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The link's words name the source, so that they say where it leads when they are read alone. */
function SourceOf({source, origin}: {source: Source; origin: Origin | undefined}) {
  const {publisher, title, url, publishedOn, archivedUrl} = source
  const day = dayInWords(publishedOn)
  return (
    <>
      <a href={url}>
        <Editable origin={origin} path="publisher">
          {publisher}
        </Editable>
        {', '}
        <Editable origin={origin} path="title">
          {title}
        </Editable>
      </a>
      {day !== null && !title.includes(day) && (
        <Editable origin={origin} path="publishedOn">{`, ${day}`}</Editable>
      )}
      {archivedUrl !== null && (
        <>
          {' '}
          (
          <a href={archivedUrl} {...editable(origin, 'archivedUrl')}>
            archived copy of this source
          </a>
          )
        </>
      )}
    </>
  )
}
