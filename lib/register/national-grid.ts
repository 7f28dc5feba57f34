import proj4 from 'proj4'

/**
 * The British National Grid (EPSG:27700) with the seven parameters of the Ordnance Survey for going from Airy 1830 to
 * WGS 84, which are right to about five metres: “A guide to coordinate systems in Great Britain”, section 6.6.
 */
const nationalGrid =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs'

const toWgs84 = proj4(nationalGrid, 'WGS84')

/**
 * Degrees on WGS 84 to six places, which is a tenth of a metre; null when the numbers are none.
 * @param easting - metres
 * @param northing - metres
 */
export function fromNationalGrid(easting: number, northing: number): {lat: number; lng: number} | null {
  if (!Number.isFinite(easting) || !Number.isFinite(northing)) return null
  const [lng, lat] = toWgs84.forward([easting, northing])
  const rounded = (degrees: number | undefined) => Math.round((degrees ?? Number.NaN) * 1e6) / 1e6
  return {lat: rounded(lat), lng: rounded(lng)}
}
